package org.orrery.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;

class HistoryTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final PrintStream log = new PrintStream(told, true);
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("data").resolve("history.jsonl");
  }

  @Test
  void theTailIsTheLastCellsOfAllSessions() throws Exception {
    session("a", "b");

    var history = session("c");

    assertThat(ask(history, Map.of("hist_access_type", "tail", "n", 2)))
        .isEqualTo(List.of(List.of(1, 2, "b"), List.of(0, 1, "c")));
    assertThat(ask(history, Map.of("hist_access_type", "tail", "n", 0))).isEqualTo(List.of());
  }

  @Test
  void aRangeIsOfOneSession() throws Exception {
    session("a1", "a2");
    session("b1", "b2", "b3");
    var history = session("c1", "c2");

    assertThat(range(history, 0, 1, 2)).isEqualTo(List.of(List.of(0, 1, "c1")));
    assertThat(range(history, -1, 2, 0))
        .isEqualTo(List.of(List.of(2, 2, "b2"), List.of(2, 3, "b3")));
    assertThat(range(history, 1, 1, 3))
        .isEqualTo(List.of(List.of(1, 1, "a1"), List.of(1, 2, "a2")));
    assertThat(range(history, -9, 0, 0)).isEqualTo(List.of());
  }

  @Test
  void aSearchTakesWildcardsAndCanTellEachCellOnce() throws Exception {
    session("int x = 1;", "x");
    var history = session("int y = 2;", "x", "x\n+ 1");

    assertThat(search(history, "int ?*", false))
        .isEqualTo(List.of(List.of(1, 1, "int x = 1;"), List.of(0, 1, "int y = 2;")));
    assertThat(search(history, "x", true)).isEqualTo(List.of(List.of(0, 2, "x")));
    assertThat(search(history, "x*1", false)).isEqualTo(List.of(List.of(0, 3, "x\n+ 1")));
    assertThat(search(history, "[x]", false)).isEqualTo(List.of());
  }

  @Test
  void outputsAreToldWhenAskedFor() throws Exception {
    var history = session("6 * 7");
    history.result(1, MimeBundle.text("42"));
    history.add(2, "int x;");

    assertThat(ask(history, Map.of("hist_access_type", "tail", "n", 2, "output", true)))
        .hasToString("[[0, 1, [6 * 7, 42]], [0, 2, [int x;, null]]]");
  }

  @Test
  void twoKernelsSideBySideLoseNothing() throws Exception {
    var one = HistoryFile.at(Optional.of(file), log);
    var other = HistoryFile.at(Optional.of(file), log);
    for (int i = 1; i <= 50; i++) {
      one.add(i, "one " + i);
      other.add(i, "other " + i);
    }
    one.close();
    other.close();

    var later = HistoryFile.at(Optional.of(file), log);
    assertThat(later.sessions()).isEqualTo(2);
    assertThat(later.earlier()).hasSize(100);
    assertThat(told.toString()).isEmpty();
  }

  @Test
  void aLargeFileLosesItsOlderHalf() throws Exception {
    var code = "x".repeat(100_000);
    for (int session = 0; session < 3; session++) {
      session(code, code, code, code, code, "last " + session);
    }

    assertThat(Files.size(file)).isLessThan(1_200_000);
    var kept = HistoryFile.at(Optional.of(file), log).earlier();
    assertThat(kept.get(kept.size() - 1).code()).isEqualTo("last 2");
  }

  @Test
  void brokenLinesCostOnlyThemselves() throws Exception {
    session("good");
    Files.writeString(file, Files.readString(file) + "{\"session\": \"cut\n[]\nnull\n");

    assertThat(HistoryFile.at(Optional.of(file), log).earlier()).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldOnce() throws Exception {
    Files.writeString(folder.resolve("data"), "a file where the folder would be");

    var history = session("a", "b");

    assertThat(ask(history, Map.of("hist_access_type", "tail"))).hasSize(2);
    assertThat(told.toString().lines()).singleElement().asString().contains("history.jsonl");
  }

  @Test
  void theFileIsWhereTheUsersDataIs() {
    assertThat(HistoryFile.ofUser(Map.of("XDG_DATA_HOME", "/data"), "/home/me"))
        .contains(Path.of("/data/orrery/history.jsonl"));
    assertThat(HistoryFile.ofUser(Map.of(), "/home/me"))
        .contains(Path.of("/home/me/.local/share/orrery/history.jsonl"));
    assertThat(HistoryFile.ofUser(Map.of("ORRERY_HISTORY", "off"), "/home/me")).isEmpty();
  }

  /** A kernel's session that runs these cells and ends. */
  private History session(String... cells) throws Exception {
    var kept = HistoryFile.at(Optional.of(file), log);
    var history = new History(kept);
    for (int i = 0; i < cells.length; i++) {
      history.add(i + 1, cells[i]);
    }
    kept.close();
    return history;
  }

  private static List<?> range(History history, int session, int start, int stop) {
    return ask(
        history,
        Map.of("hist_access_type", "range", "session", session, "start", start, "stop", stop));
  }

  private static List<?> search(History history, String pattern, boolean unique) {
    return ask(history, Map.of("hist_access_type", "search", "pattern", pattern, "unique", unique));
  }

  private static List<?> ask(History history, Map<String, Object> content) {
    var request = Message.of(Header.create("history_request", "s", "me"), content);
    return (List<?>) history.answer(request).orElseThrow().content().get("history");
  }
}

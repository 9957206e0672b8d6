package org.orrery.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.orrery.kernel.shell.Cell;
import org.orrery.kernel.shell.Outcome;

class RehearsalTest {

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final PrintStream log = new PrintStream(logged, true, StandardCharsets.UTF_8);
  private final Cells cells = Cells.starting();

  @Test
  void leavesNothingBehindAndChangesNothing() throws Exception {
    cells.evaluate(new Cell(1, "int list = 5;\nint square(int n) { return -n; }"));

    try (var rehearsal = Rehearsal.of(cells.apart(), log)) {
      rehearsal.execute("var list = List.of(1);\nint square(int n) { return n * n; }");
      rehearsal.execute("square(list.get(0) + 2)");
      rehearsal.execute("String walk = \"on\";");
    }

    assertThat(text(cells.evaluate(new Cell(2, "square(list)")))).isEqualTo("-5");
    assertThat(cells.evaluate(new Cell(3, "walk"))).isInstanceOf(Outcome.Failed.class);
    assertThat(logged.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aSampleThatFailsIsToldOf() throws Exception {
    try (var rehearsal = Rehearsal.of(cells.apart(), log)) {
      assertThatThrownBy(() -> rehearsal.execute("int n = \"\";"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("CompileError");
    }
  }

  @Test
  void everySampleRunsWhileCellsDo() throws Exception {
    cells.awaitStart();
    var ends = new Throwable[1];
    var warming = new Thread(new WarmUp(cells, log));
    warming.setUncaughtExceptionHandler((thread, thrown) -> ends[0] = thrown);
    warming.start();

    for (int i = 1; i <= 20; i++) {
      var code = "int n%d = %d; n%d".formatted(i, i, i);
      assertThat(text(cells.evaluate(new Cell(i, code)))).isEqualTo("" + i);
    }
    warming.join();

    assertThat(ends[0]).isNull();
    assertThat(logged.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static Object text(Outcome outcome) {
    return ((Outcome.Shown) outcome).bundle().data().get("text/plain");
  }
}

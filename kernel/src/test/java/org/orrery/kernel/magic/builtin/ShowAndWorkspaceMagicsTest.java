package org.orrery.kernel.magic.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.DisplayChannel;
import org.orrery.kernel.display.MimeBundle;

class ShowAndWorkspaceMagicsTest {

  private final MagicsInUse cells = new MagicsInUse();
  private final List<MimeBundle> displayed = new ArrayList<>();
  private final DisplayChannel channel =
      new DisplayChannel() {
        @Override
        public void display(String id, MimeBundle bundle) {
          displayed.add(bundle);
        }

        @Override
        public void update(String id, MimeBundle bundle) {}

        @Override
        public void clear(boolean wait) {}
      };

  @BeforeEach
  void watchDisplays() {
    Display.connect(channel);
  }

  @AfterEach
  void close() {
    Display.disconnect(channel);
    cells.close();
  }

  @ParameterizedTest
  @CsvSource({
    "html, text/html",
    "svg, image/svg+xml",
    "javascript, application/javascript",
    "js, application/javascript",
    "markdown, text/markdown",
    "latex, text/latex"
  })
  void theTextOfTheCellIsShownAsWhatItIs(String magic, String mime) throws Exception {
    cells.run("%%" + magic + "\n<b>x</b>\n");

    assertThat(displayed).hasSize(1);
    assertThat(displayed.get(0).data()).containsEntry(mime, "<b>x</b>\n");
  }

  @Test
  void htmlCanKeepItsStylesToItself() throws Exception {
    cells.run("%%html --isolated\n<style>p{}</style>");

    assertThat(displayed.get(0).metadata())
        .isEqualTo(Map.of("text/html", Map.of("isolated", true)));
  }

  @Test
  void whoListsVariablesWithTypeAndShortenedValue() throws Exception {
    assertThat(cells.printedBy("%who")).isEqualTo("no variables yet\n");

    cells.run("int answer = 42;");
    cells.run("var words = List.of(\"x\".repeat(200));");

    assertThat(cells.printedBy("%who").lines())
        .anyMatch(line -> line.matches("answer +int +42"))
        .anyMatch(
            line -> line.matches("words +List<String> +\\[x+\\.\\.\\.") && line.length() < 120);
  }

  @Test
  void resetForgetsVariables() throws Exception {
    cells.run("int answer = 42;");

    cells.run("%reset");

    assertThat(cells.printedBy("%who")).isEqualTo("no variables yet\n");
    assertThatThrownBy(() -> cells.run("answer")).hasMessageContaining("answer");
  }

  @Test
  void envReadsTheEnvironmentAndDoesNotPretendToChangeIt() throws Exception {
    var name = System.getenv().keySet().iterator().next();

    assertThat(cells.run("%env " + name)).contains(System.getenv(name));
    assertThat(cells.printedBy("%env").lines()).anyMatch(line -> line.startsWith(name + "="));
    assertThatThrownBy(() -> cells.run("%env NO_SUCH_THING_HERE")).hasMessageContaining("no such");
    assertThatThrownBy(() -> cells.run("%env A=b"))
        .hasMessageContaining("before the kernel starts");
  }
}

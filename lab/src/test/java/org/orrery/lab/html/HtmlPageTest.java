package org.orrery.lab.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.lab.notebook.Cell;
import org.orrery.lab.notebook.Notebook;
import org.orrery.lab.notebook.Output;

class HtmlPageTest {

  @TempDir Path folder;

  @Test
  void takesItsTitleFromTheFirstHeadingOrTheName() {
    assertThat(page(Cell.markdown("a", "text\n\n# First *light* & more")))
        .contains("<title>First light &amp; more</title>");
    assertThat(page(Cell.code("a", "1"))).contains("<title>fallback</title>");
  }

  @Test
  void escapesWhatIsTextAndKeepsWhatIsHtml() {
    var html =
        page(
            outputs(
                new Output.Stream("stdout", "<script>alert(1)</script>"),
                new Output.Error("E", "<b>", List.of("E: <b>boom</b>")),
                display("text/plain", "a < b"),
                display("text/html", "<video src=\"data:video/mp4;base64,AA\"></video>")));

    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("E: &lt;b&gt;boom&lt;/b&gt;")
        .contains("a &lt; b")
        .contains("<video src=\"data:video/mp4;base64,AA\"></video>")
        .doesNotContain("<script>");
  }

  @Test
  void showsTheRichestFormOfAnOutput() {
    var rich =
        new Output.Display(
            Map.of("text/plain", "PLAIN", "image/png", "iVBO\nRw0K", "text/html", "<i>RICH</i>"),
            Map.of());
    var picture =
        new Output.Display(
            Map.of("text/plain", "PLAIN", "image/png", "iVBO\nRw0K"),
            Map.of("image/png", Map.of("width", 40)));

    assertThat(page(outputs(rich))).contains("<i>RICH</i>").doesNotContain("PLAIN");
    assertThat(page(outputs(picture)))
        .contains("<img src=\"data:image/png;base64,iVBORw0K\" alt=\"\" width=\"40\">")
        .doesNotContain("PLAIN");
  }

  @Test
  void saysSoWhenItCannotShowAnOutput() {
    assertThat(page(outputs(display("application/x-odd", "?"))))
        .contains("An output of type application/x-odd, which a page cannot show.");
  }

  @Test
  void needsNoNetworkForPicturesBesideTheNotebook() throws IOException {
    Files.write(folder.resolve("p.png"), new byte[] {1, 2, 3});

    var html = page(Cell.markdown("a", "![alt](p.png) ![gone](gone.png)"));

    assertThat(html).contains("data:image/png;base64,AQID").contains("src=\"gone.png\"");
  }

  @Test
  void showsHowLongACellTookFromASecondOn() {
    var timing =
        Map.of(
            "iopub.status.busy", "2026-11-23T08:00:00.000000Z",
            "iopub.status.idle", "2026-11-23T08:01:05.500000Z",
            "shell.execute_reply", "2026-11-23T08:01:05.500000Z");

    var html = page(Cell.code("a", "train()").withMetadata("execution", timing));

    assertThat(html).contains("1 min 5 s").contains("Executed with Orrery on 2026-11-23");
  }

  @Test
  void refersToNothingOutside() {
    var html = page(Cell.markdown("a", "# T"), outputs(display("text/plain", "1")));

    assertThat(html).doesNotContainPattern("(src|href)=\"https?:").doesNotContain("@import");
  }

  private String page(Cell... cells) {
    return HtmlPage.of(new Notebook(List.of(cells), Map.of()), "fallback", folder);
  }

  private static Cell outputs(Output... outputs) {
    return Cell.code("c", "x").executed(OptionalInt.of(1), List.of(outputs));
  }

  private static Output display(String mime, String text) {
    return new Output.Display(Map.of(mime, text), Map.of());
  }
}

package org.orrery.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {

  @TempDir Path folder;

  @Test
  void anyValueHasPlainText() {
    assertThat(Display.render(List.of(1, 2)).data()).isEqualTo(Map.of("text/plain", "[1, 2]"));
    assertThat(Display.render(null).data()).isEqualTo(Map.of("text/plain", "null"));
    assertThat(Display.render(new int[][] {{1}, {2, 3}}).data())
        .isEqualTo(Map.of("text/plain", "[[1], [2, 3]]"));
  }

  @Test
  void anImageIsAPngOfItsPixels() throws IOException {
    var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 1, 0x123456);

    var bundle = Display.render(image);

    var png = Base64.getDecoder().decode((String) bundle.data().get("image/png"));
    var back = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(back.getRGB(2, 1) & 0xffffff).isEqualTo(0x123456);
    assertThat(bundle.data().get("text/plain")).isEqualTo("BufferedImage, 3 x 2");
  }

  @Test
  void aTextIsShownAsTheFormAskedFor() {
    assertThat(Display.render("<b>x</b>", "text/html").data())
        .isEqualTo(Map.of("text/html", "<b>x</b>"));
  }

  @Test
  void askingForAFormAValueDoesNotHaveNamesThoseItHas() {
    assertThatThrownBy(() -> Display.render(3, "image/png"))
        .hasMessageContaining("image/png")
        .hasMessageContaining("text/plain");
  }

  @Test
  void aConnectedChannelReceivesDisplaysAndTheirUpdates() {
    var seen = new ArrayList<String>();
    var channel = recordingInto(seen);

    Display.connect(channel);
    try {
      assertThat(Display.live()).isTrue();
      var id = Display.display(1);
      Display.update(id, 2);
      Display.clear(true);

      assertThat(seen)
          .containsExactly(
              "display " + id + " {text/plain=1}",
              "update " + id + " {text/plain=2}",
              "clear true");
    } finally {
      Display.disconnect(channel);
    }
    assertThat(Display.live()).isFalse();
  }

  @Test
  void withoutANotebookTheRichestFormBecomesAFile() {
    var printed = new ByteArrayOutputStream();
    var files = FileChannel.in(folder, new PrintStream(printed, true, StandardCharsets.UTF_8));

    files.display("a", MimeBundle.html("<p>one</p>", "one"));
    files.update("a", MimeBundle.html("<p>two</p>", "two"));
    files.display("b", MimeBundle.text("just text"));

    assertThat(folder.resolve("display-001.html")).hasContent("<p>two</p>");
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("displayed: " + folder.resolve("display-001.html"), "just text");
  }

  private static DisplayChannel recordingInto(List<String> seen) {
    return new DisplayChannel() {
      @Override
      public void display(String id, MimeBundle bundle) {
        seen.add("display " + id + " " + bundle.data());
      }

      @Override
      public void update(String id, MimeBundle bundle) {
        seen.add("update " + id + " " + bundle.data());
      }

      @Override
      public void clear(boolean wait) {
        seen.add("clear " + wait);
      }
    };
  }
}

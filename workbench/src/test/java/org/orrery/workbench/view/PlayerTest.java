package org.orrery.workbench.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Reading;
import org.orrery.workbench.worlds.Worlds;

class PlayerTest {
  private static final Pattern VIDEO = Pattern.compile("data:video/webm;base64,([^\"]+)\"");

  @TempDir Path folder;

  @Test
  void aClipPlaysAsVideoAndAsPictureAndIsDescribedInText() throws IOException {
    Clip clip = Worlds.bouncingBall().generate(7, 3);

    MimeBundle bundle = Display.render(clip);

    assertThat(bundle.data()).containsOnlyKeys("text/plain", "text/html", "image/png");
    assertThat(html(bundle)).contains("<video controls loop autoplay muted", "gravity");
    assertThat(video(bundle).frames()).isEqualTo(32);
    assertThat(video(bundle).width()).isEqualTo(256);
    assertThat((String) bundle.data().get("text/plain"))
        .startsWith("bouncing-ball-7-3 \u00b7 32 frames of 64\u00d764 at 25 fps")
        .contains("position x: ");
  }

  @Test
  void smallFramesAreEnlargedWithoutBlur() throws IOException {
    Clip clip = Worlds.bouncingBall().generate(7, 3);

    Clip shown = picture(Display.render(clip));

    assertThat(shown.frames()).isEqualTo(32);
    assertThat(shown.fps()).isEqualTo(25);
    assertThat(shown.frame(9)).isEqualTo(clip.resize(256, 256).frame(9));
  }

  @Test
  void aLargeClipIsShrunkUntilANotebookCanHoldIt() throws IOException {
    Clip car = Clips.read(Path.of("..", "datasets", "car-loop"));

    MimeBundle bundle = Display.render(car);

    assertThat(html(bundle).length()).isLessThan(1_000_000);
    assertThat(bytes(bundle).length).isLessThanOrEqualTo(600_000);
    assertThat(video(bundle).width()).isEqualTo(480);
    assertThat(video(bundle).frames()).isEqualTo(53);
    assertThat(video(bundle).fps()).isEqualTo(30);
    assertThat(html(bundle)).contains("played 8 times slower");
  }

  @Test
  void aSetPlaysAsAContactSheetWithItsRangesAndParts() throws IOException {
    ClipSet clips = Clips.of(Worlds.bouncingBall().gravity(2, 3), 100).seed(1);

    MimeBundle bundle = Display.render(clips);

    assertThat(video(bundle).width()).isEqualTo(8 * 128 + 7 * 8);
    assertThat(video(bundle).height()).isEqualTo(3 * 128 + 2 * 8);
    assertThat((String) bundle.data().get("text/plain"))
        .contains("100 clips of a bouncing ball")
        .contains("train " + clips.train().size())
        .contains("the first 24 play here")
        .containsPattern("gravity: 2(\\.\\d+)? to [23](\\.\\d+)? m/s\\^2");
  }

  @Test
  void aSetOfFewClipsFillsNoMoreThanItsCells() throws IOException {
    ClipSet two = Clips.of(Worlds.bouncingBall().frames(4), 100).first(2);

    assertThat(video(Display.render(two)).width()).isEqualTo(2 * 128 + 8);
  }

  @Test
  void panelsStandBesideEachOtherUnderTheirTitles() throws IOException {
    Map<String, Clip> titled = new LinkedHashMap<>();
    titled.put("truth", flat(1, 3, 100));
    titled.put("dream", flat(3, 3, 200));

    Clip shown = picture(Display.render(Player.sideBySide(titled)));

    assertThat(shown.width()).isEqualTo(2 * 256 + 8);
    assertThat(shown.height()).isEqualTo(Title.HEIGHT + 256);
    assertThat(pixel(shown, 150, 100)).isEqualTo(100);
    assertThat(pixel(shown, 150, 260)).as("the gap").isEqualTo(255);
    assertThat(pixel(shown, 150, 400)).isEqualTo(200);
    assertThat(darkest(shown, Title.HEIGHT)).as("the titles").isLessThan(100);
  }

  @Test
  void comparingShowsWhereTheImaginationIsTooBrightOrTooDark() throws IOException {
    Clip shown = picture(Display.render(Player.compare(flat(1, 2, 50), flat(1, 2, 250))));

    int middle = 2 * (256 + 8) + 128;
    int pixels = shown.width() * shown.height();
    byte[] frame = shown.frame(1);
    int at = 150 * shown.width() + middle;
    assertThat(frame[at] & 0xff).as("red").isEqualTo(200);
    assertThat(frame[2 * pixels + at] & 0xff).as("blue").isZero();
  }

  @Test
  void clipsOfDifferentLengthsOrSizesAreNotComparable() {
    assertThatThrownBy(() -> Player.compare(flat(1, 28, 0), flat(1, 24, 0)))
        .hasMessage(
            "clips side by side need one length; \"truth\" has 28 frames and \"imagination\" has 24:"
                + " use slice(from, to)");
    assertThatThrownBy(() -> Player.compare(flat(1, 2, 0), flat(1, 2, 0).resize(8, 8)))
        .hasMessageContaining("received 16x16 and 8x8");
    assertThatThrownBy(() -> Player.sideBySide(Map.of())).hasMessageContaining("at least one");
  }

  @Test
  void whatPlaysCanBeSaved() {
    Path file = folder.resolve("dream.webm");

    Player.compare(flat(1, 5, 0), flat(1, 5, 9)).save(file);

    assertThat(Clips.read(file).frames()).isEqualTo(5);
  }

  @Test
  void aClipsNameCannotBreakThePage() {
    String html = html(Display.render(flat(1, 1, 0).named("<script>\"x\"&")));

    assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;&quot;x&quot;&amp;");
  }

  private static Clip flat(int channels, int frames, int value) {
    byte[] frame = new byte[channels * 256];
    java.util.Arrays.fill(frame, (byte) value);
    Clip.Builder clip = Clip.builder("flat", channels, 16, 16);
    for (int t = 0; t < frames; t++) {
      clip.frame(frame);
    }
    return clip.build();
  }

  private static int pixel(Clip clip, int y, int x) {
    return clip.frame(0)[y * clip.width() + x] & 0xff;
  }

  private static int darkest(Clip clip, int rows) {
    byte[] frame = clip.frame(0);
    int darkest = 255;
    for (int i = 0; i < rows * clip.width(); i++) {
      darkest = Math.min(darkest, frame[i] & 0xff);
    }
    return darkest;
  }

  private static String html(MimeBundle bundle) {
    return (String) bundle.data().get("text/html");
  }

  private static byte[] bytes(MimeBundle bundle) {
    return Base64.getDecoder().decode((String) bundle.data().get("image/png"));
  }

  private Clip video(MimeBundle bundle) throws IOException {
    Matcher video = VIDEO.matcher(html(bundle));
    assertThat(video.find()).isTrue();
    return read("video.webm", Base64.getDecoder().decode(video.group(1)));
  }

  private Clip picture(MimeBundle bundle) throws IOException {
    return read("picture.png", bytes(bundle));
  }

  private Clip read(String name, byte[] bytes) throws IOException {
    return Clips.read(Files.write(folder.resolve(name), bytes), Reading.all());
  }
}

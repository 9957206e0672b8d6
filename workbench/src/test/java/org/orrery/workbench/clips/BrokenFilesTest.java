package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFilesTest {
  private static final Path CAR = Path.of("..", "datasets", "car-loop", "car.trz");
  private static final Path WATER = Path.of("..", "datasets", "bulk-water", "frames");

  @TempDir Path folder;

  @Test
  void aMissingClipSaysWhereItWasLookedFor() {
    assertReading(folder.resolve("none.mp4"))
        .hasMessageStartingWith("there is no ")
        .hasMessageContaining("looked for " + folder.resolve("none.mp4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.trz", "a.webm"})
  void anEmptyFileIsCalledEmpty(String name) throws IOException {
    assertReading(Files.createFile(folder.resolve(name)))
        .hasMessageContaining("the file is empty (0 bytes)");
  }

  @Test
  void textThatCallsItselfAVideoIsNotOne() throws IOException {
    assertReading(Files.writeString(folder.resolve("a.mp4"), "not a video"))
        .hasMessageContaining("no video can be found in its 11 bytes");
  }

  @Test
  void aVideoWhoseIndexIsLostIsCutShort() throws IOException {
    Clips.write(MovingSquare.clip(3, 30, 96), folder.resolve("whole.mp4"));

    assertReading(cut("whole.mp4", 0.5)).hasMessageContaining("broken or cut short");
  }

  @Test
  void aVideoCutShortNamesTheFrameAtWhichItEnds() throws IOException {
    Clips.write(MovingSquare.clip(3, 30, 96), folder.resolve("whole.webm"));

    assertReading(cut("whole.webm", 0.6))
        .hasMessageContaining("the file is cut short: it ends at byte")
        .hasMessageMatching("(?s).*after \\d+ frames.*");
  }

  @Test
  void anAnimatedPictureCutShortNamesTheFrameAtWhichItEnds() throws IOException {
    Clips.write(MovingSquare.clip(3, 30, 96), folder.resolve("whole.png"));

    assertReading(cut("whole.png", 0.6)).hasMessageMatching("(?s).*frame \\d+.*");
  }

  @Test
  void aTrackerProjectCutShortNamesTheFileItEndsIn() throws IOException {
    Files.copy(CAR, folder.resolve("car.trz"));

    assertReading(cut("car.trz", 0.3))
        .hasMessageContaining("it ends at byte 1018748, inside videos/")
        .hasMessageContaining("loop with friction14.jpg");
  }

  @Test
  void aPictureCutShortNamesItsFrame() throws IOException {
    for (int t = 0; t < 3; t++) {
      String name = "bulk_water_00" + t + ".png";
      Files.copy(WATER.resolve(name), folder.resolve(name));
    }
    byte[] whole = Files.readAllBytes(folder.resolve("bulk_water_001.png"));
    Files.write(folder.resolve("bulk_water_001.png"), Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> Clips.read(folder, Reading.all().fps(24)))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("frame 1, ")
        .hasMessageContaining("bulk_water_001.png: the picture is broken or cut short");
  }

  @Test
  void picturesOfTwoSizesAreNotOneClip() throws IOException {
    Clips.write(MovingSquare.clip(1, 1, 16), folder.resolve("0.png"));
    Clips.write(MovingSquare.clip(1, 1, 20), folder.resolve("1.png"));

    assertThatThrownBy(() -> Clips.read(folder, Reading.all().fps(24)))
        .hasMessageContaining("frame 1 is 20x20 grey, the frames before it are 16x16 grey");
  }

  @Test
  void picturesWithoutARateAskForOne() {
    assertReading(WATER).hasMessageContaining("add Reading.all().fps(..)");
  }

  @Test
  void aZipThatLeadsOutOfItselfIsRefused() throws IOException {
    assertReading(zip("../evil.jpg", "x")).hasMessageContaining("leads out of it");
  }

  @Test
  void aProjectThatReadsOtherFilesIsRefused() throws IOException {
    String stranger =
        "<!DOCTYPE object [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><object>&x;</object>";

    assertReading(zip("a.trk", stranger)).hasMessageContaining("a.trk is not the XML of a project");
  }

  @Test
  void aProjectWithoutItsPicturesIsRefused() throws IOException {
    assertReading(zip("a.trk", "<object class=\"TrackerPanel\"/>"))
        .hasMessageContaining("a.trk names no video");
  }

  @Test
  void aCardThatIsNotJsonIsRefused() throws IOException {
    Files.writeString(folder.resolve("card.json"), "{\"name\": ");

    assertReading(folder).hasMessageContaining("card.json is not JSON");
  }

  @Test
  void aCardThatLeadsOutOfItsFolderIsRefused() throws IOException {
    Files.writeString(folder.resolve("card.json"), "{\"name\": \"a\", \"clip\": \"../b.mp4\"}");

    assertReading(folder).hasMessageContaining("outside its folder");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertReading(Path path) {
    return assertThatThrownBy(() -> Clips.read(path)).isInstanceOf(ClipReadException.class);
  }

  private Path cut(String name, double share) throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve(name));
    return Files.write(
        folder.resolve("cut-" + name), Arrays.copyOf(whole, (int) (share * whole.length)));
  }

  private Path zip(String entry, String content) throws IOException {
    Path file = folder.resolve("a.trz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return file;
  }
}

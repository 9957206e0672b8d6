package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.workbench.worlds.Worlds;

class WritingAndReadingTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"webm", "mp4"})
  void aVideoComesBackAlmostAsItWas(String ending) {
    Clip clip = MovingSquare.clip(3, 20, 64);
    Path file = folder.resolve("square." + ending);

    Clips.write(clip, file);
    Clip back = Clips.read(file);

    assertThat(back.frames()).isEqualTo(20);
    assertThat(back.fps()).isEqualTo(24);
    assertThat(back.id()).isEqualTo("square");
    assertThat(MovingSquare.meanDifference(clip, back)).isLessThan(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anAnimatedPictureComesBackToTheByte(int channels) {
    Clip clip = MovingSquare.clip(channels, 12, 48);
    Path file = folder.resolve("square.png");

    Clips.write(clip, file);
    Clip back = Clips.read(file);

    assertThat(back.channels()).isEqualTo(channels);
    assertThat(back.frames()).isEqualTo(12);
    assertThat(MovingSquare.meanDifference(clip, back)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, npz", "3, npz", "1, h5", "3, h5", "1, ''", "3, ''"})
  void arraysAndFoldersKeepEveryPixelAndVariable(int channels, String ending) {
    Clip clip = known(MovingSquare.clip(channels, 12, 48));
    Path file = folder.resolve(ending.isEmpty() ? "square" : "square." + ending);

    Clips.write(clip, file);
    Clip back = Clips.open(file.toString()).get(0);

    assertThat(back.channels()).isEqualTo(channels);
    assertThat(back.fps()).isEqualTo(24);
    assertThat(back.pixelsPerMetre()).isEqualTo(12.5);
    assertThat(MovingSquare.meanDifference(clip, back)).isZero();
    assertThat(back.variables()).isEqualTo(clip.variables());
  }

  /** Two dates make no rate: how long the frames are shown does. */
  @ParameterizedTest
  @CsvSource({"1, png", "2, png", "1, gif", "2, gif", "1, webm", "2, mp4"})
  void aFewFramesKeepTheirRate(int frames, String ending) {
    Path file = folder.resolve("few." + ending);
    Clip square = MovingSquare.clip(3, frames, 16);
    Clip.Builder few = Clip.builder("few", 3, 16, 16).fps(25);
    for (int t = 0; t < frames; t++) {
      few.frame(square.frame(t));
    }
    Clips.write(few.build(), file);

    Clip back = Clips.read(file);

    assertThat(back.frames()).isEqualTo(frames);
    assertThat(back.fps()).isCloseTo(25, within(1e-6));
  }

  /** A colleague may read it as any other file one makes. */
  @ParameterizedTest
  @ValueSource(strings = {"gif", "npz", "mp4", "h5"})
  void aFileMayBeReadByWhomANewFileMayBeReadBy(String ending) throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    Path written = folder.resolve("clip." + ending);

    Clips.write(MovingSquare.clip(1, 2, 16), written);

    assertThat(Files.getPosixFilePermissions(written))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void aGifOfFewColoursComesBackToTheByteAndIsAsLong() {
    Clip clip = MovingSquare.clip(3, 24, 48);
    Path file = folder.resolve("square.gif");

    Clips.write(clip, file);
    Clip back = Clips.read(file);

    assertThat(back.frames()).isBetween(24, 25);
    assertThat(back.frame(0)).isEqualTo(clip.frame(0));
    assertThat(back.frame(20)).isEqualTo(clip.frame(20));
    assertThat(back.fps()).isBetween(23.5, 24.5);
  }

  @Test
  void aGifOfGreyNoiseComesBackToTheByte() {
    byte[] frame = new byte[160 * 160];
    new java.util.Random(1).nextBytes(frame);
    Path file = folder.resolve("noise.gif");

    Clips.write(Clip.builder("noise", 1, 160, 160).fps(10).frame(frame).frame(frame).build(), file);

    assertThat(Clips.read(file).grey().frame(1)).isEqualTo(frame);
  }

  @Test
  void aGifOfManyColoursIsNearlyTheSame() {
    byte[] frame = new byte[3 * 64 * 64];
    for (int i = 0; i < 64 * 64; i++) {
      frame[i] = (byte) (4 * (i % 64));
      frame[4096 + i] = (byte) (4 * (i / 64));
      frame[8192 + i] = (byte) (2 * (i % 64 + i / 64));
    }
    Clip clip = Clip.builder("ramp", 3, 64, 64).frame(frame).frame(frame).build();
    Path file = folder.resolve("ramp.gif");

    Clips.write(clip, file);

    assertThat(MovingSquare.meanDifference(clip, Clips.read(file).slice(0, 2))).isLessThan(8);
  }

  @Test
  void aSetInOneFileComesBackClipByClip() {
    Clip first = known(MovingSquare.clip(3, 5, 16));
    Clip second = known(MovingSquare.clip(3, 9, 16)).named("second");
    Path file = folder.resolve("two.h5");

    Clips.write(Clips.of(List.of(first, second)), file);
    ClipSet back = Clips.open(file.toString());

    assertThat(back.size()).isEqualTo(2);
    assertThat(MovingSquare.meanDifference(back.get(1), second)).isZero();
    assertThat(back.get(1).variables()).isEqualTo(second.variables());
  }

  @Test
  void clipsOfTwoSizesAreNotOneFile() {
    ClipSet two =
        Clips.of(List.of(MovingSquare.clip(1, 5, 16), MovingSquare.clip(1, 5, 20).named("b")));

    assertThatThrownBy(() -> Clips.write(two, folder.resolve("two.h5")))
        .hasMessageContaining("all clips of one file need the same size");
  }

  @Test
  void aFileOfMoreThan256MibIsWrittenClipByClip() {
    Clip large = Clip.builder("large", 1, 2_400, 2_400).frame(new byte[5_760_000]).build();
    byte[] marked = new byte[5_760_000];
    marked[5_000_000] = 77;
    Clip last = Clip.builder("last", 1, 2_400, 2_400).frame(marked).build();
    List<Clip> many = new ArrayList<>();
    for (int i = 0; i < 49; i++) {
      many.add(large.named("large" + i));
    }
    many.add(last);
    Path file = folder.resolve("large.h5");

    Clips.write(Clips.of(many), file);
    ClipSet back = Clips.open(file.toString());

    assertThat(back.size()).isEqualTo(50);
    assertThat(back.get(49).frame(0)).isEqualTo(marked);
  }

  @Test
  void everyOneOfManyFramesIsFoundAgain() {
    Clip.Builder frames = Clip.builder("long", 1, 8, 8);
    for (int t = 0; t < 5_000; t++) {
      byte[] frame = new byte[64];
      frame[t % 64] = (byte) (t / 64 + 1);
      frames.frame(frame);
    }
    Clip clip = frames.build();
    Path file = folder.resolve("long.h5");

    Clips.write(clip, file);

    assertThat(MovingSquare.meanDifference(clip, Clips.read(file))).isZero();
  }

  @Test
  void variablesThatAnHdf5FileCannotNameAreRefused() {
    Clip clip = MovingSquare.clip(1, 2, 16);
    float[] values = {1, 2};

    assertThatThrownBy(
            () ->
                Clips.write(
                    clip.withVariable(Variable.scalar("x/y", "m", values)), folder.resolve("a.h5")))
        .hasMessageContaining("cannot hold \"x/y\", since / parts groups");
    assertThatThrownBy(
            () ->
                Clips.write(
                    clip.withVariable(Variable.scalar("pixels", "m", values)),
                    folder.resolve("a.h5")))
        .hasMessageContaining("cannot hold \"pixels\" twice");
    assertThat(folder).isEmptyDirectory();
  }

  private static Clip known(Clip clip) {
    float[][] places = new float[clip.frames()][];
    for (int t = 0; t < places.length; t++) {
      places[t] = new float[] {t * 0.1f, t == 2 ? Float.NaN : -t};
    }
    Clip.Builder scaled =
        Clip.builder(clip.id(), clip.channels(), clip.height(), clip.width())
            .fps(clip.fps())
            .pixelsPerMetre(12.5);
    for (int t = 0; t < clip.frames(); t++) {
      scaled.frame(clip.frame(t));
    }
    return scaled
        .variable(new Variable("position", "m", List.of("x", "y"), places))
        .variable(Variable.constant("gravity", "m/s^2", 9.81f, clip.frames()))
        .build();
  }

  @Test
  void onlyTheFramesAskedForAreReadAtTheSizeAskedFor() {
    Path file = folder.resolve("square.png");
    Clip clip = MovingSquare.clip(3, 12, 48);
    Clips.write(clip, file);

    Clip back = Clips.read(file, Reading.all().frames(2, 10).stride(4).fit(24, 24).grey());

    assertThat(back.frames()).isEqualTo(2);
    assertThat(back.fps()).isEqualTo(6);
    Clip expected = clip.grey().resize(24, 24);
    assertThat(back.frame(0)).isEqualTo(expected.frame(2));
    assertThat(back.frame(1)).isEqualTo(expected.frame(6));
  }

  @Test
  void moreFramesThanThereAreIsRefusedWithTheirNumber() {
    Path file = folder.resolve("square.webm");
    Clips.write(MovingSquare.clip(1, 12, 48), file);

    assertThatThrownBy(() -> Clips.read(file, Reading.all().frames(0, 16)))
        .hasMessageContaining("it has 12 frames; frames 0 to 16 were asked for");
    assertThatThrownBy(() -> Clips.read(file, Reading.all().frames(12, 14)))
        .hasMessageContaining("it has 12 frames");
  }

  @Test
  void oddSizesAreWrittenInEvenVideos() {
    Path file = folder.resolve("odd.mp4");

    Clips.write(MovingSquare.clip(1, 4, 33), file);

    assertThat(Clips.read(file).width()).isEqualTo(34);
  }

  @Test
  void anUnknownEndingIsRefusedAndNothingIsLeftBehind() {
    Path file = folder.resolve("square.mov2");

    assertThatThrownBy(() -> Clips.write(MovingSquare.clip(1, 2, 16), file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("not as .mov2");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path file = folder.resolve("nowhere").resolve("square.webm");

    assertThatThrownBy(() -> Clips.write(MovingSquare.clip(1, 2, 16), file))
        .hasMessageContaining("the folder " + folder.resolve("nowhere") + " does not exist")
        .hasMessageContaining("create it");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "/proc takes no new file, not even from root")
  void aPlaceWhereNothingCanBeWrittenIsNamed() {
    assertThatThrownBy(() -> Clips.write(MovingSquare.clip(1, 2, 16), Path.of("/proc/square.png")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the folder /proc cannot be written")
        .hasMessageContaining("another folder");
  }

  @Test
  void aFolderThatLostAFrameSaysThatItsNotesDoNotFit() throws IOException {
    Path frames = folder.resolve("frames");
    Clips.write(Worlds.bouncingBall().frames(6).generate(1, 0), frames);
    try (Stream<Path> files = Files.list(frames)) {
      Files.delete(files.filter(file -> file.toString().endsWith(".png")).sorted().toList().get(5));
    }

    assertThatThrownBy(() -> Clips.read(frames))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("the notes give 6 values for")
        .hasMessageContaining("5 were read");
  }

  @Test
  void aPosterBesideVideosIsNoFrame() throws IOException {
    for (int i = 0; i < 2; i++) {
      Clips.write(MovingSquare.clip(1, 4, 16), folder.resolve("film " + i + ".mp4"));
    }
    Files.write(folder.resolve("poster.jpg"), new byte[] {1, 2, 3});

    assertThat(Clips.open(folder.toString()).stream().map(Clip::id))
        .containsExactly("film 0", "film 1");
  }
}

package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        .hasMessageContaining("written as .webm, .mp4 or .png (animated), not as .mov2");
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
}

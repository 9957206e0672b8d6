package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what NumPy and h5py wrote; arrays/make_reference_arrays.py says what the values are. */
class ArrayFilesTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "org", "orrery", "workbench", "clips", "arrays");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes.npy",
        "floats.npy",
        "doubles_big.npy",
        "channels_first.npy",
        "named.npz",
        "plain.h5"
      })
  void oneClipOfColours(String name) {
    Clip clip = Clips.read(FOLDER.resolve(name));

    assertFrames(clip, 3, 6, 0, 0);
    assertThat(clip.fps()).isEqualTo(25);
  }

  @Test
  void wordsAreScaledToBytesAndBitsToBlackAndWhite() {
    assertFrames(Clips.read(FOLDER.resolve("words.npy")), 1, 6, 0, 0);
    Clip bits = Clips.read(FOLDER.resolve("bits.npy"));
    assertThat(bits.frame(0)[0]).isEqualTo((byte) 0);
    assertThat(bits.frame(3)[0]).isEqualTo((byte) 255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"named.npz", "plain.h5"})
  void arraysWithARowForEveryFrameAreVariables(String name) {
    Clip clip = Clips.read(FOLDER.resolve(name), Reading.all().frames(2, 6).stride(2));

    assertThat(clip.variable("position").values())
        .isDeepEqualTo(new float[][] {{1, -0.5f}, {2, -1}});
    assertThat(clip.variables()).doesNotContainKey("other");
  }

  @Test
  void fiveAxesAreManyClips() {
    ClipSet clips = Clips.open(FOLDER.resolve("many.npz").toString());

    assertThat(clips.size()).isEqualTo(3);
    assertThat(clips.id(2)).isEqualTo("many-2");
    assertFrames(clips.get(2), 3, 6, 2, 0);
    assertThat(clips.get(1).variable("speed").at(5, 0)).isEqualTo(11);
    assertThatThrownBy(() -> Clips.read(FOLDER.resolve("many.npz")))
        .hasMessageContaining("it holds 3 clips, not one: take them as a set with Clips.open");
  }

  @ParameterizedTest
  @ValueSource(strings = {"episodes.h5", "zipped.h5"})
  void stableWorldmodelsEpisodesAreClips(String name) {
    ClipSet clips = Clips.open(FOLDER.resolve(name).toString());

    assertThat(clips.stream().map(Clip::frames)).containsExactly(3, 5, 2);
    for (int i = 0; i < 3; i++) {
      assertFrames(clips.get(i), 3, clips.get(i).frames(), i, 0);
    }
  }

  @Test
  void columnsOfEpisodesAreVariablesAndTextIsNot() {
    Clip second = Clips.open(FOLDER.resolve("episodes.h5").toString()).get(1);

    assertThat(second.variables().keySet()).containsExactly("action");
    assertThat(second.variable("action").at(0)).containsExactly(6, 7);
    assertThat(second.variable("action").components()).isEqualTo(List.of("action[0]", "action[1]"));
  }

  @Test
  void anEpisodeOutsideItsDatasetIsRefused() {
    assertThatThrownBy(() -> Clips.open(FOLDER.resolve("outside.h5").toString()))
        .hasMessageContaining("episode 1 has frames 3 to 12, but pixels has 10 rows");
  }

  @Test
  void cSwmObservationsAndTheLastNextOneAreAClip() {
    ClipSet clips = Clips.open(FOLDER.resolve("shapes.h5").toString());

    assertThat(IntStream.range(0, 12).mapToObj(clips::id))
        .containsExactlyElementsOf(IntStream.range(0, 12).mapToObj(i -> "shapes-" + i).toList());
    assertFrames(clips.get(10), 3, 6, 10, 0);
    assertThat(clips.get(10).variable("action").at(4, 0)).isEqualTo(14);
    assertThat(clips.get(10).variable("action").at(5, 0)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"three_body.h5", "atari.h5"})
  void twoFramesInSixChannelsAreToldApartByTheNextStep(String name) {
    Clip clip = Clips.open(FOLDER.resolve(name).toString()).get(1);

    assertFrames(clip, 3, 6, 1, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nan.npy|NaN is no brightness, in row 4: floats must lie from 0 to 1",
        "fortran.npy|the array lies in Fortran order; save np.ascontiguousarray(array) instead",
        "objects.npy|it holds Python objects (dtype object), which are never read"
      })
  void arraysThatAreNoPicturesAreRefused(String name, String why) {
    assertThatThrownBy(() -> Clips.read(FOLDER.resolve(name)))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining(name + " as a NumPy file")
        .hasMessageContaining(why);
  }

  /** Every frame is value(t, y, x, c) of the script, for clip n. */
  private static void assertFrames(Clip clip, int channels, int frames, int n, int from) {
    assertThat(List.of(clip.frames(), clip.channels(), clip.height(), clip.width()))
        .containsExactly(frames, channels, 5, 4);
    for (int t = 0; t < frames; t++) {
      byte[] expected = new byte[channels * 20];
      for (int i = 0; i < expected.length; i++) {
        int c = i / 20;
        int y = i / 4 % 5;
        int x = i % 4;
        expected[i] = (byte) (7 * (t + from) + 3 * y + 2 * x + 50 * c + 11 * n);
      }
      assertThat(clip.frame(t)).as("frame %d", t).isEqualTo(expected);
    }
  }
}

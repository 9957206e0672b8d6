package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Compares with what the ffmpeg program decodes; reference/make_reference_clips.py made both. */
class VideoReferenceTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "org", "orrery", "workbench", "clips", "reference");

  /** A GIF counts time in hundredths of a second. */
  private static final double GIF_TIMES = 0.2;

  /** One clip and what the program makes of it. */
  record Reference(String clip, Path raw, int frames, int channels, int height, int width) {
    @Override
    public String toString() {
      return clip;
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void everyFrameIsWhatTheFfmpegProgramDecodes(Reference expected) throws IOException {
    Clip clip = Clips.read(FOLDER.resolve(expected.clip()));

    assertThat(List.of(clip.frames(), clip.channels(), clip.height(), clip.width()))
        .containsExactly(
            expected.frames(), expected.channels(), expected.height(), expected.width());
    assertThat(clip.fps()).isCloseTo(24, within(GIF_TIMES));
    byte[] raw = raw(expected);
    int size = expected.channels() * expected.height() * expected.width();
    for (int t = 0; t < clip.frames(); t++) {
      assertThat(meanDifference(clip, t, raw, t * size))
          .as("mean difference of frame %d", t)
          .isLessThan(0.6);
    }
  }

  /** A frame apart would be seen: the source moves by more than the difference allowed. */
  @ParameterizedTest
  @ValueSource(strings = {"h264.mp4", "uneven.mp4", "interlaced.mp4"})
  void theComparisonTellsNeighbouringFramesApart(String name) throws IOException {
    Reference reference =
        references().filter(one -> one.clip().equals(name)).findFirst().orElseThrow();
    Clip clip = Clips.read(FOLDER.resolve(name));

    int size = reference.channels() * reference.height() * reference.width();
    assertThat(meanDifference(clip, 0, raw(reference), 5 * size)).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h264.mp4", "h264.mov", "h264.mkv", "vp9.webm", "uneven.mp4", "av1.mp4"})
  void aWindowIsWhatReadingFromTheStartGives(String name) {
    Clip whole = Clips.read(FOLDER.resolve(name));

    Clip window = Clips.read(FOLDER.resolve(name), Reading.all().frames(5, 9));

    for (int t = 0; t < 4; t++) {
      assertThat(window.frame(t)).as("frame %d", t).isEqualTo(whole.frame(5 + t));
    }
  }

  /**
   * Colours of half the resolution are put between pixels in another way when the picture is made
   * whole first; these pictures of 64 pixels are full of sharp edges of the strongest colours.
   */
  @ParameterizedTest
  @MethodSource("references")
  void shrinkingWhileDecodingIsTheMeanOverAreas(Reference reference) {
    boolean wholeColours = List.of("gif", "apng").contains(Places.ending(reference.clip()));
    Path file = FOLDER.resolve(reference.clip());
    Clip whole = Clips.read(file);

    Clip small = Clips.read(file, Reading.all().fit(whole.height() / 3, whole.width()));

    Clip expected = whole.resize(small.height(), small.width());
    assertThat(small.height()).isEqualTo(whole.height() / 3);
    assertThat(small.frames()).isEqualTo(whole.frames());
    for (int t = 0; t < small.frames(); t++) {
      byte[] planes = small.frame(t);
      byte[] means = expected.frame(t);
      double sum = 0;
      for (int i = 0; i < planes.length; i++) {
        sum += Math.abs((planes[i] & 0xff) - (means[i] & 0xff));
      }
      assertThat(sum / planes.length).as("frame %d", t).isLessThan(wholeColours ? 1.5 : 3.5);
    }
  }

  private static Stream<Reference> references() throws IOException {
    List<Reference> references = new ArrayList<>();
    for (JsonNode one :
        new ObjectMapper().readTree(Files.readString(FOLDER.resolve("clips.json")))) {
      references.add(
          new Reference(
              one.path("clip").asString(),
              FOLDER.resolve(one.path("reference").asString()),
              one.path("frames").asInt(),
              one.path("channels").asInt(),
              one.path("height").asInt(),
              one.path("width").asInt()));
    }
    return references.stream();
  }

  private static byte[] raw(Reference reference) throws IOException {
    try (InputStream zipped = new ByteArrayInputStream(Files.readAllBytes(reference.raw()));
        InputStream stream = new GZIPInputStream(zipped)) {
      return stream.readAllBytes();
    }
  }

  private static double meanDifference(Clip clip, int t, byte[] interleaved, int offset) {
    byte[] planes = clip.frame(t);
    int area = clip.height() * clip.width();
    double sum = 0;
    for (int c = 0; c < clip.channels(); c++) {
      for (int i = 0; i < area; i++) {
        int expected = interleaved[offset + i * clip.channels() + c] & 0xff;
        sum += Math.abs((planes[c * area + i] & 0xff) - expected);
      }
    }
    return sum / planes.length;
  }
}

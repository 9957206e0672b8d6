package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.format.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class LeRobotTest {
  @TempDir Path folder;

  @Test
  void episodesComeBackWithTheirFramesAndNumbers() {
    List<Clip> written = List.of(episode(0, 9), episode(1, 14), episode(2, 5));

    Clips.write(Clips.of(written), folder.resolve("robot"));
    ClipSet back = Clips.open(folder.resolve("robot").toString());

    assertThat(back.size()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      Clip clip = back.get(i);
      assertThat(clip.id()).isEqualTo("episode-00000" + i);
      assertThat(clip.frames()).isEqualTo(written.get(i).frames());
      assertThat(clip.fps()).isEqualTo(24);
      assertThat(clip.variable("state").values())
          .isDeepEqualTo(written.get(i).variable("state").values());
      assertThat(clip.variable("state").components()).containsExactly("x", "y");
      assertThat(clip.variable("reward").values())
          .isDeepEqualTo(written.get(i).variable("reward").values());
      assertThat(MovingSquare.meanDifference(written.get(i), clip)).isLessThan(3);
    }
  }

  @Test
  void aPartOfAnEpisodeIsReadFromTheMiddleOfItsVideo() {
    Clips.write(Clips.of(List.of(episode(0, 30), episode(1, 20))), folder.resolve("robot"));
    ClipSet robot = Clips.open(folder.resolve("robot").toString());

    Clip part = robot.window(1, 7, 11);

    Clip whole = robot.get(1);
    for (int t = 0; t < 4; t++) {
      assertThat(part.frame(t)).isEqualTo(whole.frame(7 + t));
      assertThat(part.variable("reward").at(t, 0)).isEqualTo(1007 + t);
    }
    assertThatThrownBy(() -> robot.window(1, 18, 25))
        .hasMessageContaining("it has 20 frames; frames 18 to 25 were asked for");
  }

  /** What NumPy says of the numbers: mean, std and quantile with their defaults. */
  @Test
  void theStatisticsOfEveryColumnAndColourAreWritten() throws IOException {
    Clips.write(Clips.of(List.of(episode(0, 9), episode(1, 14))), folder.resolve("robot"));

    JsonNode stats =
        new ObjectMapper().readTree(Files.readString(folder.resolve("robot/meta/stats.json")));

    JsonNode frame = stats.path("frame_index");
    assertThat(frame.at("/min/0").asDouble()).isZero();
    assertThat(frame.at("/max/0").asDouble()).isEqualTo(13);
    assertThat(frame.at("/mean/0").asDouble()).isCloseTo((36 + 91) / 23.0, within(1e-12));
    assertThat(frame.at("/std/0").asDouble()).isCloseTo(3.740141420453316, within(1e-9));
    assertThat(frame.at("/q50/0").asDouble()).isEqualTo(5);
    assertThat(frame.at("/q90/0").asDouble()).isCloseTo(10.8, within(1e-9));
    assertThat(frame.at("/count/0").asInt()).isEqualTo(23);
    assertThat(stats.at("/state/min/1").asDouble()).isEqualTo(-13);
    assertThat(stats.path("state").path("mean").size()).isEqualTo(2);
    JsonNode camera = stats.path("observation.images.main");
    double sum = 0;
    for (Clip clip : List.of(episode(0, 9), episode(1, 14))) {
      for (int t = 0; t < clip.frames(); t++) {
        byte[] pixels = clip.frame(t);
        for (int i = 0; i < 64 * 64; i++) {
          sum += (pixels[i] & 0xff) / 255.0 / (64 * 64 * 23);
        }
      }
    }
    assertThat(camera.at("/mean/0/0/0").asDouble()).isCloseTo(sum, within(1e-9));
    assertThat(camera.path("mean").size()).isEqualTo(3);
  }

  @Test
  void anOlderVersionSaysHowItIsConverted() throws IOException {
    Clips.write(Clips.of(List.of(episode(0, 5))), folder.resolve("robot"));
    Path info = folder.resolve("robot/meta/info.json");
    Files.writeString(info, Files.readString(info).replace("v3.0", "v2.1"));

    assertThatThrownBy(() -> Clips.open(folder.resolve("robot").toString()))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("codebase_version v2.1; v3.0 is read: convert it");
  }

  @Test
  void aTableCutShortNamesTheFileAndTheByte() throws IOException {
    Clips.write(Clips.of(List.of(episode(0, 5))), folder.resolve("robot"));
    Path table = folder.resolve("robot/data/chunk-000/file-000.parquet");
    byte[] whole = Files.readAllBytes(table);
    Files.write(table, java.util.Arrays.copyOf(whole, whole.length - 30));

    assertThatThrownBy(() -> Clips.open(folder.resolve("robot").toString()).get(0))
        .hasMessageContaining("file-000.parquet: byte " + (whole.length - 34))
        .hasMessageContaining("cut short");
  }

  @Test
  void columnsOfNumbersListsAndTextsComeBack() throws IOException {
    Path file = folder.resolve("columns.parquet");
    double[] many = IntStream.range(0, 5000).mapToDouble(i -> i * 0.5).toArray();
    ParquetWriter.write(
        file,
        List.of(
            new ParquetWriter.Stored(ParquetColumn.ofNumbers("time", many), Type.DOUBLE),
            new ParquetWriter.Stored(
                ParquetColumn.ofLists(
                    "pose", IntStream.range(0, 15_000).mapToDouble(i -> i).toArray(), 3),
                Type.FLOAT),
            new ParquetWriter.Stored(
                ParquetColumn.ofTexts(
                    "task", true, java.util.Collections.nCopies(5000, "push the \u00b5-block")),
                Type.BYTE_ARRAY)));

    Map<String, ParquetColumn> back = ParquetReader.read(file, name -> true);

    assertThat(back.get("time").numbers()).isEqualTo(many);
    assertThat(back.get("pose").numbers(4999, 5000)).containsExactly(14_997, 14_998, 14_999);
    assertThat(back.get("task").texts().get(4999)).isEqualTo("push the \u00b5-block");
    assertThat(ParquetReader.read(file, "time"::equals)).containsOnlyKeys("time");
  }

  private static Clip episode(int index, int frames) {
    float[][] state = new float[frames][];
    float[] reward = new float[frames];
    for (int t = 0; t < frames; t++) {
      state[t] = new float[] {t + 0.5f * index, -t};
      reward[t] = 1000 * index + t;
    }
    return MovingSquare.clip(3, frames, 64)
        .named("e" + index)
        .withVariable(new Variable("state", "m", List.of("x", "y"), state))
        .withVariable(Variable.scalar("reward", "", reward));
  }
}

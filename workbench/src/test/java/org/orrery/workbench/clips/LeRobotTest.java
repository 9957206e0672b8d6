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
  void unitsAndTheScaleComeBackAndStandWhereLeRobotPassesOverThem() throws IOException {
    Clip first = scaled(episode(0, 9));
    Clips.write(Clips.of(List.of(first, scaled(episode(1, 14)))), folder.resolve("robot"));

    Clip back = Clips.open(folder.resolve("robot").toString()).get(0);
    Clip small = Clips.open(folder.resolve("robot").toString(), Reading.all().fit(32, 32)).get(1);

    assertThat(back.variables()).isEqualTo(first.variables());
    assertThat(back.variable("state").unit()).isEqualTo("m");
    assertThat(back.variable("reward").unit()).isEmpty();
    assertThat(back.pixelsPerMetre()).isEqualTo(12.5);
    assertThat(small.pixelsPerMetre()).isEqualTo(6.25);
    JsonNode info = json("meta/info.json");
    // What LeRobot's DatasetInfo knows; it warns of anything else beside them.
    assertThat(info.propertyNames())
        .isSubsetOf(
            "codebase_version",
            "robot_type",
            "total_episodes",
            "total_frames",
            "total_tasks",
            "chunks_size",
            "data_files_size_in_mb",
            "video_files_size_in_mb",
            "fps",
            "splits",
            "data_path",
            "video_path",
            "features");
    assertThat(info.path("fps").isInt()).isTrue();
    assertThat(info.at("/features/state/unit").asString()).isEqualTo("m");
    for (JsonNode feature : info.path("features")) {
      assertThat(feature.propertyNames()).contains("dtype", "shape", "names");
    }
  }

  @Test
  void aFolderOfAnotherProgramWithTwoCamerasIsAClipForEach() throws IOException {
    handMade();

    ClipSet clips = Clips.open(folder.resolve("robot").toString());

    assertThat(IntStream.range(0, clips.size()).mapToObj(clips::id))
        .containsExactly(
            "episode-000000/observation.images.top",
            "episode-000000/observation.images.wrist",
            "episode-000001/observation.images.top",
            "episode-000001/observation.images.wrist",
            "episode-000002/observation.images.top",
            "episode-000002/observation.images.wrist");
    assertThat(clips.describe())
        .contains(
            "3 episodes, each seen by the cameras observation.images.top, observation.images.wrist");
    for (int i = 0; i < clips.size(); i++) {
      Clip clip = clips.get(i);
      int episode = i / 2;
      assertThat(clip.frames()).isEqualTo(100);
      assertThat(clip.fps()).isEqualTo(24);
      assertThat(clip.pixelsPerMetre()).isNaN();
      assertThat(clip.variables().keySet()).containsExactly("action", "double", "maybe");
      assertThat(clip.variable("action").components()).containsExactly("x", "y", "grip");
      assertThat(clip.variable("action").at(3))
          .containsExactly(r(episode, 3), -r(episode, 3), (100 * episode + 3) % 7);
      assertThat(clip.variable("double").unit()).isEmpty();
      assertThat(clip.variable("maybe").at(5, 0)).isNaN();
      // The top camera's film is bright where the wrist's is dark.
      for (int t : new int[] {0, 57, 99}) {
        int level = level(100 * episode + t);
        assertThat(clip.frame(t)[100] & 0xff)
            .isCloseTo(i % 2 == 0 ? level : 255 - level, within(4));
      }
    }
  }

  @Test
  void oneCameraIsChosenByItsName() throws IOException {
    handMade();
    ClipSet clips = Clips.open(folder.resolve("robot").toString());

    ClipSet wrist = clips.only(id -> id.endsWith("/observation.images.wrist"));

    assertThat(wrist.size()).isEqualTo(3);
    assertThat(wrist.get(2).id()).isEqualTo("episode-000002/observation.images.wrist");
    // What both cameras saw is in one part, so that none of it is held out and trained on.
    for (int i = 0; i < 6; i++) {
      assertThat(Split.of(clips.get(i))).isEqualTo(Split.of("episode-00000" + i / 2));
    }
    clips.splits().values().forEach(count -> assertThat(count % 2).isZero());
    assertThatThrownBy(() -> clips.only(id -> id.endsWith("/observation.images.side")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "none of the 6 clips has an id that is wanted; they are called [episode")
        .hasMessageContaining("and so on");
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

  private static Clip scaled(Clip clip) {
    Clip.Builder scaled =
        Clip.builder(clip.id(), clip.channels(), clip.height(), clip.width())
            .fps(clip.fps())
            .pixelsPerMetre(12.5);
    for (int t = 0; t < clip.frames(); t++) {
      scaled.frame(clip.frame(t));
    }
    clip.variables().values().forEach(scaled::variable);
    return scaled.build();
  }

  /**
   * The least that a v3 folder needs, not laid out as Orrery does: DuckDB's table of 300 frames,
   * two tables of episodes, a film of all episodes from one camera and a film of each from the
   * other.
   */
  private void handMade() throws IOException {
    Path robot = folder.resolve("robot");
    Path data = Files.createDirectories(robot.resolve("data/chunk-002"));
    Files.copy(
        Path.of("src/test/resources/org/orrery/workbench/clips/parquet/snappy.parquet"),
        data.resolve("file-001.parquet"));
    String videos = "videos/observation.images.%s/chunk-000/file-%03d.mp4";
    film(robot.resolve(videos.formatted("top", 0)), 0, 300, false);
    for (int episode = 0; episode < 3; episode++) {
      film(robot.resolve(videos.formatted("wrist", episode)), 100 * episode, 100, true);
    }
    episodes(robot.resolve("meta/episodes/chunk-000/file-000.parquet"), 0, 1);
    episodes(robot.resolve("meta/episodes/chunk-000/file-001.parquet"), 2);
    Files.writeString(
        robot.resolve("meta/info.json"),
        """
        {"codebase_version": "v3.0", "robot_type": "so100", "total_episodes": 3,
         "total_frames": 300, "total_tasks": 1, "fps": 24, "splits": {"train": "0:3"},
         "features": {
          "observation.images.top": {"dtype": "video", "shape": [16, 16, 3],
            "names": ["height", "width", "channels"], "info": {"video.fps": 24.0}},
          "action": {"dtype": "float32", "shape": [3], "names": {"motors": ["x", "y", "grip"]}},
          "observation.images.wrist": {"dtype": "video", "shape": [16, 16, 3], "names": null},
          "double": {"dtype": "float64", "shape": [1], "names": null},
          "maybe": {"dtype": "float32", "shape": [1]},
          "tasks": {"dtype": "string", "shape": [1], "names": null},
          "timestamp": {"dtype": "float32", "shape": [1], "names": null},
          "episode_index": {"dtype": "int64", "shape": [1], "names": null},
          "index": {"dtype": "int64", "shape": [1], "names": null}}}
        """);
  }

  private static void episodes(Path file, int... numbers) throws IOException {
    Files.createDirectories(file.getParent());
    double[] index = IntStream.of(numbers).asDoubleStream().toArray();
    double[] zeros = new double[numbers.length];
    double[] seconds = IntStream.of(numbers).mapToDouble(i -> 100 * i / 24.0).toArray();
    String top = "videos/observation.images.top/";
    String wrist = "videos/observation.images.wrist/";
    ParquetWriter.write(
        file,
        List.of(
            stored("episode_index", Type.INT64, index),
            stored("length", Type.INT64, IntStream.of(numbers).mapToDouble(i -> 100).toArray()),
            stored("data/chunk_index", Type.INT64, filled(2, numbers.length)),
            stored("data/file_index", Type.INT64, filled(1, numbers.length)),
            stored(top + "chunk_index", Type.INT64, zeros),
            stored(top + "file_index", Type.INT64, zeros),
            stored(top + "from_timestamp", Type.DOUBLE, seconds),
            stored(wrist + "chunk_index", Type.INT64, zeros),
            stored(wrist + "file_index", Type.INT64, index),
            stored(wrist + "from_timestamp", Type.DOUBLE, zeros)));
  }

  private static double[] filled(double value, int n) {
    double[] values = new double[n];
    java.util.Arrays.fill(values, value);
    return values;
  }

  private static ParquetWriter.Stored stored(String name, Type type, double... values) {
    return new ParquetWriter.Stored(ParquetColumn.ofNumbers(name, values), type);
  }

  /** Grey frames whose level tells which of the 300 they are. */
  private static void film(Path file, int from, int frames, boolean inverted) throws IOException {
    Files.createDirectories(file.getParent());
    Clip.Builder film = Clip.builder("film", 3, 16, 16).fps(24);
    for (int t = from; t < from + frames; t++) {
      byte[] frame = new byte[3 * 16 * 16];
      java.util.Arrays.fill(frame, (byte) (inverted ? 255 - level(t) : level(t)));
      film.frame(frame);
    }
    Clips.write(film.build(), file);
  }

  private static int level(int frame) {
    return 20 + 37 * frame % 200;
  }

  private static float r(int episode, int t) {
    return 100 * episode + t;
  }

  private JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(folder.resolve("robot").resolve(file)));
  }
}

package org.orrery.workbench.clips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.Type;
import org.orrery.workbench.files.Aside;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes clips as a LeRobot v3 folder: one table of frames, one of episodes, and one H.264 video
 * that holds all of them. A variable's unit and the camera's scale are kept in features of their
 * own, "unit" and "pixels_per_metre", which LeRobot passes over: it warns of what it does not know
 * beside the features, and loads each feature with whatever it holds.
 */
final class LeRobotWriter {
  private static final String CAMERA = "observation.images.main";
  private static final String TASK = "watch";

  private LeRobotWriter() {}

  static void write(ClipSet clips, Path folder) throws IOException {
    Clip first = clips.get(0);
    if (first.width() % 2 != 0 || first.height() % 2 != 0) {
      throw new IOException(
          "LeRobot's videos need an even width and height; clip %s is %dx%d: resize it first"
              .formatted(first.id(), first.width(), first.height()));
    }
    try {
      Aside.folder(folder, aside -> fill(clips, aside));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void fill(ClipSet clips, Path folder) throws IOException {
    Path video = folder.resolve("videos/" + CAMERA + "/chunk-000/file-000.mp4");
    Path data = folder.resolve("data/chunk-000/file-000.parquet");
    Path episodes = folder.resolve("meta/episodes/chunk-000/file-000.parquet");
    for (Path file : List.of(video, data, episodes)) {
      Files.createDirectories(file.getParent());
    }
    // One pass, so that a set larger than memory can be written: frames go, their numbers stay.
    LeRobotNumbers numbers = new LeRobotNumbers();
    VideoEncoder.write(numbers.gathering(clips), video, "mp4");
    Clip first = clips.get(0);
    List<ParquetWriter.Stored> frames = numbers.frames();
    ParquetWriter.write(data, frames);
    Files.writeString(folder.resolve(LeRobotStats.FILE), numbers.stats().json(CAMERA, frames));
    ParquetWriter.write(episodes, numbers.episodes(CAMERA, TASK));
    ParquetWriter.write(
        folder.resolve("meta/tasks.parquet"),
        List.of(
            new ParquetWriter.Stored(ParquetColumn.ofNumbers("task_index", 0), Type.INT64),
            new ParquetWriter.Stored(
                ParquetColumn.ofTexts("__index_level_0__", false, List.of(TASK)),
                Type.BYTE_ARRAY)));
    Files.writeString(folder.resolve(LeRobotInfo.FILE), info(first, numbers));
  }

  private static String info(Clip clip, LeRobotNumbers numbers) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode info = json.createObjectNode();
    info.put("codebase_version", "v3.0");
    info.putNull("robot_type");
    info.put("total_episodes", numbers.count());
    info.put("total_frames", numbers.total());
    info.put("total_tasks", 1);
    info.put("chunks_size", 1000);
    info.put("data_files_size_in_mb", 100);
    info.put("video_files_size_in_mb", 200);
    // LeRobot counts whole frames a second; others it takes as they are.
    if (clip.fps() == Math.rint(clip.fps())) {
      info.put("fps", (int) clip.fps());
    } else {
      info.put("fps", clip.fps());
    }
    info.putObject("splits").put("train", "0:" + numbers.count());
    info.put("data_path", "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet");
    info.put("video_path", "videos/{video_key}/chunk-{chunk_index:03d}/file-{file_index:03d}.mp4");
    ObjectNode features = info.putObject("features");
    ObjectNode camera = feature(features, CAMERA, "video", clip.height(), clip.width(), 3);
    names(camera, List.of("height", "width", "channels"));
    if (!Double.isNaN(clip.pixelsPerMetre())) {
      camera.put(LeRobotInfo.SCALE, clip.pixelsPerMetre());
    }
    for (Variable variable : clip.variables().values()) {
      ObjectNode one = feature(features, variable.name(), "float32", variable.components().size());
      names(one, variable.components());
      one.put(LeRobotInfo.UNIT, variable.unit());
    }
    feature(features, "timestamp", "float32", 1).putNull("names");
    for (String name : LeRobotInfo.BOOKKEEPING.subList(1, LeRobotInfo.BOOKKEEPING.size())) {
      feature(features, name, "int64", 1).putNull("names");
    }
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(info);
  }

  private static ObjectNode feature(ObjectNode features, String name, String type, int... shape) {
    ObjectNode feature = features.putObject(name);
    feature.put("dtype", type);
    ArrayNode sides = feature.putArray("shape");
    for (int side : shape) {
      sides.add(side);
    }
    return feature;
  }

  private static void names(ObjectNode feature, List<String> names) {
    ArrayNode list = feature.putArray("names");
    new ArrayList<>(names).forEach(list::add);
  }
}

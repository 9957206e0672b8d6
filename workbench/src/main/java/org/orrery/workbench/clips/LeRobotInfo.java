package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What meta/info.json of a LeRobot v3 folder says.
 *
 * @param folder the folder of the dataset
 * @param fps frames a second
 * @param dataPath where the tables are, with {chunk_index:03d} and {file_index:03d}
 * @param videoPath where the videos are, with {video_key} too
 * @param cameras the features that are videos, with pixels a metre or NaN
 * @param columns the features that are numbers, with their units and the names of their components
 */
record LeRobotInfo(
    Path folder,
    double fps,
    String dataPath,
    String videoPath,
    Map<String, Double> cameras,
    Map<String, ArrayNotes.Described> columns) {
  static final String FILE = "meta/info.json";
  static final String UNIT = "unit";
  static final String SCALE = "pixels_per_metre";
  static final List<String> BOOKKEEPING =
      List.of("timestamp", "frame_index", "episode_index", "index", "task_index");

  static LeRobotInfo read(Path folder) throws IOException {
    try {
      return of(folder, new ObjectMapper().readTree(Files.readString(folder.resolve(FILE))));
    } catch (JacksonException e) {
      throw new IOException("%s is not JSON: %s".formatted(FILE, e.getOriginalMessage()), e);
    }
  }

  private static LeRobotInfo of(Path folder, JsonNode info) throws IOException {
    String version = info.path("codebase_version").asString("none");
    if (!version.startsWith("v3")) {
      throw new IOException(
          "%s says codebase_version %s; v3.0 is read: convert it with LeRobot's convert_dataset_v21_to_v30"
              .formatted(FILE, version));
    }
    double fps = info.path("fps").asDouble(Double.NaN);
    if (!(fps > 0 && fps < Double.POSITIVE_INFINITY)) {
      throw new IOException("%s says fps %s; above 0 is needed".formatted(FILE, info.path("fps")));
    }
    Map<String, Double> cameras = new LinkedHashMap<>();
    Map<String, ArrayNotes.Described> columns = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : info.path("features").properties()) {
      JsonNode feature = entry.getValue();
      String type = feature.path("dtype").asString("");
      if (type.equals("video")) {
        cameras.put(entry.getKey(), feature.path(SCALE).asDouble(Double.NaN));
      } else if (type.matches("float.*|int.*|bool") && !BOOKKEEPING.contains(entry.getKey())) {
        columns.put(
            entry.getKey(),
            new ArrayNotes.Described(
                feature.path(UNIT).asString(""), names(feature.path("names"))));
      }
    }
    if (cameras.isEmpty()) {
      throw new IOException(
          "%s lists no feature of dtype video; pictures inside the tables are not read"
              .formatted(FILE));
    }
    return new LeRobotInfo(
        folder,
        fps,
        info.path("data_path")
            .asString("data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet"),
        info.path("video_path")
            .asString("videos/{video_key}/chunk-{chunk_index:03d}/file-{file_index:03d}.mp4"),
        cameras,
        columns);
  }

  Path data(long chunk, long file) throws IOException {
    return inside(dataPath, "", chunk, file);
  }

  Path video(String camera, long chunk, long file) throws IOException {
    return inside(videoPath, camera, chunk, file);
  }

  private Path inside(String template, String camera, long chunk, long file) throws IOException {
    String name =
        template
            .replace("{video_key}", camera)
            .replace("{chunk_index:03d}", "%03d".formatted(chunk))
            .replace("{file_index:03d}", "%03d".formatted(file));
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder.normalize())) {
      throw new IOException("%s names %s, which is outside its folder".formatted(FILE, name));
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException("%s is missing".formatted(path));
    }
    return path;
  }

  /** Names of components: a list, or a list under any name. */
  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    JsonNode list = node.isObject() && !node.isEmpty() ? node.iterator().next() : node;
    for (JsonNode name : list) {
      names.add(name.asString());
    }
    return names;
  }
}

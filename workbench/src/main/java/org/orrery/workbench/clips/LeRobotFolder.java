package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A LeRobot v3 folder: meta/info.json, tables of episodes and of frames (Parquet), and videos that
 * hold many episodes each. Every episode is a clip for each camera; the columns are its variables.
 */
final class LeRobotFolder implements Format {

  @Override
  public String name() {
    return "a LeRobot folder";
  }

  @Override
  public boolean matches(Path path) {
    return Files.isRegularFile(path.resolve(LeRobotInfo.FILE));
  }

  @Override
  public Clip read(Path folder, Reading reading) throws IOException {
    return SingleClip.of(open(folder), reading);
  }

  @Override
  public Archive open(Path folder) throws IOException {
    LeRobotInfo info = LeRobotInfo.read(folder);
    List<LeRobotEpisode> episodes = new ArrayList<>();
    for (Path file : episodeTables(folder)) {
      Map<String, ParquetColumn> table =
          ParquetReader.read(file, name -> !name.startsWith("stats/") && !name.equals("tasks"));
      int rows = column(table, "episode_index", file).rows();
      for (int row = 0; row < rows; row++) {
        for (String camera : info.cameras().keySet()) {
          episodes.add(episode(table, file, row, camera));
        }
      }
    }
    return new LeRobotEpisodes(info, episodes, new LeRobotTables(info));
  }

  private static LeRobotEpisode episode(
      Map<String, ParquetColumn> table, Path file, int row, String camera) throws IOException {
    String video = "videos/" + camera + "/";
    return new LeRobotEpisode(
        (long) column(table, "episode_index", file).number(row),
        (int) column(table, "length", file).number(row),
        (long) column(table, "data/chunk_index", file).number(row),
        (long) column(table, "data/file_index", file).number(row),
        camera,
        (long) column(table, video + "chunk_index", file).number(row),
        (long) column(table, video + "file_index", file).number(row),
        column(table, video + "from_timestamp", file).number(row));
  }

  private static ParquetColumn column(Map<String, ParquetColumn> table, String name, Path file)
      throws IOException {
    ParquetColumn column = table.get(name);
    if (column == null) {
      throw new IOException("%s has no column %s; it has %s".formatted(file, name, table.keySet()));
    }
    return column;
  }

  private static List<Path> episodeTables(Path folder) throws IOException {
    Path episodes = folder.resolve("meta").resolve("episodes");
    if (!Files.isDirectory(episodes)) {
      throw new IOException("meta/episodes is missing");
    }
    try (Stream<Path> files = Files.walk(episodes, 2)) {
      return files
          .filter(file -> Places.ending(file.toString()).equals("parquet"))
          .sorted(NaturalOrder::compare)
          .toList();
    }
  }
}

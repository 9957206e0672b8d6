package org.orrery.workbench.clips;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables of frames of a LeRobot folder, each read once as long as memory allows. */
final class LeRobotTables {
  private final LeRobotInfo info;
  private final Map<Path, SoftReference<Map<String, ParquetColumn>>> read =
      new ConcurrentHashMap<>();

  LeRobotTables(LeRobotInfo info) {
    this.info = info;
  }

  Map<String, ParquetColumn> of(LeRobotEpisode episode) throws IOException {
    Path file = info.data(episode.dataChunk(), episode.dataFile());
    SoftReference<Map<String, ParquetColumn>> kept = read.get(file);
    Map<String, ParquetColumn> table = kept == null ? null : kept.get();
    if (table == null) {
      table =
          ParquetReader.read(
              file, name -> name.equals("episode_index") || info.columns().containsKey(name));
      read.put(file, new SoftReference<>(table));
    }
    return table;
  }
}

package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The episodes of a LeRobot folder as clips. */
record LeRobotEpisodes(LeRobotInfo info, List<LeRobotEpisode> episodes, LeRobotTables tables)
    implements Archive {

  @Override
  public int size() {
    return episodes.size();
  }

  @Override
  public String id(int index) {
    return info.cameras().size() == 1
        ? film(index)
        : film(index) + "/" + episodes.get(index).camera();
  }

  /** The episode: what one camera saw of it is not held out when another's clip is trained on. */
  @Override
  public String film(int index) {
    return "episode-%06d".formatted(episodes.get(index).index());
  }

  /** The cameras, when there are several: a clip of each ends in the name of its own. */
  @Override
  public String describe() {
    return info.cameras().size() == 1
        ? ""
        : "%d episodes, each seen by the cameras %s"
            .formatted(
                episodes.size() / info.cameras().size(),
                String.join(", ", info.cameras().keySet()));
  }

  @Override
  public OptionalInt frames(int index) {
    return OptionalInt.of(episodes.get(index).length());
  }

  @Override
  public Clip read(int index, Reading reading) throws IOException {
    LeRobotEpisode episode = episodes.get(index);
    int length = episode.length();
    boolean all = reading.to() == Integer.MAX_VALUE;
    if (reading.from() >= length || !all && reading.to() > length) {
      throw new IOException(
          "it has %d frames; frames %d to %s were asked for: choose 0 <= from < to <= %d"
              .formatted(length, reading.from(), all ? "the end" : reading.to(), length));
    }
    int start = Math.toIntExact(Math.round(episode.videoStart() * info.fps()));
    Path file = info.video(episode.camera(), episode.videoChunk(), episode.videoFile());
    Reading inVideo =
        reading
            .frames(start + reading.from(), start + Math.min(reading.to(), length))
            .fps(reading.rate().orElse(info.fps()));
    Clip clip = inVideo(file, id(index), inVideo, info.cameras().get(episode.camera()));
    for (Map.Entry<String, ArrayNotes.Described> column : info.columns().entrySet()) {
      clip = clip.withVariable(variable(episode, column.getKey(), column.getValue(), reading));
    }
    return clip;
  }

  private static Clip inVideo(Path file, String id, Reading reading, double scale)
      throws IOException {
    try {
      return VideoFile.read(VideoPlace.of(file), id, reading, scale);
    } catch (IOException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private Variable variable(
      LeRobotEpisode episode, String name, ArrayNotes.Described described, Reading reading)
      throws IOException {
    Map<String, ParquetColumn> table = tables.of(episode);
    ParquetColumn owners = table.get("episode_index");
    ParquetColumn column = table.get(name);
    if (owners == null || column == null) {
      throw new IOException(
          "the table of episode %d has no column %s; it has %s"
              .formatted(episode.index(), owners == null ? "episode_index" : name, table.keySet()));
    }
    int from = 0;
    while (from < owners.rows() && owners.number(from) != episode.index()) {
      from++;
    }
    int last = from + episode.length() - 1;
    if (last >= owners.rows() || owners.number(last) != episode.index()) {
      throw new IOException(
          "the table of episode %d does not have its %d rows one after the other"
              .formatted(episode.index(), episode.length()));
    }
    Variable all =
        ArrayNotes.none().variable(name, column.numbers(from, last + 1), episode.length());
    return kept(all, described, reading);
  }

  private static Variable kept(Variable all, ArrayNotes.Described described, Reading reading) {
    float[][] values =
        java.util.stream.IntStream.range(0, all.frames())
            .filter(reading::keeps)
            .mapToObj(all::at)
            .toArray(float[][]::new);
    boolean named = described.components().size() == all.components().size();
    return new Variable(
        all.name(), described.unit(), named ? described.components() : all.components(), values);
  }
}

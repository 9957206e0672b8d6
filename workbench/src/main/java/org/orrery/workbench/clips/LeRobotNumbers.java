package org.orrery.workbench.clips;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.parquet.format.Type;
import org.orrery.workbench.clips.ParquetWriter.Stored;

/** The numbers of the clips that pass by on their way into a LeRobot folder's video. */
final class LeRobotNumbers {
  private final List<Integer> lengths = new ArrayList<>();
  private final Map<String, List<float[]>> columns = new LinkedHashMap<>();
  private final LeRobotStats stats = new LeRobotStats();
  private Optional<Clip> first = Optional.empty();

  /** The clips, whose numbers are gathered as they go by; all must be alike. */
  Iterable<Clip> gathering(ClipSet clips) {
    return () -> {
      Iterator<Clip> source = clips.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return source.hasNext();
        }

        @Override
        public Clip next() {
          Clip clip = source.next();
          gather(clip);
          return clip;
        }
      };
    };
  }

  /** The statistics of the colours that went by. */
  LeRobotStats stats() {
    return stats;
  }

  int count() {
    return lengths.size();
  }

  int total() {
    return lengths.stream().mapToInt(n -> n).sum();
  }

  /** The table of frames. */
  List<Stored> frames() {
    List<Stored> table = new ArrayList<>();
    columns.forEach(
        (name, rows) -> {
          int k = rows.get(0).length;
          double[] all = new double[rows.size() * k];
          for (int i = 0; i < all.length; i++) {
            all[i] = rows.get(i / k)[i % k];
          }
          table.add(
              new Stored(
                  k == 1 ? ParquetColumn.ofNumbers(name, all) : ParquetColumn.ofLists(name, all, k),
                  Type.FLOAT));
        });
    double fps = first.orElseThrow().fps();
    double[] times = new double[total()];
    double[] indices = new double[total()];
    double[] owners = new double[total()];
    int at = 0;
    for (int episode = 0; episode < count(); episode++) {
      for (int t = 0; t < lengths.get(episode); t++, at++) {
        times[at] = t / fps;
        indices[at] = t;
        owners[at] = episode;
      }
    }
    table.add(new Stored(ParquetColumn.ofNumbers("timestamp", times), Type.FLOAT));
    table.add(whole("frame_index", indices));
    table.add(whole("episode_index", owners));
    table.add(whole("index", DoubleStream.iterate(0, i -> i + 1).limit(total()).toArray()));
    table.add(whole("task_index", new double[total()]));
    return table;
  }

  /** The table of episodes. */
  List<Stored> episodes(String camera, String task) {
    double fps = first.orElseThrow().fps();
    double[] from = new double[count()];
    double[] to = new double[count()];
    for (int i = 0; i < count(); i++) {
      from[i] = i == 0 ? 0 : to[i - 1];
      to[i] = from[i] + lengths.get(i);
    }
    double[] zero = new double[count()];
    String video = "videos/" + camera + "/";
    return List.of(
        whole("episode_index", DoubleStream.iterate(0, i -> i + 1).limit(count()).toArray()),
        new Stored(
            ParquetColumn.ofTexts("tasks", true, java.util.Collections.nCopies(count(), task)),
            Type.BYTE_ARRAY),
        whole("length", lengths.stream().mapToDouble(n -> n).toArray()),
        whole("data/chunk_index", zero),
        whole("data/file_index", zero),
        whole("dataset_from_index", from),
        whole("dataset_to_index", to),
        whole(video + "chunk_index", zero),
        whole(video + "file_index", zero),
        seconds(video + "from_timestamp", from, fps),
        seconds(video + "to_timestamp", to, fps),
        whole("meta/episodes/chunk_index", zero),
        whole("meta/episodes/file_index", zero));
  }

  private void gather(Clip clip) {
    first.ifPresent(one -> SameKind.check(one, clip));
    first = Optional.of(first.orElse(clip.slice(0, 1)));
    lengths.add(clip.frames());
    stats.count(clip);
    for (Variable variable : clip.variables().values()) {
      columns
          .computeIfAbsent(variable.name(), name -> new ArrayList<>())
          .addAll(List.of(variable.values()));
    }
  }

  private static Stored whole(String name, double... values) {
    return new Stored(ParquetColumn.ofNumbers(name, values), Type.INT64);
  }

  private static Stored seconds(String name, double[] frames, double fps) {
    return new Stored(
        ParquetColumn.ofNumbers(name, DoubleStream.of(frames).map(n -> n / fps).toArray()),
        Type.DOUBLE);
  }
}

package org.orrery.workbench.physics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.files.Aside;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What is wrong with a video of any origin, found without labels.
 *
 * <pre>{@code
 * VideoReport report = Physics.watch(Clips.read("dream.mp4"));
 * report.flags()                          // frame 17: teleport, 21 px in one frame
 * report.table()                          // a row a frame: change, roughness, ground drift, flags
 * }</pre>
 *
 * @param clip what was watched
 * @param flags what is wrong, by frame
 * @param things how many things each frame shows, [time]
 * @param change mean absolute difference from the frame before in grey levels (0 to 255), [time]
 * @param roughness mean absolute difference from the mean of both neighbours, [time]: how far
 *     motion is from even
 * @param drift mean absolute difference of the ground from the first frame's, [time]
 * @param judged whether things could be told from the ground. They cannot where they cover two
 *     fifths of a frame, are more than 150, or, before a ground that is no single colour, come and
 *     go in more than a tenth of the frames (a moving camera); then only whole frames were judged
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record VideoReport(
    Clip clip,
    List<Flag> flags,
    int[] things,
    double[] change,
    double[] roughness,
    double[] drift,
    boolean judged) {
  private static final double FULL = 0.4;
  private static final double STEADY = 0.1;
  private static final int CROWD = 150;
  private static final int LARGEST = 320;

  /** Copies the list. */
  public VideoReport {
    flags = List.copyOf(flags);
  }

  static VideoReport of(Clip clip) {
    if (clip.frames() < 3) {
      throw new IllegalArgumentException(
          "clip %s has %d frames; at least 3 are needed to see motion go on: watch a longer clip"
              .formatted(clip.id(), clip.frames()));
    }
    int factor = (Math.max(clip.height(), clip.width()) + LARGEST - 1) / LARGEST;
    Clip small =
        clip.resize(Math.max(1, clip.height() / factor), Math.max(1, clip.width() / factor));
    Ground ground = Ground.of(small);
    List<List<Blob>> blobs =
        IntStream.range(0, clip.frames()).mapToObj(t -> Blob.in(small, ground, t)).toList();
    int[] things = blobs.stream().mapToInt(List::size).toArray();
    boolean judged = blobs.stream().noneMatch(frame -> crowded(small, frame));
    FrameSeries series = FrameSeries.of(small, ground);
    List<Flag> flags = new ArrayList<>(series.flags(things));
    if (judged) {
      List<Flag> found = new Permanence(small, Tracks.of(small, blobs)).flags();
      judged = ground.plain() || found.size() <= STEADY * clip.frames();
      if (judged) {
        found.forEach(flag -> flags.add(flag.times(factor)));
      }
    }
    flags.sort(Comparator.comparingInt(Flag::frame));
    return new VideoReport(
        clip, flags, things, series.change(), series.roughness(), series.drift(), judged);
  }

  /** Whether nothing is wrong. */
  public boolean clean() {
    return flags.isEmpty();
  }

  /** The faults of one kind. */
  public List<Flag> flags(VideoFault fault) {
    return flags.stream().filter(flag -> flag.fault() == fault).toList();
  }

  /**
   * Motion smoothness, 0 to 1: one minus the mean roughness of the inner frames over 255. The same
   * idea as VBench's motion smoothness, with a linear in place of a learned interpolation.
   */
  public double smoothness() {
    return 1 - Arrays.stream(roughness, 1, roughness.length - 1).average().orElseThrow() / 255;
  }

  /** A row a frame: the timeline. */
  public Table table() {
    int n = clip.frames();
    return Table.create(
        clip.id(),
        IntColumn.create("frame", IntStream.range(0, n).toArray()),
        IntColumn.create("things", things),
        DoubleColumn.create("change", change),
        DoubleColumn.create("roughness", roughness),
        DoubleColumn.create("ground drift", drift),
        StringColumn.create(
            "flags",
            IntStream.range(0, n)
                .mapToObj(
                    t ->
                        flags.stream()
                            .filter(flag -> flag.frame() == t)
                            .map(flag -> flag.fault().label())
                            .collect(Collectors.joining(", ")))
                .toList()));
  }

  /** Writes the flags and the timeline; the file is whole or not there. */
  public void json(Path file) {
    Aside.text(file, VideoJson.of(this));
  }

  /** What was seen, in one line. */
  public String notes() {
    return "%s: %s; motion smoothness %.4f, ground drift at most %.2f of 255%s"
        .formatted(
            clip.id(),
            flags.isEmpty() ? "nothing wrong" : flags.size() + " flagged",
            smoothness(),
            Arrays.stream(drift).max().orElseThrow(),
            judged
                ? ""
                : "; things cannot be told steadily from the ground (a moving camera, a busy or full"
                    + " picture), so only whole frames were judged");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VideoReport that
        && clip.id().equals(that.clip.id())
        && flags.equals(that.flags)
        && Arrays.equals(change, that.change)
        && Arrays.equals(drift, that.drift);
  }

  @Override
  public int hashCode() {
    return 31 * flags.hashCode() + Arrays.hashCode(change);
  }

  @Override
  public String toString() {
    String list = flags.stream().map(flag -> "\n" + flag).collect(Collectors.joining());
    return notes() + list;
  }

  private static boolean crowded(Clip clip, List<Blob> blobs) {
    double covered = blobs.stream().mapToInt(blob -> blob.pixels().length).sum();
    return blobs.size() > CROWD || covered > FULL * clip.height() * clip.width();
  }
}

package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.probes.Bootstrap;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Whether things stay what they are in imagined clips: what {@link Physics#watch} flags in the
 * imagined frames, beside what it flags in the true frames of the same clips, which is its floor.
 *
 * <pre>{@code
 * PermanenceLedger ledger = Physics.permanence(dreams);
 * ledger.imagined()                       // share of imagined clips in which something is wrong
 * ledger.table()                          // flags a kind, in imagined and in true frames
 * }</pre>
 *
 * Every clip is watched from its first given frame on, and flags are counted from the first
 * imagined frame on. At that frame a decoder's picture follows the camera's, so its flags are
 * counted apart as well.
 *
 * @param given how many true frames the model was given
 * @param rows a row a fault
 * @param imaginedFlagged whether something is wrong in the imagined frames, [clip]
 * @param trueFlagged whether something is flagged in the true frames, [clip]
 * @param unjudged imagined clips whose things cannot be told from the ground
 * @param instrument how well the same detector finds faults that were injected into true clips of
 *     the world; empty where the clips were made by no world
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record PermanenceLedger(
    int given,
    List<Row> rows,
    boolean[] imaginedFlagged,
    boolean[] trueFlagged,
    int unjudged,
    Optional<DetectorReport> instrument) {

  /**
   * How often one fault was flagged.
   *
   * @param fault what is wrong
   * @param imagined flags in imagined frames
   * @param atFirst those of them at the first imagined frame
   * @param truth flags in the true frames
   */
  public record Row(VideoFault fault, int imagined, int atFirst, int truth) {}

  /** Copies the list. */
  public PermanenceLedger {
    rows = List.copyOf(rows);
  }

  static PermanenceLedger of(List<Imagination> dreams, Progress progress) {
    int faults = VideoFault.values().length;
    int[] imagined = new int[faults];
    int[] atFirst = new int[faults];
    int[] truth = new int[faults];
    boolean[] imaginedFlagged = new boolean[dreams.size()];
    boolean[] trueFlagged = new boolean[dreams.size()];
    int unjudged = 0;
    for (int i = 0; i < dreams.size(); i++) {
      progress.check();
      Imagination dream = dreams.get(i);
      VideoReport watched = VideoReport.of(dream.imagined());
      unjudged += watched.judged() ? 0 : 1;
      for (Flag flag : watched.flags()) {
        if (flag.frame() >= dream.given()) {
          imaginedFlagged[i] = true;
          imagined[flag.fault().ordinal()]++;
          atFirst[flag.fault().ordinal()] += flag.frame() == dream.given() ? 1 : 0;
        }
      }
      for (Flag flag : VideoReport.of(dream.truth()).flags()) {
        if (flag.frame() >= dream.given()) {
          trueFlagged[i] = true;
          truth[flag.fault().ordinal()]++;
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (VideoFault fault : VideoFault.values()) {
      int f = fault.ordinal();
      rows.add(new Row(fault, imagined[f], atFirst[f], truth[f]));
    }
    return new PermanenceLedger(
        dreams.get(0).given(), rows, imaginedFlagged, trueFlagged, unjudged, Optional.empty());
  }

  /** The same ledger beside what its instrument finds. */
  PermanenceLedger beside(Optional<DetectorReport> found) {
    return new PermanenceLedger(given, rows, imaginedFlagged, trueFlagged, unjudged, found);
  }

  /** Clips watched. */
  public int clips() {
    return imaginedFlagged.length;
  }

  /** Share of imagined clips in which something is wrong. */
  public double imagined() {
    return share(imaginedFlagged, all());
  }

  /** Share of the true clips in which something is flagged: the instrument's floor. */
  public double truth() {
    return share(trueFlagged, all());
  }

  /** The 95 % interval of {@link #imagined} when the clips are drawn again. */
  public double[] interval() {
    return Bootstrap.interval(clips(), 0, chosen -> share(imaginedFlagged, chosen));
  }

  /** The row of a fault. */
  public Row row(VideoFault fault) {
    return rows.get(fault.ordinal());
  }

  /** The faults that were flagged anywhere. */
  public Table table() {
    List<Row> seen = rows.stream().filter(row -> row.imagined + row.truth > 0).toList();
    return Table.create(
        "permanence",
        StringColumn.create("fault", seen.stream().map(row -> row.fault.label()).toList()),
        IntColumn.create("imagined", seen.stream().mapToInt(Row::imagined).toArray()),
        IntColumn.create(
            "of them at the first imagined frame", seen.stream().mapToInt(Row::atFirst).toArray()),
        IntColumn.create("true clips", seen.stream().mapToInt(Row::truth).toArray()));
  }

  /** What was seen, in one line. */
  public String notes() {
    double[] ends = interval();
    return "something is flagged in the imagined frames of %.0f %% of %d clips (95 %% interval %.0f to %.0f), in the true ones of %.0f %%%s"
        .formatted(
            100 * imagined(),
            clips(),
            100 * ends[0],
            100 * ends[1],
            100 * truth(),
            unjudged == 0
                ? ""
                : "; in %d imagined clips things cannot be told from the ground, so only whole frames were judged"
                    .formatted(unjudged));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PermanenceLedger that
        && given == that.given
        && unjudged == that.unjudged
        && rows.equals(that.rows)
        && instrument.equals(that.instrument)
        && Arrays.equals(imaginedFlagged, that.imaginedFlagged)
        && Arrays.equals(trueFlagged, that.trueFlagged);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }

  @Override
  public String toString() {
    String found = instrument.map(report -> "\nof injected faults:\n" + report).orElse("");
    return notes() + "\n" + table().printAll() + found;
  }

  private int[] all() {
    return IntStream.range(0, clips()).toArray();
  }

  private static double share(boolean[] flagged, int[] chosen) {
    return Arrays.stream(chosen).filter(c -> flagged[c]).count() / (double) chosen.length;
  }
}

package org.orrery.workbench.physics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.orrery.workbench.worlds.Violation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How well the label-free detector finds faults that were injected, each beside the same clip
 * without it.
 *
 * @param rows a row a kind of fault
 * @param clean clean clips watched
 * @param cleanFlagged clean clips in which anything was flagged
 * @param source worlds, seed and counts
 */
public record DetectorReport(List<Row> rows, int clean, int cleanFlagged, String source) {

  /**
   * One kind.
   *
   * @param violation what was injected
   * @param fault what the detector should call it; null for what it has no name for, whose flags
   *     are false ones
   * @param clips faulty clips
   * @param found those flagged as this fault within a frame of the onset
   * @param named all flags of this fault, in all clips, faulty in whatever way or clean
   * @param noticed faulty clips in which anything was flagged within a frame of the onset
   */
  public record Row(
      Violation violation, VideoFault fault, int clips, int found, int named, int noticed) {
    /** Share of the faulty clips that were found; NaN if the fault has no name. */
    public double recall() {
      return fault == null ? Double.NaN : (double) found / clips;
    }

    /** What the detector calls it, "" for nothing. */
    String called() {
      return fault == null ? "" : fault.label();
    }

    /** Share of the flags of this name that are right, over all clips of all kinds. */
    public double precision() {
      return named == 0 ? Double.NaN : (double) found / named;
    }
  }

  /** Copies the list. */
  public DetectorReport {
    rows = List.copyOf(rows);
  }

  /** The row of a fault. */
  public Row row(VideoFault fault) {
    return rows.stream()
        .filter(row -> row.fault() == fault)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s was not injected; there are %s"
                        .formatted(fault, rows.stream().map(Row::fault).toList())));
  }

  /** Share of the clean clips in which anything was flagged. */
  public double falseAlarms() {
    return (double) cleanFlagged / clean;
  }

  /** The figures, a row a kind. */
  public Table table() {
    return Table.create(
        "label-free detector",
        StringColumn.create("injected", rows.stream().map(r -> r.violation().name()).toList()),
        StringColumn.create("called", rows.stream().map(Row::called).toList()),
        IntColumn.create("clips", rows.stream().mapToInt(Row::clips).toArray()),
        DoubleColumn.create("precision", rows.stream().mapToDouble(Row::precision).toArray()),
        DoubleColumn.create("recall", rows.stream().mapToDouble(Row::recall).toArray()),
        DoubleColumn.create(
            "noticed", rows.stream().mapToDouble(r -> (double) r.noticed() / r.clips()).toArray()));
  }

  @Override
  public String toString() {
    return rows.stream()
            .map(
                r ->
                    "%-15s %-10s n %3d  precision %5s  recall %5s  noticed %.3f%n"
                        .formatted(
                            r.violation(),
                            r.called(),
                            r.clips(),
                            share(r.precision()),
                            share(r.recall()),
                            (double) r.noticed() / r.clips()))
            .collect(Collectors.joining())
        + "clean clips flagged: %d of %d (%.1f %%); %s"
            .formatted(cleanFlagged, clean, 100 * falseAlarms(), source);
  }

  private static String share(double figure) {
    return Double.isNaN(figure) ? "-" : String.format(Locale.ROOT, "%.3f", figure);
  }
}

package org.orrery.workbench.physics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.orrery.workbench.worlds.Violation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Whether a model is more surprised by the impossible than by the possible, for each kind of
 * violation, beside copying the last latent and an untrained model.
 *
 * <pre>{@code
 * SurpriseReport report = Physics.surprise(model, Worlds.bouncingBall(), 50, 7);
 * report.row(Violation.TELEPORTS, "model").relative()      // share of pairs told right
 * }</pre>
 *
 * @param rows a row a kind and watcher
 * @param examples of each kind, what the model saw in the first pair's impossible clip
 * @param source world, seed and what the scores are, or why there are none
 */
public record SurpriseReport(List<Row> rows, List<Example> examples, String source) {

  /**
   * One impossible clip.
   *
   * @param kind what is wrong in it
   * @param onset the first frame that is wrong
   * @param surprise the model's, frame by frame
   */
  public record Example(Violation kind, int onset, Surprise surprise) {
    /** The kind in words. */
    public String label() {
      return name(kind);
    }
  }

  /**
   * One kind seen by one watcher.
   *
   * @param kind what was wrong
   * @param watcher {@code model}, {@code copy-last} or {@code untrained}
   * @param pairs matched pairs
   * @param relative share of pairs with a smaller mean surprise for the possible clip
   * @param interval the 95 % interval of {@code relative} when the pairs are drawn again
   * @param relativeByMax the same by the largest surprise of each clip
   * @param absolute share of clips on the right side of the 90th percentile of the largest surprise
   *     of possible clips
   * @param auroc area under the ROC of the largest surprise
   * @param auprc average precision of the largest surprise
   * @param margin mean of log(S impossible / S possible), by mean surprise: 0 if both surprise
   *     alike
   * @param marginAhead the model's margins against this watcher's: exchange test; null for the
   *     model
   * @param modelAhead the model's answers by mean surprise against this watcher's: McNemar's exact
   *     test; null for the model itself
   */
  public record Row(
      Violation kind,
      String watcher,
      int pairs,
      double relative,
      Estimate interval,
      double relativeByMax,
      double absolute,
      double auroc,
      double auprc,
      double margin,
      PairedTest marginAhead,
      PairedTest modelAhead) {}

  /** Copies the lists. */
  public SurpriseReport {
    rows = List.copyOf(rows);
    examples = List.copyOf(examples);
  }

  /** Whether anything was shown to the model; else {@link #source} says why not. */
  public boolean applies() {
    return !rows.isEmpty();
  }

  /** The row of a kind and a watcher. */
  public Row row(Violation kind, String watcher) {
    return rows.stream()
        .filter(row -> row.kind() == kind && row.watcher().equals(watcher))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no row for %s seen by \"%s\"; there are %s"
                        .formatted(
                            kind,
                            watcher,
                            rows.stream().map(r -> r.kind() + " " + r.watcher()).toList())));
  }

  /** The figures. */
  public Table table() {
    return Table.create(
        "surprise",
        StringColumn.create("violation", rows.stream().map(r -> name(r.kind())).toList()),
        StringColumn.create("watcher", rows.stream().map(Row::watcher).toList()),
        IntColumn.create("pairs", rows.stream().mapToInt(Row::pairs).toArray()),
        DoubleColumn.create("relative", rows.stream().mapToDouble(Row::relative).toArray()),
        DoubleColumn.create("low", rows.stream().mapToDouble(r -> r.interval().low()).toArray()),
        DoubleColumn.create("high", rows.stream().mapToDouble(r -> r.interval().high()).toArray()),
        DoubleColumn.create("by max", rows.stream().mapToDouble(Row::relativeByMax).toArray()),
        DoubleColumn.create("absolute", rows.stream().mapToDouble(Row::absolute).toArray()),
        DoubleColumn.create("AUROC", rows.stream().mapToDouble(Row::auroc).toArray()),
        DoubleColumn.create("AUPRC", rows.stream().mapToDouble(Row::auprc).toArray()),
        DoubleColumn.create("margin", rows.stream().mapToDouble(Row::margin).toArray()),
        StringColumn.create("p, pairs", rows.stream().map(r -> p(r.modelAhead())).toList()),
        StringColumn.create("p, margin", rows.stream().map(r -> p(r.marginAhead())).toList()));
  }

  @Override
  public String toString() {
    return IntStream.range(0, rows.size())
            .mapToObj(
                i -> {
                  Row r = rows.get(i);
                  return "%-16s %-10s n %3d  relative %.3f (by max %.3f)  absolute %.3f  AUROC %.3f  AUPRC %.3f  margin %.3f  p %s / %s%n"
                      .formatted(
                          name(r.kind()),
                          r.watcher(),
                          r.pairs(),
                          r.relative(),
                          r.relativeByMax(),
                          r.absolute(),
                          r.auroc(),
                          r.auprc(),
                          r.margin(),
                          p(r.modelAhead()),
                          p(r.marginAhead()));
                })
            .collect(Collectors.joining())
        + source;
  }

  private static String p(PairedTest test) {
    if (test == null) {
      return "";
    }
    String figure = test.p() < 1e-4 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", test.p());
    return test.difference() > 0 ? figure : "not ahead";
  }

  private static String name(Violation kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

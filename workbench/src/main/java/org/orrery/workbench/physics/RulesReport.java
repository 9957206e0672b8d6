package org.orrery.workbench.physics;

import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Whether a model follows the rules of a world or imitates the cases it has seen: what its velocity
 * error becomes on clips whose parameters were held back, and whether what it imagines drifts to
 * the nearest training case (after Kang et al. 2024, "How far is video generation from world
 * model").
 *
 * <pre>{@code
 * Holdout held = Holdout.of(Worlds.uniformMotion()).gap("speed", 2, 3).outside("speed", 0, 0.8);
 * WorldModel model = ...;                           // trained on held.inside()
 * RulesReport report = Physics.rules(model, held, 40, 7, System.out::println);
 * report.verdict();                                 // FOLLOWS, IMITATES or UNDECIDED
 * report.why();                                     // one sentence with its evidence
 * }</pre>
 *
 * @param model the model's name
 * @param world what was seen and what was held back
 * @param verdict one of three
 * @param why the evidence, in a sentence
 * @param rows a row a part and forecaster
 */
public record RulesReport(String model, String world, Verdict verdict, String why, List<Row> rows) {

  /** The three outcomes. */
  public enum Verdict {
    /** The error stays what it is on what was never seen. */
    FOLLOWS,
    /** The error grows, and imagined values go to the nearest training value. */
    IMITATES,
    /** The evidence is for neither, or for no skill at all. */
    UNDECIDED
  }

  /**
   * One part of the world under one forecaster.
   *
   * @param part {@code in distribution}, a held-back part, {@code in hull}, {@code out of hull} (of
   *     the parameters seen) or {@code all held back}
   * @param forecaster {@code model}, {@code copy-last}, {@code linear latent}, {@code untrained} or
   *     {@code instrument}: the true frames, measured as the imagined ones are
   * @param clips how many
   * @param error per-frame velocity error |v - v^| in m/s, mean over clips
   * @param ofMean the same by |mean v^ - mean v|
   * @param ratio error over that in distribution, neither below the instrument's
   * @param drift slope of (imagined - true) on (nearest training - true) value: 0 if a value stays
   *     what it was, 1 if it becomes the nearest training value
   * @param landed share of values that came closer to the nearest training value than half the way
   * @param values how many values that is of; 0 where no value is out of distribution or can be
   *     read off the frames
   * @param lost share of steps in which nothing was to be seen
   */
  public record Row(
      String part,
      String forecaster,
      int clips,
      Estimate error,
      Estimate ofMean,
      Estimate ratio,
      Estimate drift,
      Estimate landed,
      int values,
      double lost) {}

  /** Copies the list. */
  public RulesReport {
    rows = List.copyOf(rows);
  }

  /** The row of a part and a forecaster. */
  public Row row(String part, String forecaster) {
    return rows.stream()
        .filter(row -> row.part.equals(part) && row.forecaster.equals(forecaster))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no row for \"%s\" by \"%s\"; there are %s"
                        .formatted(
                            part,
                            forecaster,
                            rows.stream().map(r -> r.part + " by " + r.forecaster).toList())));
  }

  /** The figures, each with its 95 % interval over clips. */
  public Table table() {
    return Table.create(
        "mimicry or rules",
        text("part", Row::part),
        text("by", Row::forecaster),
        IntColumn.create("clips", rows.stream().mapToInt(Row::clips).toArray()),
        text("error m/s", row -> row.error.toString()),
        text("of the mean m/s", row -> row.ofMean.toString()),
        text("over in distribution", row -> row.ratio.toString()),
        text("drift slope", row -> row.drift.toString()),
        text("at the nearest case", row -> row.landed.toString()),
        IntColumn.create("values", rows.stream().mapToInt(Row::values).toArray()),
        text("lost", row -> "%.2f".formatted(row.lost)));
  }

  @Override
  public String toString() {
    return "%s in %s%n%s%n%s"
        .formatted(
            model,
            world,
            why,
            rows.stream()
                .map(
                    r ->
                        "%-16s %-13s n %3d  error %s m/s  ratio %s  drift %s  landed %s of %d"
                            .formatted(
                                r.part,
                                r.forecaster,
                                r.clips,
                                r.error,
                                r.ratio,
                                r.drift,
                                r.landed,
                                r.values))
                .collect(Collectors.joining(System.lineSeparator())));
  }

  private StringColumn text(String name, java.util.function.Function<Row, String> cell) {
    return StringColumn.create(name, rows.stream().map(cell).toList());
  }
}

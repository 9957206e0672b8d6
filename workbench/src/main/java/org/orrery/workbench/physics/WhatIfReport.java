package org.orrery.workbench.physics;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A model in a simulator's place: what it imagines to come out when one value of the world is
 * another, beside what comes out.
 *
 * <pre>{@code
 * WhatIfReport report =
 *     Physics.whatIf(model, Worlds.carCrash(), "speed", new double[] {6, 10, 14},
 *         Outcome.largest("deceleration"), 40, 7);
 * report.gain();                 // 1 if the imagined outcome changes as much as the simulated one
 * }</pre>
 *
 * @param model the model's name
 * @param world what was simulated
 * @param parameter the value that was changed
 * @param parameterUnit its unit
 * @param outcome what comes out
 * @param unit of the outcome
 * @param rows a row a value
 * @param gain slope of the imagined on the simulated change of outcome, over clips; 1 is right
 * @param simulation seconds that a clip's simulation takes, without a picture
 * @param filming seconds that a clip's simulation takes, pictures included
 * @param imagination seconds that imagining its outcome takes, from given frames to the number, all
 *     clips at once
 */
public record WhatIfReport(
    String model,
    String world,
    String parameter,
    String parameterUnit,
    Outcome outcome,
    String unit,
    List<Row> rows,
    Estimate gain,
    double simulation,
    double filming,
    double imagination) {

  /**
   * One value of the parameter.
   *
   * @param value in the parameter's unit
   * @param clips how many
   * @param simulated outcome, mean over clips
   * @param imagined outcome, mean over clips, as it is read out of imagined latents
   * @param read the same out of the latents of the true frames: what the readout itself can do
   * @param held the same of the last given latent, held: copy-last
   * @param error mean over clips of |imagined - simulated|
   */
  public record Row(
      double value,
      int clips,
      Estimate simulated,
      Estimate imagined,
      Estimate read,
      Estimate held,
      Estimate error) {}

  /** Copies the list. */
  public WhatIfReport {
    rows = List.copyOf(rows);
  }

  /** How many times faster the model is than a simulation with pictures. */
  public double speedUp() {
    return filming / imagination;
  }

  /** The row of a value. */
  public Row row(double value) {
    return rows.stream()
        .filter(row -> row.value == value)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no row for %s; there are %s"
                        .formatted(value, rows.stream().map(Row::value).toList())));
  }

  /** The figures with their 95 % intervals over clips. */
  public Table table() {
    return Table.create(
        "what if",
        DoubleColumn.create(
            unit(parameter, parameterUnit), rows.stream().mapToDouble(Row::value).toArray()),
        IntColumn.create("clips", rows.stream().mapToInt(Row::clips).toArray()),
        text(unit("simulated", unit), Row::simulated),
        text("imagined", Row::imagined),
        text("read off true frames", Row::read),
        text("copy-last", Row::held),
        text("|imagined − simulated|", Row::error));
  }

  /** Gain, time and what was simulated. */
  public String notes() {
    return "%s; %s; gain %s (1 is right); a clip takes %.2f ms to simulate, %.2f ms with its pictures and %.2f ms to imagine, all at once: %.2g times as fast"
        .formatted(
            world, outcome, gain, 1e3 * simulation, 1e3 * filming, 1e3 * imagination, speedUp());
  }

  @Override
  public String toString() {
    return rows.stream()
            .map(
                r ->
                    "%s %s: simulated %s, imagined %s, read %s, copy-last %s %s (n %d)"
                        .formatted(
                            parameter,
                            r.value,
                            r.simulated,
                            r.imagined,
                            r.read,
                            r.held,
                            unit,
                            r.clips))
            .collect(Collectors.joining(System.lineSeparator()))
        + System.lineSeparator()
        + notes();
  }

  private StringColumn text(String name, Function<Row, Estimate> cell) {
    return StringColumn.create(name, rows.stream().map(row -> cell.apply(row).toString()).toList());
  }

  private static String unit(String name, String unit) {
    return unit.isEmpty() ? name : name + " " + unit;
  }
}

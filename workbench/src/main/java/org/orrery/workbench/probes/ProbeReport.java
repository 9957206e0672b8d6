package org.orrery.workbench.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orrery.workbench.models.Direction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What probes found: one result per target, probe and model, each beside its controls.
 *
 * <pre>{@code
 * var report = Probe.standard().run(model, clips);
 * report.r2("velocity", 2);                                  // linear, from [z_t-1, z_t]
 * report.result("gravity", 8, Readout.MLP).selectivity();
 * report.direction("gravity");                               // for model.steer(direction, +3)
 * report.table();                                            // every figure, as a Tablesaw table
 * report.latex();                                            // or markdown(), or csv()
 * report.beside("before tuning", earlier);                   // both models' lines in one report
 * }</pre>
 *
 * @param clips what was probed, in one line
 * @param seed the seed of shuffles, components, networks and intervals
 * @param results the lines
 */
public record ProbeReport(String clips, long seed, List<ProbeResult> results) {
  /** The name of the model in a report of a single model. */
  public static final String MODEL = "model";

  /** Copies the lines. */
  public ProbeReport {
    results = List.copyOf(results);
  }

  /** Held-out R2 of the linear probe, of the first model. */
  public double r2(String variable, int window) {
    return result(variable, window, Readout.LINEAR).r2();
  }

  /** The result of the first model; what was not probed is refused with what was. */
  public ProbeResult result(String variable, int window, Readout readout) {
    return result(models().get(0), variable, window, readout);
  }

  /** The result of the model of that name. */
  public ProbeResult result(String model, String variable, int window, Readout readout) {
    return results.stream()
        .filter(r -> r.model().equals(model) && r.readout() == readout)
        .filter(r -> r.target().variable().equals(variable) && r.target().window() == window)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no %s probe of %s from %d latents of \"%s\" in this report; it has:\n  %s"
                        .formatted(
                            readout.label(),
                            variable,
                            window,
                            model,
                            String.join(
                                "\n  ", results.stream().map(ProbeResult::toString).toList()))));
  }

  /**
   * Where the first model's latents go as a variable grows by one unit, from its first linear
   * probe: what {@link org.orrery.workbench.models.WorldModel#steer} takes.
   */
  public Direction direction(String variable) {
    List<ProbeResult> of =
        results.stream()
            .filter(r -> r.model().equals(models().get(0)) && r.readout() == Readout.LINEAR)
            .filter(r -> r.target().variable().equals(variable))
            .toList();
    return direction(variable, of.isEmpty() ? 1 : of.get(0).target().window());
  }

  /** The same from the probe of that window. */
  public Direction direction(String variable, int window) {
    List<Direction> directions = result(variable, window, Readout.LINEAR).directions();
    if (directions.size() > 1) {
      throw new IllegalArgumentException(
          "%s has %d components, each with a direction of its own: say .direction(\"%s\", %d, 0) for the first"
              .formatted(variable, directions.size(), variable, window));
    }
    return direction(variable, window, 0);
  }

  /** The same of one component of the variable, counted from 0. */
  public Direction direction(String variable, int window, int component) {
    ProbeResult result = result(variable, window, Readout.LINEAR);
    if (component < 0 || component >= result.directions().size()) {
      throw new IllegalArgumentException(
          "component %d of %s: this probe has %d directions (classes have none): ask for 0 to %d"
              .formatted(
                  component,
                  result.target(),
                  result.directions().size(),
                  result.directions().size() - 1));
    }
    return result.directions().get(component);
  }

  /** The names of the models, in order. */
  public List<String> models() {
    return results.stream().map(ProbeResult::model).distinct().toList();
  }

  /** The same report with its only model under another name. */
  public ProbeReport named(String name) {
    if (models().size() > 1) {
      throw new IllegalStateException("this report has several models, " + models());
    }
    return new ProbeReport(clips, seed, results.stream().map(r -> r.named(name)).toList());
  }

  /** Both reports' lines, target by target; the other report's model gets the given name. */
  public ProbeReport beside(String name, ProbeReport other) {
    if (models().contains(name)) {
      throw new IllegalArgumentException(
          "this report already has a model \"%s\": choose another name".formatted(name));
    }
    List<ProbeResult> rest = new ArrayList<>(other.named(name).results);
    List<ProbeResult> merged = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      merged.add(results.get(i));
      ProbeResult own = results.get(i);
      boolean more = i + 1 < results.size() && sameLine(own, results.get(i + 1));
      if (!more) {
        rest.stream().filter(r -> sameLine(own, r)).forEach(merged::add);
        rest.removeIf(r -> sameLine(own, r));
      }
    }
    merged.addAll(rest);
    return new ProbeReport(clips, seed, merged);
  }

  /** Every figure, one row a result. Missing controls are missing values. */
  public Table table() {
    Table table =
        Table.create(
            "probes",
            StringColumn.create("target"),
            StringColumn.create("latents"),
            StringColumn.create("probe"),
            StringColumn.create("model"),
            StringColumn.create("measure"),
            DoubleColumn.create("score"),
            DoubleColumn.create("low"),
            DoubleColumn.create("high"),
            DoubleColumn.create("r"),
            DoubleColumn.create("MSE"),
            DoubleColumn.create("shuffled"),
            DoubleColumn.create("selectivity"),
            DoubleColumn.create("pixels PCA 16"),
            DoubleColumn.create("pixels PCA 64"),
            DoubleColumn.create("untrained"),
            DoubleColumn.create("bits saved"),
            IntColumn.create("n"),
            IntColumn.create("clips"));
    results.forEach(result -> append(table, result));
    return table;
  }

  /** The lines as a table in Markdown, with a note of what they were measured on. */
  public String markdown() {
    return ReportText.markdown(this);
  }

  /** The lines as a table in LaTeX, which needs the booktabs package. */
  public String latex() {
    return ReportText.latex(this);
  }

  /** Every figure of {@link #table} with all its digits, comma-separated. */
  public String csv() {
    return ReportText.csv(this);
  }

  @Override
  public String toString() {
    return "probes of %s (seed %d)\n%s".formatted(clips, seed, table().printAll());
  }

  private static boolean sameLine(ProbeResult a, ProbeResult b) {
    return a.target().equals(b.target()) && a.readout() == b.readout();
  }

  private static void append(Table table, ProbeResult result) {
    Score score = result.score();
    table.stringColumn("target").append(result.target().variable());
    table.stringColumn("latents").append(result.target().latents());
    table.stringColumn("probe").append(result.readout().label());
    table.stringColumn("model").append(result.model());
    table.stringColumn("measure").append(score.measure().label());
    table.doubleColumn("score").append(score.value());
    table.doubleColumn("low").append(score.low());
    table.doubleColumn("high").append(score.high());
    table.doubleColumn("r").append(score.pearson());
    table.doubleColumn("MSE").append(score.mse());
    append(table.doubleColumn("shuffled"), result.control(Control.SHUFFLED));
    table.doubleColumn("selectivity").append(result.selectivity());
    append(table.doubleColumn("pixels PCA 16"), result.control(Control.PIXELS_16));
    append(table.doubleColumn("pixels PCA 64"), result.control(Control.PIXELS_64));
    append(table.doubleColumn("untrained"), result.control(Control.UNTRAINED));
    table
        .doubleColumn("bits saved")
        .append(
            result.descriptionLength().map(DescriptionLength::savedPerSample).orElse(Double.NaN));
    table.intColumn("n").append(score.samples());
    table.intColumn("clips").append(score.clips());
  }

  private static void append(DoubleColumn column, Optional<Score> control) {
    column.append(control.map(Score::value).orElse(Double.NaN));
  }
}

package org.orrery.workbench.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report as LaTeX, Markdown and CSV. */
final class ReportText {
  private static final List<String> HEADER =
      List.of(
          "target",
          "latents",
          "probe",
          "model",
          "measure",
          "score",
          "95 %",
          "r",
          "MSE",
          "shuffled",
          "selectivity",
          "pixels 16",
          "pixels 64",
          "untrained",
          "bits saved",
          "windows",
          "clips");
  private static final int TEXTS = 5;

  private ReportText() {}

  static String markdown(ProbeReport report) {
    List<List<String>> rows = rows(report);
    String rule = "|" + "---|".repeat(TEXTS) + "---:|".repeat(HEADER.size() - TEXTS);
    String table =
        rows.stream()
            .map(
                row ->
                    "| " + String.join(" | ", row.stream().map(ReportText::cell).toList()) + " |")
            .collect(Collectors.joining("\n"));
    return "| %s |\n%s\n%s\n\n%s\n"
        .formatted(String.join(" | ", HEADER), rule, table, note(report));
  }

  /** A booktabs table; needs {@code \\usepackage{booktabs}}. */
  static String latex(ProbeReport report) {
    String rows =
        rows(report).stream()
            .map(
                row ->
                    row.stream().map(ReportText::tex).collect(Collectors.joining(" & ")) + " \\\\")
            .collect(Collectors.joining("\n"));
    String header = HEADER.stream().map(ReportText::tex).collect(Collectors.joining(" & "));
    return """
        \\begin{table}
        \\caption{%s}
        \\begin{tabular}{%s}
        \\toprule
        %s \\\\
        \\midrule
        %s
        \\bottomrule
        \\end{tabular}
        \\end{table}
        """
        .formatted(
            tex(note(report)),
            "l".repeat(TEXTS) + "r".repeat(HEADER.size() - TEXTS),
            header,
            rows.indent(0).strip());
  }

  static String csv(ProbeReport report) {
    tech.tablesaw.api.Table table = report.table();
    StringBuilder csv = new StringBuilder();
    csv.append(line(table.columnNames()));
    for (int row = 0; row < table.rowCount(); row++) {
      List<String> cells = new ArrayList<>();
      for (tech.tablesaw.columns.Column<?> column : table.columns()) {
        cells.add(column.isMissing(row) ? "" : String.valueOf(column.get(row)));
      }
      csv.append(line(cells));
    }
    return csv.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
            .map(
                cell -> cell.matches("[^\",\n\r]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static List<List<String>> rows(ProbeReport report) {
    return report.results().stream().map(ReportText::row).toList();
  }

  private static List<String> row(ProbeResult result) {
    Score score = result.score();
    List<String> row = new ArrayList<>();
    row.add(result.target().variable());
    row.add(result.target().latents());
    row.add(result.readout().label());
    row.add(result.model());
    row.add(score.measure() == Measure.R2 ? "R2" : score.measure().label());
    row.add(show(score.value()));
    row.add(show(score.low()) + " to " + show(score.high()));
    row.add(show(score.pearson()));
    row.add(Double.isNaN(score.mse()) ? "" : String.format(Locale.ROOT, "%.3g", score.mse()));
    row.add(control(result, Control.SHUFFLED));
    row.add(show(result.selectivity()));
    row.add(control(result, Control.PIXELS_16));
    row.add(control(result, Control.PIXELS_64));
    row.add(control(result, Control.UNTRAINED));
    Optional<DescriptionLength> length = result.descriptionLength();
    row.add(length.map(bits -> show(bits.savedPerSample())).orElse(""));
    row.add(Integer.toString(score.samples()));
    row.add(Integer.toString(score.clips()));
    return row;
  }

  private static String note(ProbeReport report) {
    return "Held-out clips of %s; seed %d; 95 %% by bootstrap over clips; MSE in the target's units squared."
        .formatted(report.clips(), report.seed());
  }

  private static String control(ProbeResult result, Control control) {
    return result.control(control).map(score -> show(score.value())).orElse("");
  }

  private static String show(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String tex(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\\' -> safe.append("\\textbackslash{}");
        case '~' -> safe.append("\\textasciitilde{}");
        case '^' -> safe.append("\\textasciicircum{}");
        case '&', '%', '$', '#', '_', '{', '}' -> safe.append('\\').append(c);
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }
}

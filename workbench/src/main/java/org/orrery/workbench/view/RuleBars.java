package org.orrery.workbench.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.orrery.workbench.physics.Estimate;
import org.orrery.workbench.physics.RulesReport;
import org.orrery.workbench.physics.RulesReport.Row;

/** Velocity errors of every part on a logarithmic scale, each with its 95 % interval. */
final class RuleBars {
  private static final int WIDTH = 680;
  private static final int LEFT = 240;
  private static final int RIGHT = 70;
  private static final int LINE = 13;
  private static final int GAP = 12;
  private static final int TOP = 26;
  private static final int BOTTOM = 24;

  private final double low;
  private final double high;

  private RuleBars(double low, double high) {
    this.low = low;
    this.high = high;
  }

  static String svg(RulesReport report) {
    Map<String, List<Row>> parts = new LinkedHashMap<>();
    report.rows().forEach(row -> parts.merge(row.part(), List.of(row), RuleBars::and));
    double least = report.rows().stream().mapToDouble(r -> r.error().low()).min().orElse(0.01);
    double most = report.rows().stream().mapToDouble(r -> r.error().high()).max().orElse(1);
    double from = Math.pow(10, Math.floor(Math.log10(Math.max(1e-6, least))));
    double to = Math.pow(10, Math.ceil(Math.log10(Math.max(10 * from, most))));
    return new RuleBars(from, to).draw(parts);
  }

  private String draw(Map<String, List<Row>> parts) {
    int lines = parts.values().stream().mapToInt(List::size).sum();
    int height = TOP + lines * LINE + parts.size() * GAP + BOTTOM;
    Svg svg = new Svg(WIDTH, height, "velocity error of each part");
    svg.text(
        0,
        11,
        "opacity=\".7\"",
        "velocity error in m/s, mean over clips; whisker: 95 % over clips");
    for (double tick = low; tick <= high * 1.001; tick *= 10) {
      svg.line(
          x(tick),
          TOP - 6,
          x(tick),
          height - BOTTOM,
          "stroke=\"currentColor\" stroke-opacity=\".15\"");
      svg.text(x(tick), height - 8, "text-anchor=\"middle\" opacity=\".7\"", Figures.show(tick));
    }
    double y = TOP;
    for (Map.Entry<String, List<Row>> part : parts.entrySet()) {
      svg.text(0, y + 11, "font-weight=\"600\"", part.getKey());
      for (Row row : part.getValue()) {
        line(svg, row, y);
        y += LINE;
      }
      y += GAP;
    }
    return svg.html();
  }

  private void line(Svg svg, Row row, double y) {
    boolean model = row.forecaster().equals("model");
    String ink = model ? Palette.css(0) : "currentColor";
    Estimate error = row.error();
    double middle = y + LINE / 2.0;
    String faint = model ? "" : " opacity=\".6\"";
    svg.text(
        LEFT - 10,
        y + 10,
        "text-anchor=\"end\" font-size=\"10.5\"%s".formatted(faint),
        row.forecaster());
    svg.line(
        x(error.low()),
        middle,
        x(error.high()),
        middle,
        "stroke=\"%s\" stroke-width=\"1.5\"%s".formatted(ink, faint));
    svg.dot(x(error.value()), middle, model ? 4 : 3, "fill=\"%s\"%s".formatted(ink, faint));
    svg.text(
        x(error.high()) + 7,
        y + 10,
        "font-size=\"10.5\"%s".formatted(faint),
        row.ratio().known() && model
            ? String.format(
                Locale.ROOT, "%s (%.1f×)", Figures.show(error.value()), row.ratio().value())
            : Figures.show(error.value()));
  }

  private double x(double error) {
    double share = Math.log(Math.max(low, error) / low) / Math.log(high / low);
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.max(0, Math.min(1, share));
  }

  private static List<Row> and(List<Row> rows, List<Row> more) {
    return Stream.concat(rows.stream(), more.stream()).toList();
  }
}

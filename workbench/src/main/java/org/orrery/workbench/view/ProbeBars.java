package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.orrery.workbench.probes.Control;
import org.orrery.workbench.probes.Measure;
import org.orrery.workbench.probes.ProbeReport;
import org.orrery.workbench.probes.ProbeResult;
import org.orrery.workbench.probes.Score;

/** R2 of every probe as bars with their 95 % intervals, models in colour, controls in grey. */
final class ProbeBars {
  private static final int WIDTH = 680;
  private static final int LEFT = 270;
  private static final int RIGHT = 44;
  private static final int BAR = 12;
  private static final int GAP = 14;
  private static final int TOP = 22;
  private static final String GREY = "fill-opacity=\".28\"";

  private ProbeBars() {}

  private static final List<Control> CONTROLS =
      List.of(Control.PIXELS_64, Control.PIXELS_16, Control.UNTRAINED, Control.SHUFFLED);

  private record Bar(String name, Score score, String look) {}

  static String svg(ProbeReport report) {
    Map<String, List<ProbeResult>> groups = new LinkedHashMap<>();
    for (ProbeResult result : report.results()) {
      String line = result.target().latents() + ", " + result.readout().label();
      groups
          .computeIfAbsent(result.target().variable() + "\n" + line, key -> new ArrayList<>())
          .add(result);
    }
    int bars = groups.values().stream().mapToInt(group -> bars(report, group).size()).sum();
    int height = TOP + bars * BAR + groups.size() * GAP + 22;
    Svg svg = new Svg(WIDTH, height, "R2 of each probe beside its controls");
    axis(svg, report, height);
    double y = TOP;
    for (Map.Entry<String, List<ProbeResult>> group : groups.entrySet()) {
      String[] names = group.getKey().split("\n");
      svg.text(0, y + 11, "font-weight=\"600\"", names[0]);
      svg.text(0, y + 26, "opacity=\".7\" font-size=\"11\"", names[1]);
      for (Bar bar : bars(report, group.getValue())) {
        draw(svg, bar, y);
        y += BAR;
      }
      y += GAP;
    }
    return svg.html();
  }

  private static List<Bar> bars(ProbeReport report, List<ProbeResult> group) {
    List<Bar> bars = new ArrayList<>();
    for (ProbeResult result : group) {
      int colour = report.models().indexOf(result.model());
      String look = "fill=\"%s\"".formatted(Palette.css(colour, report.models().size()));
      bars.add(new Bar(result.model(), result.score(), look));
    }
    for (Control control : CONTROLS) {
      group.get(0).control(control).ifPresent(s -> bars.add(new Bar(control.label(), s, GREY)));
    }
    return bars;
  }

  private static void axis(Svg svg, ProbeReport report, int height) {
    for (int i = 0; i <= 4; i++) {
      double x = x(i / 4.0);
      svg.line(x, TOP - 8, x, height - 20, "stroke=\"currentColor\" stroke-opacity=\".15\"");
      svg.text(x, height - 5, "text-anchor=\"middle\" opacity=\".7\"", Figures.show(i / 4.0));
    }
    svg.text(
        0,
        11,
        "opacity=\".7\"",
        (report.results().stream().allMatch(r -> r.score().measure() == Measure.R2)
                ? "R²"
                : "R² (of classes: accuracy)")
            + ", held-out clips; whisker: 95 % over clips");
  }

  private static void draw(Svg svg, Bar bar, double y) {
    double end = x(bar.score().value());
    svg.bar(x(0), y + 1.5, Math.max(1, end - x(0)), BAR - 3, bar.look());
    svg.line(
        x(bar.score().low()),
        y + BAR / 2.0,
        x(bar.score().high()),
        y + BAR / 2.0,
        "stroke=\"currentColor\" stroke-width=\"1.4\"");
    svg.text(LEFT - 8, y + 10, "text-anchor=\"end\" opacity=\".8\" font-size=\"10.5\"", bar.name());
    svg.text(
        Math.max(end, x(bar.score().high())) + 6,
        y + 10,
        "font-size=\"10.5\"",
        String.format(Locale.ROOT, "%.2f", bar.score().value()).replace('-', '\u2212'));
  }

  private static double x(double r2) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.max(0, Math.min(1, r2));
  }
}

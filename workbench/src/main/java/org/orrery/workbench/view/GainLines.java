package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.List;
import org.orrery.workbench.physics.SteeringReport;

/** Measured over commanded change, with quartiles and intervals, beside gain 1 and random. */
final class GainLines {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 280;
  private static final int LEFT = 52;
  private static final int RIGHT = 150;
  private static final int TOP = 26;
  private static final int BOTTOM = 40;

  private final SteeringReport report;
  private final double across;
  private final double up;

  private GainLines(SteeringReport report) {
    this.report = report;
    double most = 0;
    double furthest = 0;
    for (SteeringReport.Gain gain : report.gains()) {
      double commanded = Math.abs(gain.commanded());
      most = Math.max(most, commanded);
      for (double value : new double[] {1, gain.lowerQuartile(), gain.upperQuartile()}) {
        double measured = Math.abs(value) * commanded;
        furthest = Double.isFinite(measured) ? Math.max(furthest, measured) : furthest;
      }
    }
    this.across = 1.12 * most;
    this.up = 1.12 * furthest;
  }

  static String svg(SteeringReport report) {
    return new GainLines(report).draw();
  }

  private String draw() {
    Svg svg = new Svg(WIDTH, HEIGHT, "measured over commanded change");
    svg.text(
        0,
        11,
        "opacity=\".7\"",
        "measured change of the imagined %s, %s".formatted(report.quantity(), report.unit()));
    String faint = "stroke=\"currentColor\" stroke-opacity=\".15\"";
    List<Double> ticks = new ArrayList<>(List.of(0.0));
    report.gains().forEach(gain -> ticks.add(gain.commanded()));
    for (double tick : ticks) {
      svg.line(x(tick), TOP, x(tick), HEIGHT - BOTTOM, faint);
      svg.line(LEFT, y(tick), WIDTH - RIGHT, y(tick), faint);
      String label = "%+.3g".formatted(tick).replace("-", "\u2212").replace("+0.00", "0");
      svg.text(x(tick), HEIGHT - BOTTOM + 16, "text-anchor=\"middle\" opacity=\".7\"", label);
      svg.text(LEFT - 6, y(tick) + 4, "text-anchor=\"end\" opacity=\".7\"", label);
    }
    svg.text(
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 5,
        "text-anchor=\"middle\" opacity=\".7\"",
        "commanded change, " + report.unit());
    line(svg, 1, "stroke=\"currentColor\" stroke-opacity=\".5\" stroke-dasharray=\"4 4\"");
    for (double sign : new double[] {-1, 1}) {
      line(svg, sign * report.random(), "stroke=\"#888888\" stroke-width=\"1.5\"");
    }
    label(svg, "gain 1", 1, "opacity=\".7\"", 0);
    label(svg, "random, ± r.m.s.", report.random(), "fill=\"#888888\"", 4);
    points(svg);
    return svg.html();
  }

  private void points(Svg svg) {
    String ink = Palette.css(0);
    double[] xs = new double[report.gains().size()];
    double[] ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      SteeringReport.Gain gain = report.gains().get(i);
      double c = gain.commanded();
      xs[i] = x(c);
      ys[i] = y(c * gain.median());
      if (Double.isFinite(ys[i])) {
        String thin = "stroke=\"%s\" stroke-opacity=\".35\" stroke-width=\"7\"".formatted(ink);
        svg.line(xs[i], y(c * gain.lowerQuartile()), xs[i], y(c * gain.upperQuartile()), thin);
        svg.line(
            xs[i],
            y(c * gain.low()),
            xs[i],
            y(c * gain.high()),
            "stroke=\"%s\" stroke-width=\"2\"".formatted(ink));
        svg.dot(xs[i], ys[i], 4, "fill=\"%s\"".formatted(ink));
      }
    }
    svg.path(xs, ys, "stroke=\"%s\" stroke-width=\"1.5\"".formatted(ink));
    svg.text(
        WIDTH - RIGHT + 8,
        TOP + 12,
        "fill=\"%s\"".formatted(ink),
        "median, gain %.2f".formatted(report.gain().median()));
    svg.text(WIDTH - RIGHT + 8, TOP + 28, "opacity=\".7\" font-size=\"11\"", "line: 95 % interval");
    svg.text(WIDTH - RIGHT + 8, TOP + 43, "opacity=\".7\" font-size=\"11\"", "band: half of clips");
  }

  private void line(Svg svg, double gain, String look) {
    double reach = Math.abs(gain) * across > up ? up / Math.abs(gain) : across;
    svg.line(x(-reach), y(-gain * reach), x(reach), y(gain * reach), look);
  }

  private void label(Svg svg, String text, double gain, String look, double lower) {
    double reach = Math.abs(gain) * across > up ? up / Math.abs(gain) : across;
    svg.text(x(reach) + 8, Math.max(TOP + 62, y(gain * reach) + lower), look, text);
  }

  private double x(double commanded) {
    return (LEFT + WIDTH - RIGHT) / 2.0 + commanded / across * (WIDTH - RIGHT - LEFT) / 2;
  }

  private double y(double measured) {
    return (TOP + HEIGHT - BOTTOM) / 2.0 - measured / up * (HEIGHT - TOP - BOTTOM) / 2;
  }
}

package org.orrery.workbench.view;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.orrery.workbench.physics.RolloutReport;

/** The centre error over the horizon, of the model and of the last given frame held still. */
final class HorizonLines {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 240;
  private static final int LEFT = 40;
  private static final int RIGHT = 90;
  private static final int TOP = 26;
  private static final int BOTTOM = 38;

  private HorizonLines() {}

  static String svg(RolloutReport report) {
    double most =
        DoubleStream.concat(
                Arrays.stream(report.centreErrors()), Arrays.stream(report.copyLastErrors()))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    double step = step(most);
    double top = step * Math.max(1, Math.ceil(most / step));
    Svg svg = new Svg(WIDTH, HEIGHT, "centre error over the horizon");
    for (double tick = 0; tick <= top + step / 2; tick += step) {
      double y = y(tick, top);
      svg.line(LEFT, y, WIDTH - RIGHT, y, "stroke=\"currentColor\" stroke-opacity=\".15\"");
      svg.text(LEFT - 6, y + 4, "text-anchor=\"end\" opacity=\".7\"", Figures.show(tick));
    }
    int horizons = report.horizons();
    int every = Integer.highestOneBit(Math.max(1, (horizons - 1) / 4));
    for (int h = every; h <= horizons; h += every) {
      svg.text(
          x(h, horizons),
          HEIGHT - BOTTOM + 16,
          "text-anchor=\"middle\" opacity=\".7\"",
          Integer.toString(h));
    }
    svg.text(
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 4,
        "text-anchor=\"middle\" opacity=\".7\"",
        "horizon, frames imagined");
    svg.text(0, 11, "opacity=\".7\"", "centre error, px, median over clips");
    double label = curve(svg, report.copyLastErrors(), top, "copy-last", "#888888", Double.NaN);
    curve(svg, report.centreErrors(), top, "model", Palette.css(0), label);
    return svg.html();
  }

  /**
   * Draws a curve and its name at its end, clear of another name; returns where the name stands.
   */
  private static double curve(
      Svg svg, double[] errors, double top, String name, String colour, double taken) {
    int n = errors.length;
    double[] x = new double[n];
    double[] y = new double[n];
    double end = y(0, top);
    for (int i = 0; i < n; i++) {
      x[i] = x(i + 1, n);
      y[i] = y(errors[i], top);
      end = Double.isFinite(y[i]) ? y[i] : end;
    }
    svg.path(x, y, "stroke=\"%s\" stroke-width=\"2\" stroke-linejoin=\"round\"".formatted(colour));
    double label = Math.abs(end - taken) < 14 ? taken + 14 : end;
    svg.text(WIDTH - RIGHT + 8, label + 4, "fill=\"%s\"".formatted(colour), name);
    return label;
  }

  private static double step(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9) / 5)));
    double leading = most / 5 / power;
    return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
  }

  private static double x(int horizon, int horizons) {
    return LEFT + (double) (WIDTH - RIGHT - LEFT) * horizon / horizons;
  }

  private static double y(double error, double top) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - error / top);
  }
}

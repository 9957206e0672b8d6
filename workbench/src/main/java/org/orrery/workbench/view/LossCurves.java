package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.orrery.workbench.training.TrainingStep;

/** The losses of a run over its steps, as an inline SVG: logarithmic, smoothed, one colour each. */
final class LossCurves {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 200;
  private static final int LEFT = 52;
  private static final int RIGHT = 84;
  private static final int TOP = 10;
  private static final int BOTTOM = 24;
  private static final int POINTS = 160;

  private LossCurves() {}

  private record Curve(String name, double[] values) {}

  /** The held-out loss, where it was asked: places in 0 to 1 of the run so far, powers of ten. */
  private record HeldOut(double[] places, double[] values) {
    static HeldOut of(List<TrainingStep> history) {
      List<TrainingStep> asked =
          history.stream().filter(step -> step.validation().containsKey("loss")).toList();
      double last = history.get(history.size() - 1).step();
      return new HeldOut(
          asked.stream().mapToDouble(step -> step.step() / last).toArray(),
          asked.stream()
              .mapToDouble(step -> Math.log10(Math.max(step.validation().get("loss"), 1e-8)))
              .toArray());
    }
  }

  static String svg(List<TrainingStep> history) {
    List<Curve> curves = curves(history);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      for (double value : curve.values()) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    HeldOut heldOut = HeldOut.of(history);
    for (double value : heldOut.values()) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    low = Math.floor(low * 2) / 2;
    high = Math.max(low + 0.5, Math.ceil(high * 2) / 2);
    int steps = history.get(history.size() - 1).steps();
    double done = (double) history.size() / steps;
    StringBuilder svg =
        new StringBuilder(
            "<svg viewBox=\"0 0 %d %d\" style=\"width:100%%;max-width:%dpx\" font-size=\"11\" font-family=\"system-ui,sans-serif\" fill=\"currentColor\">"
                .formatted(WIDTH, HEIGHT, WIDTH));
    grid(svg, low, high, steps);
    List<Double> labels = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      draw(svg, curves.get(i), i, done, low, high, labels);
    }
    dots(svg, heldOut, done, low, high);
    return svg.append("</svg>").toString();
  }

  private static void dots(
      StringBuilder svg, HeldOut heldOut, double done, double low, double high) {
    double span = (WIDTH - RIGHT - LEFT) * done;
    for (int i = 0; i < heldOut.values().length; i++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\"><title>held-out loss %.4g</title></circle>",
              LEFT + span * heldOut.places()[i],
              y(heldOut.values()[i], low, high),
              Math.pow(10, heldOut.values()[i])));
    }
    if (heldOut.values().length > 0) {
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" opacity=\".7\">dots: held-out loss</text>"
              .formatted((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6));
    }
  }

  /** Each loss averaged over equal stretches of the run, as powers of ten. */
  private static List<Curve> curves(List<TrainingStep> history) {
    int points = Math.min(POINTS, history.size());
    List<Curve> curves = new ArrayList<>();
    for (String name : history.get(0).losses().keySet().stream().sorted().toList()) {
      if (name.equals("gradient")) {
        continue;
      }
      double[] values = new double[points];
      for (int i = 0; i < points; i++) {
        int from = i * history.size() / points;
        int to = (i + 1) * history.size() / points;
        double mean =
            history.subList(from, to).stream()
                .mapToDouble(step -> step.losses().get(name))
                .average()
                .orElseThrow();
        values[i] = Math.log10(Math.max(mean, 1e-8));
      }
      curves.add(new Curve(name, values));
    }
    return curves;
  }

  private static void grid(StringBuilder svg, double low, double high, int steps) {
    for (double tick = Math.ceil(low); tick <= high; tick++) {
      double y = y(tick, low, high);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"currentColor\" stroke-opacity=\".2\"/>"
                  + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" opacity=\".7\">%s</text>",
              LEFT,
              WIDTH - RIGHT,
              y,
              y,
              LEFT - 6,
              y + 4,
              Double.toString(Math.pow(10, tick)).replaceAll("\\.0$", "")));
    }
    svg.append(
        "<text x=\"%d\" y=\"%d\" opacity=\".7\">step 1</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\" opacity=\".7\">%d</text>"
            .formatted(LEFT, HEIGHT - 6, WIDTH - RIGHT, HEIGHT - 6, steps));
  }

  private static void draw(
      StringBuilder svg,
      Curve curve,
      int index,
      double done,
      double low,
      double high,
      List<Double> labels) {
    String colour = Palette.css(index);
    StringBuilder points = new StringBuilder();
    double span = (WIDTH - RIGHT - LEFT) * done;
    double[] values = curve.values();
    for (int i = 0; i < values.length; i++) {
      points.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              LEFT + span * (i + 1) / values.length,
              y(values[i], low, high)));
    }
    double label = y(values[values.length - 1], low, high) + 4;
    for (int tries = 0; tries < labels.size(); tries++) {
      for (double other : labels) {
        if (Math.abs(other - label) < 12) {
          label = other + 12;
        }
      }
    }
    labels.add(label);
    svg.append(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"/>"
                + "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>",
            points,
            colour,
            LEFT + span + 6,
            label,
            colour,
            curve.name()));
  }

  private static double y(double value, double low, double high) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low);
  }
}

package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orrery.workbench.probes.LearningCurve;
import org.orrery.workbench.probes.LearningCurve.Point;

/** Scores over the number of clips, a line a probe with its 95 % intervals, its control dashed. */
final class LearningCurveLines {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 260;
  private static final int LEFT = 40;
  private static final int RIGHT = 280;
  private static final int TOP = 26;
  private static final int BOTTOM = 38;

  private LearningCurveLines() {}

  static String svg(LearningCurve curve) {
    Svg svg = new Svg(WIDTH, HEIGHT, "score over the number of clips");
    int least = curve.points().stream().mapToInt(Point::clips).min().orElse(1);
    int most = curve.points().stream().mapToInt(Point::clips).max().orElse(2);
    for (int i = 0; i <= 4; i++) {
      double y = y(i / 4.0);
      svg.line(LEFT, y, WIDTH - RIGHT, y, "stroke=\"currentColor\" stroke-opacity=\".15\"");
      svg.text(LEFT - 6, y + 4, "text-anchor=\"end\" opacity=\".7\"", Figures.show(i / 4.0));
    }
    List<Integer> ticks = curve.points().stream().map(Point::clips).distinct().sorted().toList();
    double last = Double.NEGATIVE_INFINITY;
    for (int clips : ticks) {
      double x = x(clips, least, most);
      if (x - last < 24) {
        continue;
      }
      last = x;
      svg.text(
          x,
          HEIGHT - BOTTOM + 16,
          "text-anchor=\"middle\" opacity=\".7\"",
          Integer.toString(clips));
    }
    svg.text(
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 4,
        "text-anchor=\"middle\" opacity=\".7\"",
        "train clips (logarithmic)");
    svg.text(
        0,
        11,
        "opacity=\".7\"",
        "R² (of classes: accuracy), held-out clips; whisker: 95 %; dashed: targets shuffled");
    boolean alone = curve.points().stream().map(Point::model).distinct().count() == 1;
    double[] taken = new double[curve.lines().size()];
    int index = 0;
    for (Map.Entry<String, List<Point>> line : curve.lines().entrySet()) {
      String name = alone ? line.getKey().replaceAll(", [^,]*$", "") : line.getKey();
      taken[index] = draw(svg, name, line.getValue(), index, least, most, taken);
      index++;
    }
    return svg.html();
  }

  private static double draw(
      Svg svg, String name, List<Point> points, int index, int least, int most, double[] taken) {
    String colour = Palette.css(index);
    double[] x = new double[points.size()];
    double[] y = new double[points.size()];
    double[] control = new double[points.size()];
    for (int i = 0; i < x.length; i++) {
      Point point = points.get(i);
      x[i] = x(point.clips(), least, most);
      y[i] = y(point.score().value());
      control[i] = y(point.shuffled().value());
      String look = "stroke=\"%s\" stroke-width=\"1.4\"".formatted(colour);
      svg.line(x[i], y(point.score().low()), x[i], y(point.score().high()), look);
      svg.dot(x[i], y[i], 2.6, "fill=\"%s\"".formatted(colour));
    }
    svg.path(x, y, "stroke=\"%s\" stroke-width=\"2\"".formatted(colour));
    svg.path(
        x,
        control,
        "stroke=\"%s\" stroke-dasharray=\"3 4\" stroke-opacity=\".7\"".formatted(colour));
    double label = clear(y[y.length - 1], taken, index);
    String look = "font-size=\"11\" fill=\"%s\"".formatted(colour);
    svg.text(WIDTH - RIGHT + 8, label + 4, look, name);
    return label;
  }

  /** The place nearest to the wanted one that is 14 px clear of the labels before. */
  private static double clear(double wanted, double[] taken, int count) {
    List<Double> places = new ArrayList<>(List.of(wanted));
    for (int i = 0; i < count; i++) {
      places.add(taken[i] + 14);
      places.add(taken[i] - 14);
    }
    return places.stream()
        .filter(
            place -> {
              for (int i = 0; i < count; i++) {
                if (Math.abs(taken[i] - place) < 13.5) {
                  return false;
                }
              }
              return true;
            })
        .min((a, b) -> Double.compare(Math.abs(a - wanted), Math.abs(b - wanted)))
        .orElse(wanted);
  }

  private static double x(int clips, int least, int most) {
    double share =
        most == least ? 0.5 : Math.log((double) clips / least) / Math.log((double) most / least);
    return LEFT + 12 + (WIDTH - RIGHT - LEFT - 24) * share;
  }

  private static double y(double score) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - Math.max(0, Math.min(1, score)));
  }
}

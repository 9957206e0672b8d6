package org.orrery.workbench.view;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.orrery.workbench.physics.HorizonCurve;
import org.orrery.workbench.physics.RolloutReport;

/**
 * Figures over the horizon, of the model with its 95 % interval and of a baseline: a drawing a
 * figure.
 */
final class HorizonLines {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 210;
  private static final int LEFT = 44;
  private static final int RIGHT = 86;
  private static final int TOP = 26;
  private static final int BOTTOM = 36;

  private final double low;
  private final double high;
  private final int horizons;

  private HorizonLines(double low, double high, int horizons) {
    this.low = low;
    this.high = high;
    this.horizons = horizons;
  }

  /** Centre error, PSNR, SSIM and latent error, as far as they were measured. */
  static String html(RolloutReport report) {
    return side(
        Stream.of(
            svg(report.model().centre(), report.copyLast().centre(), "model", "copy-last"),
            svg(report.model().psnr(), report.copyLast().psnr(), "model", "copy-last"),
            svg(report.model().ssim(), report.copyLast().ssim(), "model", "copy-last"),
            svg(report.model().latent(), report.copyLast().latent(), "model", "copy-last")));
  }

  /** Drawings beside each other, as many as the page is wide. */
  static String side(Stream<String> drawings) {
    StringBuilder html =
        new StringBuilder("<div style=\"display:flex;flex-wrap:wrap;gap:4px 20px\">");
    drawings
        .filter(drawing -> !drawing.isEmpty())
        .forEach(
            drawing ->
                html.append("<div style=\"flex:1 1 380px;max-width:480px\">")
                    .append(drawing)
                    .append("</div>"));
    return html.append("</div>").toString();
  }

  /** Empty if nothing was measured. */
  static String svg(HorizonCurve own, HorizonCurve other, String ownName, String otherName) {
    double[][] ends = own.intervals();
    double[] finite =
        Stream.of(own.values(), other.values(), ends[0], ends[1])
            .flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite)
            .toArray();
    if (finite.length == 0) {
      return "";
    }
    double least = DoubleStream.of(finite).min().orElseThrow();
    double most = DoubleStream.of(finite).max().orElseThrow();
    double bottom = least > most / 2 ? least : Math.min(0, least);
    double step = step(most - bottom);
    double from = step * Math.floor(bottom / step);
    double to = Math.max(from + step, step * Math.ceil(most / step - 1e-9));
    HorizonLines lines = new HorizonLines(from, to, own.horizons());
    Svg svg = lines.axes(own, step);
    String colour = Palette.css(0);
    svg.band(
        lines.xs(),
        lines.ys(ends[0]),
        lines.ys(ends[1]),
        "fill=\"%s\" fill-opacity=\".15\"".formatted(colour));
    double label = lines.curve(svg, other.values(), otherName, "#888888", Double.NaN);
    lines.curve(svg, own.values(), ownName, colour, label);
    return svg.html();
  }

  private Svg axes(HorizonCurve own, double step) {
    Svg svg = new Svg(WIDTH, HEIGHT, own.name() + " over the horizon");
    for (double tick = low; tick <= high + step / 2; tick += step) {
      svg.line(
          LEFT, y(tick), WIDTH - RIGHT, y(tick), "stroke=\"currentColor\" stroke-opacity=\".15\"");
      double shown = Math.abs(tick) < step / 1e6 ? 0 : tick;
      svg.text(LEFT - 6, y(tick) + 4, "text-anchor=\"end\" opacity=\".7\"", Figures.show(shown));
    }
    int every = Integer.highestOneBit(Math.max(1, (horizons - 1) / 4));
    for (int h = every; h <= horizons; h += every) {
      svg.text(
          x(h), HEIGHT - BOTTOM + 16, "text-anchor=\"middle\" opacity=\".7\"", Integer.toString(h));
    }
    svg.text(
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 3,
        "text-anchor=\"middle\" opacity=\".7\"",
        "horizon, frames imagined");
    svg.text(
        0,
        11,
        "opacity=\".7\"",
        "%s%s, %s over clips"
            .formatted(
                own.name(),
                own.unit().isEmpty() ? "" : ", " + own.unit(),
                own.median() ? "median" : "mean"));
    return svg;
  }

  /**
   * Draws a curve and its name at its end, clear of another name; returns where the name stands.
   */
  private double curve(Svg svg, double[] values, String name, String colour, double taken) {
    double[] y = ys(values);
    double end = y(low);
    for (double place : y) {
      end = Double.isFinite(place) ? place : end;
    }
    svg.path(
        xs(), y, "stroke=\"%s\" stroke-width=\"2\" stroke-linejoin=\"round\"".formatted(colour));
    double apart = end < taken ? -14 : 14;
    double label = Math.abs(end - taken) < 14 ? taken + apart : end;
    svg.text(WIDTH - RIGHT + 8, label + 4, "fill=\"%s\"".formatted(colour), name);
    return label;
  }

  private static double step(double range) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(range, 1e-9) / 5)));
    double leading = Math.max(range, 1e-9) / 5 / power;
    return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
  }

  private double[] xs() {
    double[] x = new double[horizons];
    Arrays.setAll(x, i -> x(i + 1));
    return x;
  }

  private double[] ys(double[] values) {
    return Arrays.stream(values).map(this::y).toArray();
  }

  private double x(int horizon) {
    return LEFT + (double) (WIDTH - RIGHT - LEFT) * horizon / horizons;
  }

  private double y(double value) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low) / (high - low));
  }
}

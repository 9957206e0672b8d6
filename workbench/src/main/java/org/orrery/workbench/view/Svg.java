package org.orrery.workbench.view;

import java.util.Locale;
import org.orrery.kernel.display.Html;

/** An inline drawing whose ink is that of the page. */
final class Svg {
  private final StringBuilder svg;

  Svg(int width, int height, String title) {
    svg =
        new StringBuilder(
            ("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" style=\"width:100%%;"
                    + "max-width:%dpx\" font-size=\"12\" font-family=\"system-ui,sans-serif\""
                    + " fill=\"currentColor\">")
                .formatted(width, height, Html.escaped(title), width));
  }

  Svg line(double x1, double y1, double x2, double y2, String look) {
    return add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>", x1, y1, x2, y2, look);
  }

  Svg bar(double x, double y, double width, double height, String look) {
    return add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s/>",
        x, y, width, height, look);
  }

  Svg dot(double x, double y, double radius, String look) {
    return add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" %s/>", x, y, radius, look);
  }

  Svg text(double x, double y, String look, String text) {
    return add("<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>", x, y, look, Html.escaped(text));
  }

  Svg path(double[] x, double[] y, String look) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      if (Double.isFinite(y[i])) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x[i], y[i]));
      }
    }
    return add("<polyline points=\"%s\" fill=\"none\" %s/>", points.toString().trim(), look);
  }

  /** The area between two curves; where either is not finite there is none. */
  Svg band(double[] x, double[] low, double[] high, String look) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      if (Double.isFinite(low[i]) && Double.isFinite(high[i])) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x[i], low[i]));
      }
    }
    for (int i = x.length - 1; i >= 0; i--) {
      if (Double.isFinite(low[i]) && Double.isFinite(high[i])) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x[i], high[i]));
      }
    }
    return add("<polygon points=\"%s\" %s/>", points.toString().trim(), look);
  }

  String html() {
    return svg + "</svg>";
  }

  private Svg add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
    return this;
  }
}

package org.orrery.workbench.view;

import java.util.Optional;
import java.util.function.Function;
import org.orrery.kernel.display.Html;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import org.orrery.workbench.physics.Estimate;
import org.orrery.workbench.physics.WhatIfReport;

/**
 * Shows a what-if: the outcome over the changed value, simulated and imagined, with its intervals,
 * then the table. Found by the kernel itself.
 */
public final class WhatIfRenderer implements Renderer {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 260;
  private static final int LEFT = 60;
  private static final int RIGHT = 130;
  private static final int TOP = 30;
  private static final int BOTTOM = 40;

  @Override
  public Optional<MimeBundle> render(Object value) {
    return value instanceof WhatIfReport report
        ? Optional.of(MimeBundle.html(html(report), report.toString()))
        : Optional.empty();
  }

  static String html(WhatIfReport report) {
    return "<div>%s%s<div style=\"opacity:.7;font:12px system-ui,sans-serif\">%s</div></div>"
        .formatted(chart(report), TableRenderer.html(report.table()), Html.escaped(report.notes()));
  }

  static String chart(WhatIfReport report) {
    return new Drawing(report).svg();
  }

  /** One chart. */
  private static final class Drawing {
    private final WhatIfReport report;
    private double from = Double.MAX_VALUE;
    private double to = -Double.MAX_VALUE;
    private double least = Double.MAX_VALUE;
    private double most = -Double.MAX_VALUE;

    Drawing(WhatIfReport report) {
      this.report = report;
      for (WhatIfReport.Row row : report.rows()) {
        from = Math.min(from, row.value());
        to = Math.max(to, row.value());
        for (Estimate e : new Estimate[] {row.simulated(), row.imagined(), row.held()}) {
          least = Math.min(least, e.low());
          most = Math.max(most, e.high());
        }
      }
      if (most == least) {
        most = least + 1;
      }
    }

    String svg() {
      Svg svg = new Svg(WIDTH, HEIGHT, "outcome over " + report.parameter());
      svg.text(
          0,
          12,
          "opacity=\".7\"",
          "%s%s; whisker: 95 %% over clips".formatted(report.outcome(), unit(report.unit())));
      for (int i = 0; i <= 4; i++) {
        double tick = least + (most - least) * i / 4;
        svg.line(
            LEFT,
            y(tick),
            WIDTH - RIGHT,
            y(tick),
            "stroke=\"currentColor\" stroke-opacity=\".15\"");
        svg.text(LEFT - 8, y(tick) + 4, "text-anchor=\"end\" opacity=\".7\"", Figures.show(tick));
      }
      for (WhatIfReport.Row row : report.rows()) {
        svg.text(
            x(row.value()),
            HEIGHT - BOTTOM + 18,
            "text-anchor=\"middle\" opacity=\".7\"",
            Figures.show(row.value()));
      }
      svg.text(
          (LEFT + WIDTH - RIGHT) / 2.0,
          HEIGHT - 6,
          "text-anchor=\"middle\" opacity=\".7\"",
          report.parameter() + unit(report.parameterUnit()));
      series(svg, "simulated", "currentColor", -3, TOP + 8, WhatIfReport.Row::simulated);
      series(svg, "imagined", Palette.css(0), 3, TOP + 26, WhatIfReport.Row::imagined);
      series(svg, "copy-last", Palette.css(6), 0, TOP + 44, WhatIfReport.Row::held);
      return svg.html();
    }

    private void series(
        Svg svg,
        String name,
        String ink,
        double aside,
        double legend,
        Function<WhatIfReport.Row, Estimate> figure) {
      int n = report.rows().size();
      double[] x = new double[n];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        Estimate estimate = figure.apply(report.rows().get(i));
        x[i] = x(report.rows().get(i).value()) + aside;
        y[i] = y(estimate.value());
        svg.line(
            x[i],
            y(estimate.low()),
            x[i],
            y(estimate.high()),
            "stroke=\"%s\" stroke-width=\"1.5\"".formatted(ink));
        svg.dot(x[i], y[i], 3.5, "fill=\"%s\"".formatted(ink));
      }
      svg.path(x, y, "stroke=\"%s\" stroke-width=\"1.5\" stroke-opacity=\".7\"".formatted(ink));
      svg.dot(WIDTH - RIGHT + 24, legend, 3.5, "fill=\"%s\"".formatted(ink));
      svg.text(WIDTH - RIGHT + 34, legend + 4, "", name);
    }

    private double x(double value) {
      return LEFT + 16 + (WIDTH - RIGHT - LEFT - 32) * (value - from) / (to - from);
    }

    private double y(double outcome) {
      return TOP + (HEIGHT - TOP - BOTTOM) * (1 - (outcome - least) / (most - least));
    }

    private static String unit(String unit) {
      return unit.isEmpty() ? "" : " in " + unit;
    }
  }
}

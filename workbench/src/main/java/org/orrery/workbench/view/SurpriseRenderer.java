package org.orrery.workbench.view;

import java.util.Arrays;
import java.util.Optional;
import org.orrery.kernel.display.Html;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import org.orrery.workbench.physics.Surprise;
import org.orrery.workbench.physics.SurpriseReport;

/**
 * Shows surprise: of a clip, the frames that surprised most and S_t over time; of matched pairs,
 * the table. Found by the kernel itself.
 */
public final class SurpriseRenderer implements Renderer {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 120;
  private static final int TOP = 20;
  private static final int BOTTOM = 22;
  private static final int MOST = 3;

  @Override
  public Optional<MimeBundle> render(Object value) {
    if (value instanceof Surprise surprise) {
      return Optional.of(MimeBundle.html(html(surprise), surprise.toString()));
    }
    if (value instanceof SurpriseReport report) {
      String html =
          "<div>%s<div style=\"opacity:.7;font:12px system-ui,sans-serif\">%s</div></div>"
              .formatted(TableRenderer.html(report.table()), Html.escaped(report.source()));
      return Optional.of(MimeBundle.html(html, report.toString()));
    }
    return Optional.empty();
  }

  private static String html(Surprise surprise) {
    int[] marked = surprise.frames(MOST);
    return "<div>%s%s<div style=\"opacity:.7;font:12px system-ui,sans-serif\">%s</div></div>"
        .formatted(
            Strip.html(surprise.clip(), marked),
            curve(surprise.values(), marked),
            Html.escaped(surprise.toString()));
  }

  private static String curve(double[] values, int[] marked) {
    int n = values.length;
    double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    Svg svg = new Svg(WIDTH, HEIGHT, "surprise over time");
    svg.text(0, 11, "opacity=\".7\"", "surprise S_t, up to %.2f".formatted(most));
    double[] x = new double[n];
    double[] y = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = 10 + (WIDTH - 20.0) * t / Math.max(1, n - 1);
      y[t] = TOP + (HEIGHT - TOP - BOTTOM) * (1 - values[t] / most);
    }
    for (int t : marked) {
      svg.line(x[t], TOP, x[t], HEIGHT - BOTTOM, "stroke=\"%s\"".formatted(Palette.css(1)));
      svg.text(x[t], HEIGHT - 6, "text-anchor=\"middle\"", Integer.toString(t));
    }
    svg.path(x, y, "stroke=\"%s\" stroke-width=\"2\"".formatted(Palette.css(0)));
    svg.line(0, HEIGHT - BOTTOM, WIDTH, HEIGHT - BOTTOM, "stroke=\"currentColor\" opacity=\".4\"");
    return svg.html();
  }
}

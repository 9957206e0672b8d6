package org.orrery.workbench.view;

import java.util.Arrays;
import org.orrery.workbench.physics.Flag;
import org.orrery.workbench.physics.VideoReport;

/** How much each frame differs from the one before, over time, with the flagged frames marked. */
final class FlagTimeline {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 110;
  private static final int TOP = 30;
  private static final int BOTTOM = 22;

  private FlagTimeline() {}

  static String svg(VideoReport report) {
    double[] change = report.change();
    double most = Math.max(1e-9, Arrays.stream(change).max().orElse(1));
    Svg svg = new Svg(WIDTH, HEIGHT, "flagged frames");
    svg.text(0, 11, "opacity=\".7\"", "change from the frame before, grey levels; flagged frames");
    int n = change.length;
    for (Flag flag : report.flags()) {
      double x = x(flag.frame(), n);
      String colour = Palette.css(1);
      svg.line(
          x, TOP - 10, x, HEIGHT - BOTTOM, "stroke=\"%s\" stroke-width=\"2\"".formatted(colour));
    }
    double[] x = new double[n];
    double[] y = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = x(t, n);
      y[t] = TOP + (HEIGHT - TOP - BOTTOM) * (1 - change[t] / most);
    }
    svg.path(x, y, "stroke=\"%s\" stroke-width=\"1.5\"".formatted(Palette.css(0)));
    svg.line(0, HEIGHT - BOTTOM, WIDTH, HEIGHT - BOTTOM, "stroke=\"currentColor\" opacity=\".4\"");
    int every = Math.max(1, Integer.highestOneBit(Math.max(1, (n - 1) / 4)));
    for (int t = 0; t < n; t += every) {
      svg.text(x(t, n), HEIGHT - 6, "text-anchor=\"middle\" opacity=\".7\"", Integer.toString(t));
    }
    return svg.html();
  }

  private static double x(int t, int n) {
    return 10 + (WIDTH - 20.0) * t / Math.max(1, n - 1);
  }
}

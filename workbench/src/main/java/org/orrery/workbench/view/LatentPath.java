package org.orrery.workbench.view;

import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.workbench.models.Imagination;

/**
 * The path of a clip through latent space, true and imagined, seen along the two directions in
 * which the true path varies most.
 *
 * <pre>{@code
 * LatentPath.of(model.imagine(clip).given(4).frames(24))
 * }</pre>
 */
public final class LatentPath {
  private static final int SIDE = 420;
  private static final int MARGIN = 26;
  private static final int LEGEND = 24;

  private final double[][] truth;
  private final double[][] imagined;
  private final int given;
  private final double explained;

  private LatentPath(double[][] truth, double[][] imagined, int given, double explained) {
    this.truth = truth;
    this.imagined = imagined;
    this.given = given;
    this.explained = explained;
  }

  /** The path of one imagination. */
  public static LatentPath of(Imagination dream) {
    INDArray latents =
        dream
            .trueLatents()
            .get(NDArrayIndex.interval(1, dream.truth().frames()), NDArrayIndex.all());
    Plane plane = Plane.through(latents);
    return new LatentPath(
        plane.project(latents),
        plane.project(dream.imaginedLatents()),
        dream.given() - 1,
        plane.explained());
  }

  MimeBundle bundle() {
    return MimeBundle.html(
        "<figure style=\"margin:0;font:13px/1.5 system-ui,sans-serif\">"
            + svg()
            + "<figcaption style=\"opacity:.75\">"
            + this
            + "</figcaption></figure>",
        toString());
  }

  private String svg() {
    Frame frame = Frame.around(truth, imagined);
    StringBuilder svg =
        new StringBuilder(
            "<svg viewBox=\"0 -%d %d %d\" style=\"width:100%%;max-width:%dpx\" font-size=\"12\" font-family=\"system-ui,sans-serif\" fill=\"currentColor\">"
                .formatted(LEGEND, SIDE, SIDE + LEGEND, SIDE));
    svg.append(
        "<rect x=\"1\" y=\"1\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".2\"/>"
            .formatted(SIDE - 2, SIDE - 2));
    path(svg, frame, truth, 0, Palette.css(0));
    double[][] dream = new double[imagined.length + 1][];
    dream[0] = truth[given - 1];
    System.arraycopy(imagined, 0, dream, 1, imagined.length);
    path(svg, frame, dream, 1, Palette.css(1));
    double[] split = truth[given - 1];
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>",
            frame.x(split),
            frame.y(split)));
    legend(svg);
    return svg.append("</svg>").toString();
  }

  private static void path(
      StringBuilder svg, Frame frame, double[][] points, int from, String colour) {
    StringBuilder line = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", frame.x(points[i]), frame.y(points[i])));
      if (i >= from) {
        dots.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\" fill=\"%s\"/>",
                frame.x(points[i]),
                frame.y(points[i]),
                colour));
      }
    }
    svg.append(
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.4\" stroke-opacity=\".7\"/>"
                .formatted(line, colour))
        .append(dots);
  }

  private static void legend(StringBuilder svg) {
    String[] names = {"truth", "imagination"};
    for (int i = 0; i < names.length; i++) {
      svg.append(
          "<circle cx=\"%d\" cy=\"-12\" r=\"4\" fill=\"%s\"/><text x=\"%d\" y=\"-8\">%s</text>"
              .formatted(6 + 62 * i, Palette.css(i), 16 + 62 * i, names[i]));
    }
  }

  /** From latent coordinates to the picture's. */
  private record Frame(double left, double top, double span) {
    static Frame around(double[][]... paths) {
      double left = Double.POSITIVE_INFINITY;
      double right = Double.NEGATIVE_INFINITY;
      double top = Double.POSITIVE_INFINITY;
      double bottom = Double.NEGATIVE_INFINITY;
      for (double[][] path : paths) {
        for (double[] point : path) {
          left = Math.min(left, point[0]);
          right = Math.max(right, point[0]);
          top = Math.min(top, point[1]);
          bottom = Math.max(bottom, point[1]);
        }
      }
      double span = Math.max(1e-9, Math.max(right - left, bottom - top));
      return new Frame((left + right - span) / 2, (top + bottom - span) / 2, span);
    }

    double x(double[] point) {
      return MARGIN + (point[0] - left) / span * (SIDE - 2 * MARGIN);
    }

    double y(double[] point) {
      return SIDE - MARGIN - (point[1] - top) / span * (SIDE - 2 * MARGIN);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Latent path along its two principal directions, which hold %.0f %% of the true path's variance; the ring is the last given frame",
        100 * explained);
  }
}

package org.orrery.workbench.view;

import java.awt.image.BufferedImage;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.kernel.display.Display;

/**
 * A matrix as colours: from dark to light between its extremes, or away from white on both sides of
 * zero when it has both signs. What is not a number is grey.
 *
 * @param image a pixel a value, or one of several where there are more than fit
 */
record HeatMap(BufferedImage image) {
  private static final int MOST_PIXELS = 192;
  private static final int LEAST_SIDE = 160;
  private static final int GREY = 0x888888;
  private static final int[] RISING = {0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xfde725};
  private static final int[] SIGNED = {0x2166ac, 0x92c5de, 0xf7f7f7, 0xf4a582, 0xb2182b};

  static HeatMap of(INDArray matrix) {
    int rows = Math.min(MOST_PIXELS, matrix.rows());
    int columns = Math.min(MOST_PIXELS, matrix.columns());
    double[][] values = new double[rows][columns];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int row = (int) ((long) r * matrix.rows() / rows);
        int column = (int) ((long) c * matrix.columns() / columns);
        double value = matrix.getDouble(row, column);
        values[r][c] = value;
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        image.setRGB(c, r, colour(values[r][c], low, high));
      }
    }
    return new HeatMap(image);
  }

  /** The map enlarged to a size one can see, its pixels kept sharp. */
  String html() {
    double scale = Math.max(1, (double) LEAST_SIDE / Math.max(image.getWidth(), image.getHeight()));
    String png = (String) Display.render(image).data().get("image/png");
    return String.format(
        Locale.ROOT,
        "<img alt=\"heat map\" style=\"width:%.0fpx;height:%.0fpx;margin:4px 0;"
            + "image-rendering:pixelated\" src=\"data:image/png;base64,%s\">",
        scale * image.getWidth(),
        scale * image.getHeight(),
        png);
  }

  static int colour(double value, double low, double high) {
    if (!Double.isFinite(value)) {
      return GREY;
    }
    if (low < 0 && high > 0) {
      double most = Math.max(-low, high);
      return between(SIGNED, (value / most + 1) / 2);
    }
    return between(RISING, high > low ? (value - low) / (high - low) : 0.5);
  }

  private static int between(int[] colours, double share) {
    double place = share * (colours.length - 1);
    int index = Math.min(colours.length - 2, (int) place);
    double rest = place - index;
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = colours[index] >> shift & 0xff;
      int to = colours[index + 1] >> shift & 0xff;
      mixed |= (int) Math.round(from + rest * (to - from)) << shift;
    }
    return mixed;
  }
}

package org.orrery.workbench.view;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arrays as pictures, for those that are.
 *
 * <pre>{@code
 * Images.of(frame)             // [3, height, width] of 0 to 1, shown below the cell
 * Images.of(grey)              // [1, height, width]
 * }</pre>
 */
public final class Images {
  private Images() {}

  /**
   * The picture of an array of shape [3, height, width] (red, green, blue) or [1, height, width]
   * (grey). Whole numbers go from 0 to 255, others from 0 to 1; what lies outside is cut.
   *
   * @throws IllegalArgumentException when the shape is another
   */
  public static BufferedImage of(INDArray array) {
    if (array.rank() != 3 || array.size(0) != 3 && array.size(0) != 1) {
      throw new IllegalArgumentException(
          "expected an array of shape [3, height, width] or [1, height, width], received %s: take one frame of it or reorder its axes with .permute(…)"
              .formatted(Arrays.toString(array.shape())));
    }
    int height = (int) array.size(1);
    int width = (int) array.size(2);
    double scale = array.dataType().isFPType() ? 255 : 1;
    boolean isGrey = array.size(0) == 1;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int colour = 0;
        for (int channel = 0; channel < 3; channel++) {
          double value = scale * array.getDouble(isGrey ? 0 : channel, y, x);
          colour = colour << 8 | (int) Math.round(Math.max(0, Math.min(255, value)));
        }
        image.setRGB(x, y, colour);
      }
    }
    return image;
  }
}

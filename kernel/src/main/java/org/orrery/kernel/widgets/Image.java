package org.orrery.kernel.widgets;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A picture that the cell can exchange for another one in its place.
 *
 * <pre>{@code
 * var frame = Widgets.image(firstFrame);
 * display(frame);
 * frame.value(nextFrame);       // the picture on the page changes
 * }</pre>
 */
public final class Image extends ImageModel {

  /** One without a picture yet. */
  public Image() {}

  /**
   * Shows {@code picture}, sent as PNG.
   *
   * @throws IllegalArgumentException when the picture cannot be written as PNG
   */
  public Image value(RenderedImage picture) {
    set(Map.of("format", "png", "value", png(picture)));
    return this;
  }

  private static byte[] png(RenderedImage picture) {
    var png = new ByteArrayOutputStream();
    try {
      if (ImageIO.write(picture, "png", png)) {
        return png.toByteArray();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException(
        "expected a picture that can be a PNG, received one of %s: copy it into a BufferedImage of TYPE_INT_RGB"
            .formatted(picture.getColorModel()));
  }
}

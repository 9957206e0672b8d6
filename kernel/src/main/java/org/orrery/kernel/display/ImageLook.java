package org.orrery.kernel.display;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Images as PNG. */
final class ImageLook {

  private static final int MOST_IN_STRIP = 24;
  private static final int LEAST_HEIGHT = 64;
  private static final int MOST_HEIGHT = 160;

  private ImageLook() {}

  static MimeBundle of(RenderedImage image) {
    var text =
        "%s, %d x %d"
            .formatted(image.getClass().getSimpleName(), image.getWidth(), image.getHeight());
    return MimeBundle.text(text).with("image/png", png(image));
  }

  /** Images side by side; small ones enlarged to squares one can see. */
  static Optional<String> strip(Ends images) {
    if (!images.shown().stream().allMatch(RenderedImage.class::isInstance)) {
      return Optional.empty();
    }
    var html = new StringBuilder("<div style=\"display:flex;flex-wrap:wrap;gap:6px\">");
    var shown = images.head().stream().limit(MOST_IN_STRIP).toList();
    shown.forEach(image -> html.append(element((RenderedImage) image)));
    html.append("</div>");
    var hidden = images.size() - shown.size();
    if (hidden > 0) {
      html.append(
          "<div style=\"opacity:.7;font:13px system-ui,sans-serif\">… %,d more</div>"
              .formatted(hidden));
    }
    return Optional.of(html.toString());
  }

  private static String element(RenderedImage image) {
    var height = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, image.getHeight()));
    var sharp = height > image.getHeight() ? ";image-rendering:pixelated" : "";
    return "<img alt=\"\" style=\"height:%dpx;margin:0%s\" src=\"data:image/png;base64,%s\">"
        .formatted(height, sharp, Base64.getEncoder().encodeToString(png(image)));
  }

  private static byte[] png(RenderedImage image) {
    var png = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", png)) {
        ImageIO.write(asArgb(image), "png", png);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  /** The same picture in a layout of pixels that PNG knows. */
  private static RenderedImage asArgb(RenderedImage image) {
    var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    var graphics = copy.createGraphics();
    graphics.drawRenderedImage(image, new java.awt.geom.AffineTransform());
    graphics.dispose();
    return copy;
  }
}

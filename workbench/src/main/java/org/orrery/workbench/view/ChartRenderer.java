package org.orrery.workbench.view;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.internal.chartpart.Chart;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;

/**
 * Shows XChart charts as SVG and as PNG of twice their size, for sharp screens. Found by the kernel
 * itself.
 */
public final class ChartRenderer implements Renderer {
  private static final int SCALE = 2;

  /** Of very many points a picture of pixels is smaller, and quicker to show. */
  private static final int MOST_SVG_CHARS = 400_000;

  @Override
  public Optional<MimeBundle> render(Object value) {
    if (!(value instanceof Chart<?, ?> chart)) {
      return Optional.empty();
    }
    String title = chart.getTitle() == null ? "" : " " + chart.getTitle();
    String plain = chart.getClass().getSimpleName() + title;
    MimeBundle bundle =
        MimeBundle.text(plain)
            .with("image/png", png(chart))
            .withMetadata(
                "image/png", Map.of("width", chart.getWidth(), "height", chart.getHeight()));
    String svg = svg(chart);
    return Optional.of(svg.length() <= MOST_SVG_CHARS ? bundle.with("image/svg+xml", svg) : bundle);
  }

  /** Its letters are outlines, so that it looks the same with the fonts of any machine. */
  private static String svg(Chart<?, ?> chart) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG);
    } catch (IOException e) {
      throw new UncheckedIOException("writing an SVG to memory failed", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static byte[] png(Chart<?, ?> chart) {
    BufferedImage image =
        new BufferedImage(
            SCALE * chart.getWidth(), SCALE * chart.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing a PNG to memory failed", e);
    }
    return out.toByteArray();
  }
}

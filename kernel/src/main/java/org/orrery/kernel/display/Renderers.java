package org.orrery.kernel.display;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;

/**
 * The renderers of the class path, asked in turn, and after them our own for images and plain text.
 */
final class Renderers {

  private final List<Renderer> inOrder = new ArrayList<>();

  private Renderers() {
    ServiceLoader.load(Renderer.class, Renderers.class.getClassLoader()).forEach(inOrder::add);
    inOrder.add(Renderers::image);
  }

  static Renderers ofClassPath() {
    return new Renderers();
  }

  MimeBundle render(Object value) {
    if (value == null) {
      return MimeBundle.text("null");
    }
    for (var renderer : inOrder) {
      var bundle = ask(renderer, value);
      if (bundle.isPresent()) {
        return withText(bundle.get(), value);
      }
    }
    return MimeBundle.text(PlainText.of(value));
  }

  private static Optional<MimeBundle> ask(Renderer renderer, Object value) {
    try {
      return renderer.render(value);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "renderer %s failed on a %s: %s"
              .formatted(renderer.getClass().getName(), value.getClass().getName(), e.getMessage()),
          e);
    }
  }

  private static MimeBundle withText(MimeBundle bundle, Object value) {
    return bundle.data().containsKey(MimeBundle.PLAIN)
        ? bundle
        : bundle.with(MimeBundle.PLAIN, PlainText.of(value));
  }

  private static Optional<MimeBundle> image(Object value) {
    if (!(value instanceof RenderedImage image)) {
      return Optional.empty();
    }
    var png = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", png)) {
        return Optional.empty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var text =
        "%s, %d x %d"
            .formatted(image.getClass().getSimpleName(), image.getWidth(), image.getHeight());
    return Optional.of(MimeBundle.text(text).with("image/png", png.toByteArray()));
  }
}

package org.orrery.kernel.display;

import java.awt.image.RenderedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the kinds of the JDK look like where no renderer of the class path knows better. What is as
 * clear as text stays text: numbers, enums, dates, short lists.
 */
final class OwnLooks {

  private OwnLooks() {}

  static Optional<MimeBundle> of(Object value) {
    if (value instanceof Record one) {
      return RecordLook.of(one);
    }
    if (value instanceof Map<?, ?> map) {
      return MapLook.of(map);
    }
    if (Ends.has(value)) {
      return ElementsLook.of(value);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(OwnLooks::present);
    }
    if (value instanceof Throwable thrown) {
      return Optional.of(MimeBundle.text(ThrowableText.of(thrown)));
    }
    if (value instanceof BaseStream<?, ?> stream) {
      return Optional.of(MimeBundle.text(unconsumed(stream)));
    }
    if (value instanceof Path file) {
      return ImageFile.of(file);
    }
    if (value instanceof File file) {
      return ImageFile.of(file.toPath());
    }
    return value instanceof RenderedImage image
        ? Optional.of(ImageLook.of(image))
        : Optional.empty();
  }

  private static MimeBundle present(Object inner) {
    return Display.render(inner).with(MimeBundle.PLAIN, "Optional[" + PlainText.of(inner) + "]");
  }

  /** A stream can be walked once, and that is for the program to do. */
  private static String unconsumed(BaseStream<?, ?> stream) {
    return stream instanceof Stream
        ? "Stream, not walked yet: end it with .toList() to see its elements"
        : "%s, not walked yet: end it with .toArray() to see its elements"
            .formatted(
                stream instanceof IntStream
                    ? "IntStream"
                    : stream instanceof LongStream ? "LongStream" : "DoubleStream");
  }
}

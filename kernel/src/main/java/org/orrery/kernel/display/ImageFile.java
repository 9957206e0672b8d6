package org.orrery.kernel.display;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The path of a picture as that picture. */
final class ImageFile {

  private static final long MOST_BYTES = 10L << 20;
  private static final Map<String, String> MIME_BY_ENDING =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "svg", "image/svg+xml");

  private ImageFile() {}

  static Optional<MimeBundle> of(Path file) {
    var name = file.toString();
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var mime = MIME_BY_ENDING.get(ending);
    try {
      if (mime == null || !Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      var bytes = Files.readAllBytes(file);
      var form = ending.equals("svg") ? new String(bytes, StandardCharsets.UTF_8) : (Object) bytes;
      return Optional.of(MimeBundle.text(name).with(mime, form));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}

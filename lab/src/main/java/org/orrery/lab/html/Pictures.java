package org.orrery.lab.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** Takes the pictures that Markdown refers to into the page. */
final class Pictures {

  private static final Map<String, String> TYPES =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "webp", "image/webp",
          "svg", "image/svg+xml");

  private final Path folder;

  Pictures(Path folder) {
    this.folder = folder;
  }

  /**
   * {@code source} as a data URI when it is an attachment or a picture file; anything else, such as
   * an address on the network, as it is.
   */
  String embedded(String source, Map<String, Object> attachments) {
    if (source.startsWith("attachment:")) {
      return attachment(attachments.get(source.substring("attachment:".length())), source);
    }
    var dot = source.lastIndexOf('.');
    var type = TYPES.get(source.substring(dot + 1).toLowerCase(Locale.ROOT));
    if (type == null || source.contains("://") || source.startsWith("data:")) {
      return source;
    }
    try {
      var file = folder.resolve(source.replace("%20", " "));
      return Files.isRegularFile(file) ? dataUri(type, Files.readAllBytes(file)) : source;
    } catch (InvalidPathException e) {
      return source;
    } catch (IOException e) {
      throw new UncheckedIOException("picture " + source + " cannot be read", e);
    }
  }

  static String dataUri(String type, byte[] bytes) {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static String attachment(Object bundle, String source) {
    if (bundle instanceof Map<?, ?> forms) {
      for (var form : forms.entrySet()) {
        if (String.valueOf(form.getKey()).startsWith("image/")
            && form.getValue() instanceof String base64) {
          return "data:" + form.getKey() + ";base64," + base64.replaceAll("\\s", "");
        }
      }
    }
    return source;
  }
}

package org.orrery.kernel.display;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing to look at, in several forms, of which a front end shows the richest it knows.
 * Immutable.
 *
 * <pre>{@code
 * var bundle = MimeBundle.text("a red square")
 *     .with("text/html", "<div style='background:red'></div>")
 *     .with("image/png", pngBytes);
 * }</pre>
 *
 * @param data form by MIME type: a text, or a JSON-like map or list; bytes are held as base64 text
 * @param metadata what a front end should know of a form, by MIME type
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {

  /** The MIME type of plain text. */
  public static final String PLAIN = "text/plain";

  public MimeBundle {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** A bundle of no form yet. */
  public static MimeBundle empty() {
    return new MimeBundle(Map.of(), Map.of());
  }

  /** A bundle of plain text. */
  public static MimeBundle text(String plain) {
    return empty().with(PLAIN, plain);
  }

  /** A bundle of HTML, with the text to show where HTML cannot be. */
  public static MimeBundle html(String html, String plain) {
    return text(plain).with("text/html", html);
  }

  /** This bundle with one more form. */
  public MimeBundle with(String mime, Object form) {
    var more = new LinkedHashMap<>(data);
    more.put(mime, form instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : form);
    return new MimeBundle(more, metadata);
  }

  /** This bundle with metadata for one form, such as {@code Map.of("width", 320)} for an image. */
  public MimeBundle withMetadata(String mime, Map<String, Object> about) {
    var more = new LinkedHashMap<>(metadata);
    more.put(mime, about);
    return new MimeBundle(data, more);
  }

  /**
   * This bundle with only the forms named.
   *
   * @throws IllegalArgumentException when it has none of them; the message lists those it has
   */
  public MimeBundle only(String... mimes) {
    var wanted = List.of(mimes);
    var kept = new LinkedHashMap<>(data);
    kept.keySet().retainAll(wanted);
    if (kept.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a value with a form %s, received one with %s: ask for one of these"
              .formatted(Arrays.toString(mimes), data.keySet()));
    }
    var about = new LinkedHashMap<>(metadata);
    about.keySet().retainAll(wanted);
    return new MimeBundle(kept, about);
  }
}

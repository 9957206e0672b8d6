package org.orrery.kernel.comm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What travels over a comm, in either direction. Immutable; the map may hold nulls, as JSON does.
 *
 * <pre>{@code
 * var message = CommMessage.of(Map.of("frame", 12)).withBuffers(List.of(pixels));
 * message.data().get("frame");   // 12
 * }</pre>
 *
 * @param data JSON-like: texts, numbers, flags, lists and maps of them
 * @param metadata free fields beside the data
 * @param buffers raw bytes, sent as they are
 */
public record CommMessage(
    Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {

  public CommMessage {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    buffers = List.copyOf(buffers);
  }

  /** A message that says nothing: enough to open or to close a comm. */
  public static CommMessage empty() {
    return of(Map.of());
  }

  /** A message of {@code data} alone. */
  public static CommMessage of(Map<String, Object> data) {
    return new CommMessage(data, Map.of(), List.of());
  }

  /** This message with {@code others} as its metadata. */
  public CommMessage withMetadata(Map<String, Object> others) {
    return new CommMessage(data, others, buffers);
  }

  /** This message with {@code others} as its buffers. */
  public CommMessage withBuffers(List<byte[]> others) {
    return new CommMessage(data, metadata, others);
  }
}

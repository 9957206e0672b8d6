package org.orrery.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The codec between a {@link Message} and the frames that ZeroMQ carries: {@code identities,
 * <IDS|MSG>, signature, header, parent, metadata, content, buffers}. Safe for use by many threads.
 *
 * <pre>{@code
 * var wire = Wire.of(connection);
 * List<byte[]> frames = wire.encode(message);
 * Message back = wire.decode(frames);
 * }</pre>
 */
public final class Wire {

  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final int SIGNED_PARTS = 4;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(String.class, new WellFormedText()))
          .build();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private static final byte[] NO_FIELDS = {'{', '}'};

  private final Signature signature;
  private volatile Parent lastParent = new Parent(null, NO_FIELDS);

  /** All that comes of one request names its header. */
  private record Parent(Header header, byte[] json) {}

  private Wire(Signature signature) {
    this.signature = signature;
  }

  /** The codec that signs with {@code connection}'s key; an empty key means unsigned messages. */
  public static Wire of(ConnectionFile connection) {
    return new Wire(Signature.of(connection.signatureScheme(), connection.key()));
  }

  /**
   * The codec that signs with {@code key} under HMAC-SHA256; an empty key means unsigned messages.
   */
  public static Wire signedWith(String key) {
    return new Wire(Signature.of(ConnectionFile.HMAC_SHA256, key));
  }

  /** The frames of {@code message}, signed. */
  public List<byte[]> encode(Message message) {
    var parts =
        List.of(
            json(message.header().fields()),
            message.parent().map(this::parent).orElse(NO_FIELDS),
            json(message.metadata()),
            json(message.content()));
    var frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(signature.sign(parts));
    frames.addAll(parts);
    frames.addAll(message.buffers());
    return frames;
  }

  /**
   * The message in {@code frames}.
   *
   * @throws RefusedMessageException when the frames are cut short, wrongly signed or not the
   *     protocol's JSON
   */
  public Message decode(List<byte[]> frames) throws RefusedMessageException {
    var delimiter = delimiterIn(frames);
    var first = delimiter + 2;
    if (frames.size() < first + SIGNED_PARTS) {
      throw new RefusedMessageException(
          "expected a signature and 4 parts after <IDS|MSG>, received %d frames"
              .formatted(frames.size() - delimiter - 1));
    }
    var parts = frames.subList(first, first + SIGNED_PARTS);
    if (!signature.verifies(frames.get(delimiter + 1), parts)) {
      throw new RefusedMessageException(
          "the signature does not match the connection file's key: the sender holds another key");
    }
    try {
      var parent = fields(parts.get(1));
      return new Message(
          frames.subList(0, delimiter),
          Header.from(fields(parts.get(0))),
          parent.isEmpty() ? Optional.empty() : Optional.of(Header.from(parent)),
          fields(parts.get(2)),
          fields(parts.get(3)),
          frames.subList(first + SIGNED_PARTS, frames.size()));
    } catch (JacksonException e) {
      throw new RefusedMessageException("not JSON objects: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new RefusedMessageException(e.getMessage(), e);
    }
  }

  private static int delimiterIn(List<byte[]> frames) throws RefusedMessageException {
    for (int i = 0; i < frames.size(); i++) {
      if (Arrays.equals(frames.get(i), DELIMITER)) {
        return i;
      }
    }
    throw new RefusedMessageException(
        "expected a frame <IDS|MSG>, received %d frames without one".formatted(frames.size()));
  }

  private byte[] parent(Header header) {
    var last = lastParent;
    if (last.header() != header) {
      last = new Parent(header, json(header.fields()));
      lastParent = last;
    }
    return last.json();
  }

  private static byte[] json(Map<String, Object> fields) {
    return fields.isEmpty() ? NO_FIELDS : JSON.writeValueAsBytes(fields);
  }

  private static Map<String, Object> fields(byte[] json) {
    var fields = JSON.readValue(json, FIELDS);
    if (fields == null) {
      throw new IllegalArgumentException("expected a JSON object, received null");
    }
    return fields;
  }
}

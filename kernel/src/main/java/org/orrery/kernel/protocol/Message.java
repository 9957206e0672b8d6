package org.orrery.kernel.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One Jupyter message. Immutable; maps may hold nulls, as JSON does.
 *
 * <pre>{@code
 * var request = Message.of(Header.create("execute_request", session, "me"), Map.of("code", "1 + 1"));
 * var reply = request.reply(Header.create("execute_reply", session, "kernel"), Map.of("status", "ok"));
 * reply.text("status");   // "ok"
 * }</pre>
 *
 * @param identities ROUTER routing frames, or the topic of an IOPub message; may be empty
 * @param header what the message is
 * @param parent header of the message that caused this one
 * @param metadata free fields beside the content
 * @param content the body; its fields depend on the type
 * @param buffers raw binary frames after the content
 */
public record Message(
    List<byte[]> identities,
    Header header,
    Optional<Header> parent,
    Map<String, Object> metadata,
    Map<String, Object> content,
    List<byte[]> buffers) {

  public Message {
    identities = List.copyOf(identities);
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(parent, "parent");
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    buffers = List.copyOf(buffers);
  }

  /** A message that nothing caused: a client's request. */
  public static Message of(Header header, Map<String, Object> content) {
    return new Message(List.of(), header, Optional.empty(), Map.of(), content, List.of());
  }

  /**
   * The answer to this message: it goes back to where this one came from and names it as its
   * parent.
   */
  public Message reply(Header replyHeader, Map<String, Object> replyContent) {
    return new Message(
        identities, replyHeader, Optional.of(header), Map.of(), replyContent, List.of());
  }

  /** This message with other identities: an IOPub topic, or none. */
  public Message withIdentities(List<byte[]> others) {
    return new Message(others, header, parent, metadata, content, buffers);
  }

  /** This message with {@code others} as its metadata. */
  public Message withMetadata(Map<String, Object> others) {
    return new Message(identities, header, parent, others, content, buffers);
  }

  /** This message with {@code other} as its content. */
  public Message withContent(Map<String, Object> other) {
    return new Message(identities, header, parent, metadata, other, buffers);
  }

  /** The message type, such as {@code execute_request}. */
  public String type() {
    return header.type();
  }

  /** The text under {@code field} of the content, or "" when it is absent or no text. */
  public String text(String field) {
    return content.get(field) instanceof String text ? text : "";
  }

  /**
   * The flag under {@code field} of the content, or {@code otherwise} when it is absent or no flag.
   */
  public boolean flag(String field, boolean otherwise) {
    return content.get(field) instanceof Boolean flag ? flag : otherwise;
  }

  /**
   * The whole number under {@code field} of the content, or {@code otherwise} when it is absent or
   * no number.
   */
  public int number(String field, int otherwise) {
    return content.get(field) instanceof Number number ? number.intValue() : otherwise;
  }

  /**
   * The object under {@code field} of the content, or an empty map when it is absent or no object.
   */
  @SuppressWarnings("unchecked")
  public Map<String, Object> object(String field) {
    return content.get(field) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}

package org.orrery.kernel.protocol;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The header of a Jupyter message: who sent it, when, and what it is.
 *
 * <pre>{@code
 * var header = Header.create("kernel_info_request", session, "me");
 * header.id();   // unique
 * }</pre>
 *
 * @param id unique identity of the message
 * @param session identity of the sending side's session
 * @param username who sent it
 * @param type the message type, such as {@code execute_request}
 * @param date ISO 8601 time stamp
 * @param version protocol version of the sender
 * @param subshell identity of the subshell that a message on the shell socket is for; empty for the
 *     main one
 */
public record Header(
    String id,
    String session,
    String username,
    String type,
    String date,
    String version,
    Optional<String> subshell) {

  /** The protocol version this code speaks. */
  public static final String PROTOCOL_VERSION = "5.4";

  public Header {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(subshell, "subshell");
  }

  /** A fresh header with a new identity, stamped now. */
  public static Header create(String type, String session, String username) {
    var now = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
    return new Header(
        UUID.randomUUID().toString(),
        session,
        username,
        type,
        now,
        PROTOCOL_VERSION,
        Optional.empty());
  }

  /** This header for the subshell {@code subshellId} of the kernel. */
  public Header forSubshell(String subshellId) {
    return new Header(id, session, username, type, date, version, Optional.of(subshellId));
  }

  /**
   * The header written in {@code fields}; absent fields other than {@code msg_id} and {@code
   * msg_type} read as empty.
   *
   * @throws IllegalArgumentException when {@code msg_id} or {@code msg_type} is absent
   */
  static Header from(Map<String, Object> fields) {
    return new Header(
        required(fields, "msg_id"),
        optional(fields, "session"),
        optional(fields, "username"),
        required(fields, "msg_type"),
        optional(fields, "date"),
        optional(fields, "version"),
        Optional.ofNullable(fields.get("subshell_id")).map(Object::toString));
  }

  /** The header as JSON fields, in the protocol's names. */
  public Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("msg_id", id);
    fields.put("session", session);
    fields.put("username", username);
    fields.put("msg_type", type);
    fields.put("date", date);
    fields.put("version", version);
    subshell.ifPresent(subshellId -> fields.put("subshell_id", subshellId));
    return fields;
  }

  private static String required(Map<String, Object> fields, String name) {
    if (fields.get(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new IllegalArgumentException(
        "header: expected a text \"" + name + "\", received " + fields.get(name));
  }

  private static String optional(Map<String, Object> fields, String name) {
    var value = fields.get(name);
    return value == null ? "" : value.toString();
  }
}

package org.orrery.kernel.protocol;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a kernel listens and the key that signs its messages: the JSON file Jupyter hands to a
 * kernel.
 *
 * <pre>{@code
 * var connection = ConnectionFile.onFreePorts("orrery");
 * connection.write(path);                       // readable by its owner only
 * ConnectionFile.read(path).address(connection.shellPort());   // "tcp://127.0.0.1:40123"
 * }</pre>
 *
 * @param transport always {@code tcp}
 * @param ip address to bind or connect to
 * @param key secret that signs messages; empty means unsigned
 * @param signatureScheme {@code hmac-sha256}
 * @param kernelName name of the kernelspec; may be empty
 */
public record ConnectionFile(
    String transport,
    String ip,
    int shellPort,
    int iopubPort,
    int stdinPort,
    int controlPort,
    int heartbeatPort,
    String key,
    String signatureScheme,
    String kernelName) {

  static final String HMAC_SHA256 = "hmac-sha256";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  public ConnectionFile {
    if (!"tcp".equals(transport)) {
      throw new IllegalArgumentException(
          "transport: expected tcp, received \"%s\"; start the kernel over tcp"
              .formatted(transport));
    }
    Objects.requireNonNull(ip, "ip");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(signatureScheme, "signatureScheme");
    Objects.requireNonNull(kernelName, "kernelName");
  }

  /**
   * Reads a connection file.
   *
   * @throws IOException when there is no such file, or it is no connection file; the message says
   *     what is wrong
   */
  public static ConnectionFile read(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("connection file " + path + ": no such file");
    }
    try {
      return parse(Files.readString(path));
    } catch (IllegalArgumentException e) {
      throw new IOException("connection file " + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * The connection written in {@code json}.
   *
   * @throws IllegalArgumentException naming the field that is missing or wrong
   */
  public static ConnectionFile parse(String json) {
    Map<String, Object> fields;
    try {
      fields = JSON.readValue(json, FIELDS);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "expected a JSON object, received something else: " + e.getOriginalMessage(), e);
    }
    if (fields == null) {
      throw new IllegalArgumentException("expected a JSON object, received null");
    }
    return new ConnectionFile(
        text(fields, "transport", "tcp"),
        text(fields, "ip", "127.0.0.1"),
        port(fields, "shell_port"),
        port(fields, "iopub_port"),
        port(fields, "stdin_port"),
        port(fields, "control_port"),
        port(fields, "hb_port"),
        text(fields, "key", ""),
        text(fields, "signature_scheme", HMAC_SHA256),
        text(fields, "kernel_name", ""));
  }

  /**
   * A connection on this machine with a random key and five ports that are free now.
   *
   * @throws IOException when this machine has no free port
   */
  public static ConnectionFile onFreePorts(String kernelName) throws IOException {
    var loopback = InetAddress.getByName("127.0.0.1");
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (int i = 0; i < 5; i++) {
        sockets.add(new ServerSocket(0, 1, loopback));
      }
      return new ConnectionFile(
          "tcp",
          loopback.getHostAddress(),
          sockets.get(0).getLocalPort(),
          sockets.get(1).getLocalPort(),
          sockets.get(2).getLocalPort(),
          sockets.get(3).getLocalPort(),
          sockets.get(4).getLocalPort(),
          UUID.randomUUID().toString(),
          HMAC_SHA256,
          kernelName);
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  /**
   * Writes this connection to {@code path}, readable by its owner only: written aside, then moved
   * into place.
   */
  public void write(Path path) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    var aside = Files.createTempFile(folder, path.getFileName().toString(), ".part");
    try {
      Files.writeString(aside, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields()));
      Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** The ZeroMQ address of {@code port}: {@code tcp://ip:port}. */
  public String address(int port) {
    return transport + "://" + ip + ":" + port;
  }

  private Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("transport", transport);
    fields.put("ip", ip);
    fields.put("shell_port", shellPort);
    fields.put("iopub_port", iopubPort);
    fields.put("stdin_port", stdinPort);
    fields.put("control_port", controlPort);
    fields.put("hb_port", heartbeatPort);
    fields.put("key", key);
    fields.put("signature_scheme", signatureScheme);
    fields.put("kernel_name", kernelName);
    return fields;
  }

  private static String text(Map<String, Object> fields, String name, String otherwise) {
    var value = fields.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name + ": expected a text, received " + value);
  }

  private static int port(Map<String, Object> fields, String name) {
    if (fields.get(name) instanceof Integer port && port > 0 && port < 65536) {
      return port;
    }
    throw new IllegalArgumentException(
        "%s: expected a port from 1 to 65535, received %s".formatted(name, fields.get(name)));
  }
}

package org.orrery.workbench.checkpoints;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The SHA-256 of files. */
final class Sha256 {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}|");

  private Sha256() {}

  static String of(Path file) {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digested = new DigestInputStream(in, digest())) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (IOException e) {
      throw new CheckpointException("cannot read %s: %s".formatted(file, e), e);
    }
  }

  /** Refuses what is neither a SHA-256 nor empty. */
  static void check(String what, String text) {
    if (text == null || !HEX.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "%s: expected a SHA-256 of 64 hexadecimal digits or nothing, came %s"
              .formatted(what, text == null ? "null" : "\"" + text + "\""));
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

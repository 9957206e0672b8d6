package org.orrery.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The HMAC that proves a message comes from someone who has read the connection file. */
final class Signature {

  private final SecretKeySpec key;

  private Signature(SecretKeySpec key) {
    this.key = key;
  }

  static Signature of(String scheme, String key) {
    if (key.isEmpty()) {
      return new Signature(null);
    }
    var algorithm = "Hmac" + scheme.replaceFirst("^hmac-", "").toUpperCase(java.util.Locale.ROOT);
    var signature =
        new Signature(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
    if (!scheme.startsWith("hmac-") || !signature.isKnown()) {
      throw new IllegalArgumentException(
          "signature_scheme: expected hmac-sha256 or another HMAC this JDK has, received \"%s\""
              .formatted(scheme));
    }
    return signature;
  }

  /** The lower-case hex signature of {@code parts}; empty when messages are not signed. */
  byte[] sign(List<byte[]> parts) {
    if (key == null) {
      return new byte[0];
    }
    try {
      var mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      parts.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with " + key.getAlgorithm(), e);
    }
  }

  /**
   * Whether {@code claimed} signs {@code parts}, compared in constant time. Always so when messages
   * are not signed.
   */
  boolean verifies(byte[] claimed, List<byte[]> parts) {
    return key == null || MessageDigest.isEqual(sign(parts), claimed);
  }

  private boolean isKnown() {
    try {
      Mac.getInstance(key.getAlgorithm());
      return true;
    } catch (GeneralSecurityException unknownAlgorithm) {
      return false;
    }
  }
}

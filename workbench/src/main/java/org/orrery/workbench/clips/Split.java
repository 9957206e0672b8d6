package org.orrery.workbench.clips;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The three parts of a set: 60 % to train on, 20 % to choose with, 20 % to report on.
 *
 * <p>The first four bytes of the SHA-256 of a clip's id, as a fraction of 2^32, decide its part. So
 * a clip stays in its part however many clips are added beside it, and any program can repeat it.
 */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST;

  /** The part that the clip of that id belongs to. */
  public static Split of(String clipId) {
    double fraction = (ByteBuffer.wrap(sha256(clipId)).getInt() & 0xffffffffL) / 0x1p32;
    if (fraction < 0.6) {
      return TRAIN;
    }
    return fraction < 0.8 ? VALIDATION : TEST;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

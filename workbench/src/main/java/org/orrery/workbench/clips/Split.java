package org.orrery.workbench.clips;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * The three parts of a set: 60 % to train on, 20 % to choose with, 20 % to report on.
 *
 * <p>The first four bytes of the SHA-256 of a clip's id, as a fraction of 2^32, decide its part. So
 * a clip stays in its part however many clips are added beside it, and any program can repeat it.
 * The ending of a video's name does not count: of two files of one name in a folder one is told
 * from the other by it, and both, which may well be one film, are in one part.
 */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST;

  /**
   * The part that a clip belongs to: that of its film, so that of the slices of one film, whatever
   * they are called, none is held out while another is trained on.
   */
  public static Split of(Clip clip) {
    return of(clip.film());
  }

  /** The part that the clip of that id belongs to. */
  public static Split of(String clipId) {
    String name = VideoFile.knows(clipId) ? clipId.substring(0, clipId.lastIndexOf('.')) : clipId;
    double fraction =
        (ByteBuffer.wrap(Sha256.bytes(name.getBytes(UTF_8))).getInt() & 0xffffffffL) / 0x1p32;
    if (fraction < 0.6) {
      return TRAIN;
    }
    return fraction < 0.8 ? VALIDATION : TEST;
  }
}

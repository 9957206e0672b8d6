package org.orrery.workbench.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Variable;

/**
 * The SHA-256 of clips: their ids, shapes, frames and labels, in order. A checkpoint's card holds
 * it, so that it is known what a model was trained on or fitted to. Another id, pixel or label
 * gives another hash.
 */
public final class DataHash {
  private final MessageDigest digest;

  DataHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The SHA-256 of all clips of a set. */
  public static String of(ClipSet clips) {
    DataHash hash = new DataHash();
    for (int i = 0; i < clips.size(); i++) {
      hash.add(clips.get(i));
    }
    return hash.hex();
  }

  /** The SHA-256 of the ids of clips that are trained on, and of those held out (or null). */
  public static String ofSplit(ClipSet trained, ClipSet heldOut) {
    DataHash hash = new DataHash();
    hash.add("trained", trained);
    if (heldOut != null) {
      hash.add("held out", heldOut);
    }
    return hash.hex();
  }

  private void add(String part, ClipSet clips) {
    add(part + "\n");
    for (int i = 0; i < clips.size(); i++) {
      add(clips.id(i) + "\n");
    }
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  void add(Clip clip) {
    add(
        "%s %d %d %d %d %s %s\n"
            .formatted(
                clip.id(),
                clip.frames(),
                clip.channels(),
                clip.height(),
                clip.width(),
                clip.fps(),
                clip.pixelsPerMetre()));
    byte[] frame = new byte[clip.channels() * clip.height() * clip.width()];
    for (int t = 0; t < clip.frames(); t++) {
      clip.frame(t, frame, 0);
      digest.update(frame);
    }
    clip.variables().values().forEach(this::add);
  }

  private void add(Variable variable) {
    add(variable + "\n");
    ByteBuffer row = ByteBuffer.allocate(Float.BYTES * variable.components().size());
    for (int t = 0; t < variable.frames(); t++) {
      row.clear();
      for (float value : variable.at(t)) {
        row.putFloat(value);
      }
      digest.update(row.array());
    }
  }

  /** In hexadecimal; nothing can be added afterwards. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}

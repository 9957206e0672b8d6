package org.orrery.workbench.worlds;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/**
 * The SHA-256 of the first twenty clips of each world, frames and variables, so that two Java
 * versions or machines can be compared. Not a test: {@code main} prints a line for each world.
 */
final class Fingerprints {
  private static final int CLIPS = 20;

  /**
   * Moved by dyn4j, which takes sines from {@code Math}: the same bytes on one kind of processor.
   */
  static final Set<String> SINES_OF_THE_JVM = Set.of("collisions", "limbs");

  private Fingerprints() {}

  public static void main(String[] args) throws NoSuchAlgorithmException {
    for (World world : Worlds.all()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < CLIPS; i++) {
        add(world.generate(7, i), digest);
      }
      String hash = HexFormat.of().formatHex(digest.digest());
      System.out.println(hash.substring(0, 16) + " " + world.name());
    }
  }

  private static void add(Clip clip, MessageDigest digest) {
    for (int t = 0; t < clip.frames(); t++) {
      digest.update(clip.frame(t));
      for (Variable variable : clip.variables().values()) {
        for (float value : variable.at(t)) {
          digest.update(ByteBuffer.allocate(4).putFloat(value).array());
        }
      }
    }
  }
}

package org.orrery.workbench.models;

import java.util.List;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.worlds.Worlds;

/** The smallest model and clips that have every part. */
final class Tiny {
  private Tiny() {}

  static JepaConfig config() {
    return config(3);
  }

  static JepaConfig config(int history) {
    return new JepaConfig(16, 1, 3, true, List.of(4, 8), 16, 6, 8, 1, 2, 2, history, 0, 16);
  }

  static ClipSet clips(int n) {
    return Clips.of(Worlds.bouncingBall().size(16).frames(12), n).seed(3);
  }
}

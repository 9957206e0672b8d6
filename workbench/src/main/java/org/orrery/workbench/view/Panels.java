package org.orrery.workbench.view;

import java.util.Map;
import org.orrery.workbench.clips.Clip;

/** Checks clips that are to be played beside each other. */
final class Panels {
  private Panels() {}

  /** The first of the clips, if all have one length. */
  static Clip checked(Map<String, Clip> titled) {
    if (titled.isEmpty()) {
      throw new IllegalArgumentException("side by side needs at least one clip; received none");
    }
    Map.Entry<String, Clip> first = titled.entrySet().iterator().next();
    for (Map.Entry<String, Clip> other : titled.entrySet()) {
      if (other.getValue().frames() != first.getValue().frames()) {
        throw new IllegalArgumentException(
            "clips side by side need one length; \"%s\" has %d frames and \"%s\" has %d: use slice(from, to)"
                .formatted(
                    first.getKey(),
                    first.getValue().frames(),
                    other.getKey(),
                    other.getValue().frames()));
      }
    }
    return first.getValue();
  }
}

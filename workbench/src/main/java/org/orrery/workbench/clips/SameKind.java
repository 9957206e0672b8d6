package org.orrery.workbench.clips;

import java.util.List;

/** Clips that go into one table must be alike. */
final class SameKind {
  private SameKind() {}

  static void check(Clip first, Clip clip) {
    boolean alike =
        clip.channels() == first.channels()
            && clip.height() == first.height()
            && clip.width() == first.width()
            && clip.fps() == first.fps()
            && Double.compare(clip.pixelsPerMetre(), first.pixelsPerMetre()) == 0
            && components(clip).equals(components(first));
    if (!alike) {
      throw new IllegalArgumentException(
          "all clips of one file need the same size, rate, scale and variables; received \"%s\" at %s pixels a metre and \"%s\" at %s: resize(..) them, or write them apart"
              .formatted(first, first.pixelsPerMetre(), clip, clip.pixelsPerMetre()));
    }
  }

  private static List<String> components(Clip clip) {
    return clip.variables().values().stream().map(Variable::toString).toList();
  }
}

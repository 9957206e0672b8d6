package org.orrery.workbench.view;

import org.orrery.workbench.clips.Clip;

/**
 * One clip of a film, at the size it is shown, under its title ("" for none).
 *
 * @param clip the clip at its size on the film
 * @param title what stands above it
 */
record Panel(Clip clip, String title) {

  /** Shrinks a clip to {@code widest}, or enlarges it by a whole number to about {@code goal}. */
  static Panel of(Clip clip, int widest, int goal) {
    int side = Math.max(clip.height(), clip.width());
    if (side > widest) {
      double ratio = (double) widest / side;
      int height = (int) Math.max(1, Math.round(clip.height() * ratio));
      int width = (int) Math.max(1, Math.round(clip.width() * ratio));
      return new Panel(clip.resize(height, width), "");
    }
    int times = Math.max(1, Math.min(widest / side, (goal + side - 1) / side));
    return new Panel(clip.resize(clip.height() * times, clip.width() * times), "");
  }

  Panel titled(String name) {
    return new Panel(clip, name);
  }

  /** The clip's frame at time {@code t}; a clip that has ended stays at its last frame. */
  byte[] frame(int t) {
    return clip.frame(Math.min(t, clip.frames() - 1));
  }
}

package org.orrery.workbench.clips;

import java.util.List;

/**
 * Where clips come from.
 *
 * <pre>{@code
 * ClipSet made = Clips.of(Worlds.bouncingBall().gravity(1, 12), 1000).seed(7);
 * }</pre>
 */
public final class Clips {
  private Clips() {}

  /** A set of {@code n} clips made by a source when they are asked for; seed 0 unless told. */
  public static ClipSet of(ClipSource source, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("a set needs at least one clip; received " + n);
    }
    return new ClipSet(new GeneratedStore(source, n, 0));
  }

  /** A set of the given clips, in their order; two clips of one id are refused. */
  public static ClipSet of(List<Clip> clips) {
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("a set needs at least one clip; received none");
    }
    return new ClipSet(new ListStore(clips));
  }
}

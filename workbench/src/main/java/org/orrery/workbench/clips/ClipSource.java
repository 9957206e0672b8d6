package org.orrery.workbench.clips;

/**
 * Something that makes clips: the same seed and index always make the same clip, to the byte.
 *
 * <pre>{@code
 * ClipSource source = Worlds.bouncingBall();
 * Clip third = source.generate(7, 3);        // clip 3 of seed 7
 * }</pre>
 */
public interface ClipSource {

  /** Makes clip {@code index} of {@code seed}; called from several threads at once. */
  Clip generate(long seed, int index);

  /** The id that {@link #generate} gives to that clip, without making it. */
  String id(long seed, int index);

  /** What the clips show, in one line. */
  String describe();
}

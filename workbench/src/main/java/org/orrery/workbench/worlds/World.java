package org.orrery.workbench.worlds;

import org.orrery.workbench.clips.ClipSource;

/**
 * A simulated world: its clips carry the truth of every physical variable at every frame.
 *
 * <pre>{@code
 * World world = Worlds.bouncingBall().gravity(1, 12);
 * ClipSet clips = Clips.of(world, 1000).seed(7);
 * }</pre>
 */
public interface World extends ClipSource {

  /** The number of frames in each clip. */
  int frames();

  /** The height and width of a frame in pixels. */
  int size();
}

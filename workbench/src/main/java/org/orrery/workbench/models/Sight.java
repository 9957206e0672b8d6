package org.orrery.workbench.models;

import java.util.List;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * What a model sees of a clip: frames of one size, averaged over squares, each beside its change.
 *
 * @param size height and width of a frame in pixels
 * @param colours 1 for grey, 3 for red, green and blue
 * @param pool side of the squares that are averaged
 * @param motionGain what the difference to the frame before is multiplied by
 */
record Sight(int size, int colours, int pool, double motionGain) {
  Sight {
    Configs.atLeastOne("size", size);
    Configs.atLeastOne("pool", pool);
    Configs.require(
        colours == 1 || colours == 3, "colours %d: expected 1 (grey) or 3 (RGB)", colours);
    Configs.require(
        Double.isFinite(motionGain), "motion gain %s: expected a finite number", motionGain);
    Configs.require(
        size % pool == 0, "frames of %d px cannot be pooled by %d; take a multiple", size, pool);
  }

  /** Side of the pooled frames. */
  int inner() {
    return size / pool;
  }

  /** Numbers in a pooled frame. */
  int pixels() {
    return colours * inner() * inner();
  }

  /** Frames [batch, time, colours, size, size] to [batch, time, colours, inner, inner]. */
  Tensor pool(Ops ops, Tensor frames) {
    return shrink(ops, frames, pool);
  }

  /** Frames [batch, time, colours, side, side] averaged over squares of k by k. */
  static Tensor shrink(Ops ops, Tensor frames, int k) {
    if (k == 1) {
      return frames;
    }
    long batch = frames.size(0);
    long time = frames.size(1);
    long side = frames.size(3);
    Tensor flat = ops.reshape(frames, batch * time, frames.size(2), side, side);
    return ops.reshape(ops.avgPool2d(flat, k), batch, time, frames.size(2), side / k, side / k);
  }

  /**
   * Pooled frames [batch, time + 1, colours, inner, inner] to [frame, gain * (frame - the one
   * before)], [batch * time, 2 * colours, inner, inner].
   */
  Tensor pairs(Ops ops, Tensor pooled) {
    long batch = pooled.size(0);
    long time = pooled.size(1) - 1;
    Tensor now = ops.slice(pooled, 1, 1, time + 1);
    Tensor before = ops.slice(pooled, 1, 0, time);
    Tensor motion = ops.mul(ops.sub(now, before), motionGain);
    return ops.reshape(
        ops.concat(2, List.of(now, motion)), batch * time, 2L * colours, inner(), inner());
  }

  /** Refuses a clip of another size or other colours. */
  void check(String model, Clip clip) {
    if (clip.channels() != colours || clip.height() != size || clip.width() != size) {
      String way = colours == 1 && clip.channels() == 3 ? ".grey() and " : "";
      throw new IllegalArgumentException(
          "%s watches %s clips of %dx%d; clip %s is %dx%d with %d channel(s): use %s.resize(%d, %d)%s"
              .formatted(
                  model,
                  colours == 1 ? "grey" : "RGB",
                  size,
                  size,
                  clip.id(),
                  clip.width(),
                  clip.height(),
                  clip.channels(),
                  way,
                  size,
                  size,
                  colours == 3 && clip.channels() == 1 ? ", and film it in colour" : ""));
    }
  }
}

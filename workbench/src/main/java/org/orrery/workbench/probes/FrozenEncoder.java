package org.orrery.workbench.probes;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.models.WorldModel;

/**
 * Anything that turns clips into latents and does not change while it is probed.
 *
 * <pre>{@code
 * FrozenEncoder pixels = clips -> myLatents(clips);       // [clip, time, latent]
 * var report = Probe.linear().run(pixels, clips);
 * }</pre>
 */
@FunctionalInterface
public interface FrozenEncoder {

  /**
   * The latents of every clip, shape [clip, time, latent]. Row t may depend on frames t-1 and t,
   * and on no later one: windows without a bounce are chosen by that.
   */
  INDArray encode(ClipSet clips);

  /** The same encoder with fresh weights, for the control of that name; empty if there is none. */
  default Optional<FrozenEncoder> untrained() {
    return Optional.empty();
  }

  /** A world model's encoder. */
  static FrozenEncoder of(WorldModel model) {
    return new FrozenEncoder() {
      @Override
      public INDArray encode(ClipSet clips) {
        return model.encode(clips);
      }

      @Override
      public Optional<FrozenEncoder> untrained() {
        return Optional.of(of(model.untrained()));
      }
    };
  }
}

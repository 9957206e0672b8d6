package org.orrery.workbench.probes;

import java.nio.file.Path;
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

  /**
   * Latents that were computed elsewhere, [clip, time, latent], for the very clips that are probed
   * and in their order.
   */
  static FrozenEncoder of(INDArray latents) {
    return clips -> latents;
  }

  /**
   * The same from a file of NumPy: an {@code .npy}, or the array of that name in an {@code .npz}
   * (an empty name for the only one).
   *
   * @throws IllegalArgumentException when the file cannot be read as numbers
   */
  static FrozenEncoder read(Path file, String name) {
    return of(LatentFile.read(file, name));
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

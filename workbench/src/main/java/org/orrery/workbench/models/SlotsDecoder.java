package org.orrery.workbench.models;

import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * From slots to frames: every slot, with its number, paints logits over the whole frame, and they
 * are summed (C-SWM's decoder for inspection). Trained on detached latents.
 */
record SlotsDecoder(SlotsConfig config) {
  private static final float DARK = -4;

  void declare(Initializer initializer) {
    initializer.linear("decoder.fc1", config.slot() + config.objects(), config.decoder());
    initializer.linear("decoder.fc2", config.decoder(), config.decoder());
    initializer.linear("decoder.out", config.decoder(), config.sight().pixels());
    initializer.fill("decoder.out.bias", DARK / config.objects());
  }

  /** Latents [n, K * slot] to logits [n, colours * inner * inner]. */
  Tensor logits(Ops ops, Tensor latents) {
    long n = latents.size(0);
    int k = config.objects();
    Tensor slots = ops.reshape(latents, n, k, config.slot());
    Tensor x = ops.concat(2, List.of(slots, ops.constant(numbers(n, k), n, k, k)));
    x = ops.relu(Layers.linear(ops, x, "decoder.fc1"));
    x = ops.relu(Layers.linear(ops, x, "decoder.fc2"));
    return ops.sum(Layers.linear(ops, x, "decoder.out"), 1);
  }

  /** Each slot's number as a one among zeros, [n, K, K]. */
  private static float[] numbers(long n, int k) {
    float[] numbers = new float[(int) n * k * k];
    for (int i = 0; i < n; i++) {
      for (int object = 0; object < k; object++) {
        numbers[(i * k + object) * k + object] = 1;
      }
    }
    return numbers;
  }
}

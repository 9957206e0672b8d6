package org.orrery.workbench.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One named array of a network: a weight, which training changes by its gradient, or a buffer,
 * which it does not (a running mean, say).
 *
 * @param name dotted, as in PyTorch's state dicts: {@code encoder.conv1.weight}
 * @param value float32
 * @param trainable true for a weight
 */
public record Parameter(String name, INDArray value, boolean trainable) {
  /** A weight. */
  public static Parameter weight(String name, INDArray value) {
    return new Parameter(name, value, true);
  }

  /** A buffer. */
  public static Parameter buffer(String name, INDArray value) {
    return new Parameter(name, value, false);
  }
}

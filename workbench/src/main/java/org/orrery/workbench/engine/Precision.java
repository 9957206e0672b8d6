package org.orrery.workbench.engine;

/**
 * In which numbers a network computes.
 *
 * <pre>{@code
 * Network network = engine.network(parameters, Precision.MIXED);
 * }</pre>
 *
 * <p>Parameters, gradients and the optimizer are float32 in either.
 */
public enum Precision {
  /** float32 throughout. */
  FULL,

  /**
   * Products ({@code linear}, {@code matmul}, convolutions, and attention on cards) take and give
   * bfloat16, as under PyTorch's autocast (Micikevicius et al. 2018 with bfloat16, so that no loss
   * is scaled); attention on the CPU, reductions, normalisations, roots, powers, exponentials and
   * losses are float32.
   */
  MIXED
}

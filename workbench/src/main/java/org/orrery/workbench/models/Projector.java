package org.orrery.workbench.models;

import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * A hidden layer with batch normalisation and GELU, then a linear map: LeWM's projector.
 *
 * @param name prefix of its parameters
 */
record Projector(String name, int in, int hidden, int out) {
  void declare(Initializer initializer) {
    initializer.linear(name + ".fc", in, hidden);
    initializer.norm(name + ".norm", hidden);
    initializer.running(name + ".norm", hidden);
    initializer.linear(name + ".project", hidden, out);
  }

  /** Rows [n, in] to [n, hidden]. */
  Tensor hidden(Ops ops, Tensor rows) {
    Tensor x = Layers.linear(ops, rows, name + ".fc");
    return ops.gelu(Layers.batchNorm(ops, x, name + ".norm"));
  }

  /** What {@link #hidden} gave to [n, out]. */
  Tensor project(Ops ops, Tensor hidden) {
    return Layers.linear(ops, hidden, name + ".project");
  }
}

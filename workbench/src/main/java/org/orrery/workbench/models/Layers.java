package org.orrery.workbench.models;

import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/** Layers by the name of their parameters. */
final class Layers {
  private Layers() {}

  static Tensor linear(Ops ops, Tensor x, String name) {
    return ops.linear(x, ops.parameter(name + ".weight"), ops.parameter(name + ".bias"));
  }

  static Tensor norm(Ops ops, Tensor x, String name) {
    return ops.layerNorm(x, ops.parameter(name + ".weight"), ops.parameter(name + ".bias"));
  }
}

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

  static Tensor conv(Ops ops, Tensor x, String name, int stride, int padding) {
    Tensor weight = ops.parameter(name + ".weight");
    return ops.conv2d(x, weight, ops.parameter(name + ".bias"), stride, padding);
  }

  static Tensor batchNorm(Ops ops, Tensor x, String name) {
    Tensor weight = ops.parameter(name + ".weight");
    return ops.batchNorm(x, weight, ops.parameter(name + ".bias"), name);
  }

  /** x sigmoid(x) (Hendrycks and Gimpel 2016; Elfwing et al. 2018). */
  static Tensor silu(Ops ops, Tensor x) {
    return ops.mul(x, ops.sigmoid(x));
  }
}

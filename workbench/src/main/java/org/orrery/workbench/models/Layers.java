package org.orrery.workbench.models;

import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/** Layers by the name of their parameters. */
final class Layers {
  /** Of the engines' layer normalisation. */
  static final double EPSILON = 1e-5;

  private Layers() {}

  static Tensor linear(Ops ops, Tensor x, String name) {
    return ops.linear(x, ops.parameter(name + ".weight"), ops.parameter(name + ".bias"));
  }

  static Tensor norm(Ops ops, Tensor x, String name) {
    return ops.layerNorm(x, ops.parameter(name + ".weight"), ops.parameter(name + ".bias"));
  }

  /** The same with another epsilon. */
  static Tensor norm(Ops ops, Tensor x, String name, double epsilon) {
    return norm(ops, forEpsilon(ops, x, epsilon), name);
  }

  /** Normalises without scale or shift, with another epsilon. */
  static Tensor norm(Ops ops, Tensor x, double epsilon) {
    return ops.layerNorm(forEpsilon(ops, x, epsilon), null, null);
  }

  /**
   * What the engines' layer normalisation answers as if its epsilon were another: with k x in the
   * place of x, (k x - k m) / sqrt(k^2 v + EPSILON) = (x - m) / sqrt(v + EPSILON / k^2).
   */
  private static Tensor forEpsilon(Ops ops, Tensor x, double epsilon) {
    return epsilon == EPSILON ? x : ops.mul(x, Math.sqrt(EPSILON / epsilon));
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

package org.orrery.workbench.models;

import java.util.List;
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

  /**
   * Queries, keys and values [batch, n, 3 heads width] side by side to the three, each [batch,
   * heads, n, width].
   */
  static List<Tensor> heads(Ops ops, Tensor qkv, int heads, int width) {
    Tensor apart = ops.reshape(qkv, qkv.size(0), qkv.size(1), 3L * heads, width);
    return ops.split(ops.permute(apart, 0, 2, 1, 3), 1, heads);
  }

  /** Heads [batch, heads, n, width] side by side again, [batch, n, heads width]. */
  static Tensor together(Ops ops, Tensor heads) {
    long inner = heads.size(1) * heads.size(3);
    return ops.reshape(ops.permute(heads, 0, 2, 1, 3), heads.size(0), heads.size(2), inner);
  }
}

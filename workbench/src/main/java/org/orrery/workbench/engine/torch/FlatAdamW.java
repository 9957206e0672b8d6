package org.orrery.workbench.engine.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Optimization;
import org.orrery.workbench.engine.OptimizerState;

/** AdamW's moments and the weights' average as flat vectors beside the {@link FlatWeights}. */
final class FlatAdamW {
  private static final String FIRST = "first";
  private static final String SECOND = "second";
  private static final String AVERAGE = "average";

  private final FlatWeights weights;
  private final AdamW adam;
  private final double averaging;
  private final Map<String, Tensor> moments = new LinkedHashMap<>();
  private final Tensor decay;
  private final Tensor slowness;
  private int step;

  FlatAdamW(FlatWeights weights, Optimization optimization) {
    this.weights = weights;
    this.adam = optimization.adam();
    this.averaging = optimization.averaging();
    try (PointerScope scope = new PointerScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      moments.put(FIRST, TorchNetwork.keep(torch.zeros_like(weights.values())));
      moments.put(SECOND, TorchNetwork.keep(torch.zeros_like(weights.values())));
      if (averaging > 0) {
        moments.put(AVERAGE, TorchNetwork.keep(weights.values().clone()));
      }
      decay =
          TorchNetwork.keep(
              weights.filled(
                  (name, dimensions) ->
                      dimensions > 1 ? adam.weightDecay() * optimization.share(name) : 0));
      slowness =
          optimization.rates().isEmpty()
              ? null
              : TorchNetwork.keep(
                  weights.filled((name, dimensions) -> 1 / optimization.share(name)));
    }
  }

  int steps() {
    return step;
  }

  /** One step along the gradient of that norm; inside a scope, without gradients. */
  void update(double norm, double learningRate) {
    step++;
    Tensor gradient = weights.gradients();
    if (norm > adam.clip()) {
      gradient.mul_(new Scalar(adam.clip() / norm));
    }
    Tensor first = moments.get(FIRST);
    Tensor second = moments.get(SECOND);
    first.mul_(new Scalar(adam.beta1())).add_(gradient, new Scalar(1 - adam.beta1()));
    second
        .mul_(new Scalar(adam.beta2()))
        .addcmul_(gradient, gradient, new Scalar(1 - adam.beta2()));
    double correction1 = 1 - Math.pow(adam.beta1(), step);
    double correction2 = 1 - Math.pow(adam.beta2(), step);
    Tensor values = weights.values();
    values.addcmul_(values, decay, new Scalar(-learningRate));
    Tensor scale = second.div(new Scalar(correction2)).sqrt_().add_(new Scalar(adam.epsilon()));
    if (slowness != null) {
      scale.mul_(slowness);
    }
    values.addcdiv_(first, scale, new Scalar(-learningRate / correction1));
    if (averaging > 0) {
      moments.get(AVERAGE).lerp_(values, new Scalar(1 - averaging));
    }
  }

  /** The average of the weights, or the weights themselves where none is kept. */
  Tensor average() {
    return averaging > 0 ? moments.get(AVERAGE) : weights.values();
  }

  OptimizerState state() {
    Map<String, TorchArrays.Values> copies = new LinkedHashMap<>();
    try (PointerScope scope = new PointerScope()) {
      moments.forEach(
          (kind, flat) ->
              weights
                  .split(flat)
                  .forEach(
                      (name, part) -> copies.put(kind + "." + name, TorchArrays.Values.of(part))));
    }
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    copies.forEach((name, values) -> arrays.put(name, values.toArray()));
    return new OptimizerState(step, arrays);
  }

  void restore(OptimizerState state) {
    Map<String, INDArray> floats = TorchArrays.floats(state.arrays());
    OptimizerState arrays = new OptimizerState(state.steps(), floats);
    try (PointerScope scope = new PointerScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      moments.forEach(
          (kind, flat) ->
              weights
                  .split(flat)
                  .forEach(
                      (name, part) ->
                          part.copy_(
                              TorchArrays.view(arrays.get(kind, name, TorchArrays.shape(part))))));
    }
    step = state.steps();
  }
}

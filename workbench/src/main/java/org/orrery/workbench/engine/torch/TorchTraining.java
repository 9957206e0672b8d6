package org.orrery.workbench.engine.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Optimization;
import org.orrery.workbench.engine.OptimizerState;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Training;

/** AdamW over the flat weights: backward, clip, update. */
final class TorchTraining implements Training {
  private final TorchNetwork network;
  private final FlatWeights weights;
  private final Computation objective;
  private final FlatAdamW adam;
  private List<String> notFinite = List.of();

  TorchTraining(
      TorchNetwork network, FlatWeights weights, Computation objective, Optimization optimization) {
    this.network = network;
    this.weights = weights;
    this.objective = objective;
    this.adam = new FlatAdamW(weights, optimization);
  }

  @Override
  public Map<String, Double> step(Map<String, INDArray> batch, double learningRate) {
    return step(List.of(batch), learningRate, adam.steps());
  }

  @Override
  public Map<String, Double> step(
      List<Map<String, INDArray>> parts, double learningRate, long seed) {
    List<Map<String, INDArray>> floats = parts.stream().map(TorchArrays::floats).toList();
    try (PointerScope scope = new PointerScope()) {
      weights.gradients().zero_();
      Map<String, Tensor> buffers = network.copyBuffers();
      Map<String, Double> losses = new LinkedHashMap<>();
      // Dropout draws from libtorch's one generator.
      torch.manual_seed(seed);
      for (Map<String, INDArray> part : floats) {
        backward(part, floats.size(), losses);
      }
      try (NoGradGuard noGrad = new NoGradGuard()) {
        double norm = weights.gradients().norm().item_float();
        losses.put("gradient", norm);
        if (Double.isFinite(norm) && Double.isFinite(losses.get("loss"))) {
          notFinite = List.of();
          adam.update(norm, learningRate);
        } else {
          notFinite = findNotFinite();
          network.restoreBuffers(buffers);
        }
      }
      return losses;
    }
  }

  /** Adds a part's share to the gradient and to the losses; its tensors end with it. */
  private void backward(Map<String, INDArray> part, int parts, Map<String, Double> losses) {
    try (PointerScope scope = new PointerScope()) {
      Map<String, Tensor> values = forward(part);
      Tensor loss = values.get("loss");
      (parts == 1 ? loss : loss.div(new Scalar((double) parts))).backward();
      values.forEach(
          (name, value) -> losses.merge(name, value.item_float() / (double) parts, Double::sum));
      values.values().forEach(Tensor::close);
    }
  }

  /**
   * The losses of a part; every other tensor of the way there is let go of before the way back
   * begins, but for what autograd keeps, which it frees as it goes.
   */
  private Map<String, Tensor> forward(Map<String, INDArray> part) {
    try (PointerScope scope = new PointerScope()) {
      Map<String, Tensor> values = network.forward(objective, part);
      values.replaceAll((name, value) -> TorchNetwork.keep(new Tensor(value)));
      return values;
    }
  }

  private List<String> findNotFinite() {
    List<String> names = new ArrayList<>();
    weights
        .split(weights.gradients())
        .forEach(
            (name, gradient) -> {
              if (!gradient.isfinite().all().item_bool()) {
                names.add(name);
              }
            });
    return names;
  }

  @Override
  public List<String> notFinite() {
    return notFinite;
  }

  @Override
  public Parameters average() {
    Map<String, Tensor> values = new LinkedHashMap<>(network.tensors());
    try (PointerScope scope = new PointerScope()) {
      values.putAll(weights.split(adam.average()));
      return network.parameters(values);
    }
  }

  @Override
  public OptimizerState state() {
    return adam.state();
  }

  @Override
  public void restore(OptimizerState state) {
    adam.restore(state);
  }
}

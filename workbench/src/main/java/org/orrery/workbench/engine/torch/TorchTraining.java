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
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Training;

/** AdamW over the flat weights: backward, clip, update. */
final class TorchTraining implements Training {
  private static final long DROPOUT_SEED = 1;

  private final TorchNetwork network;
  private final FlatWeights weights;
  private final Computation objective;
  private final AdamW adam;
  private final Tensor first;
  private final Tensor second;
  private int step;

  TorchTraining(TorchNetwork network, FlatWeights weights, Computation objective, AdamW optimizer) {
    this.network = network;
    this.weights = weights;
    this.objective = objective;
    this.adam = optimizer;
    this.first = torch.zeros_like(weights.values());
    this.second = torch.zeros_like(weights.values());
    // Dropout draws from libtorch's one generator; without a seed no run could be made again.
    torch.manual_seed(DROPOUT_SEED);
  }

  @Override
  public Map<String, Double> step(Map<String, INDArray> batch, double learningRate) {
    Map<String, INDArray> plain = TorchArrays.plain(batch);
    try (PointerScope scope = new PointerScope()) {
      weights.gradients().zero_();
      Map<String, Tensor> buffers = network.copyBuffers();
      Map<String, Tensor> losses = network.apply(objective, plain, true);
      losses.get("loss").backward();
      Map<String, Double> values = new LinkedHashMap<>();
      losses.forEach((name, loss) -> values.put(name, (double) loss.item_float()));
      try (NoGradGuard noGrad = new NoGradGuard()) {
        double norm = weights.gradients().norm().item_float();
        values.put("gradient", norm);
        if (Double.isFinite(norm) && Double.isFinite(values.get("loss"))) {
          update(norm, learningRate);
        } else {
          network.restoreBuffers(buffers);
        }
      }
      return values;
    }
  }

  private void update(double norm, double learningRate) {
    step++;
    Tensor gradient = weights.gradients();
    if (norm > adam.clip()) {
      gradient.mul_(new Scalar(adam.clip() / norm));
    }
    first.mul_(new Scalar(adam.beta1())).add_(gradient, new Scalar(1 - adam.beta1()));
    second
        .mul_(new Scalar(adam.beta2()))
        .addcmul_(gradient, gradient, new Scalar(1 - adam.beta2()));
    double correction1 = 1 - Math.pow(adam.beta1(), step);
    double correction2 = 1 - Math.pow(adam.beta2(), step);
    Tensor values = weights.values();
    values.addcmul_(values, weights.decayed(), new Scalar(-learningRate * adam.weightDecay()));
    Tensor scale = second.div(new Scalar(correction2)).sqrt_().add_(new Scalar(adam.epsilon()));
    values.addcdiv_(first, scale, new Scalar(-learningRate / correction1));
  }
}

package org.orrery.workbench.engine.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.orrery.workbench.engine.Parameter;

/**
 * All weights of a network in one flat vector, their gradients in another, and a mask of those that
 * decay. A leaf is a view of the first whose {@code grad} is a view of the second.
 */
final class FlatWeights implements AutoCloseable {
  private final Tensor values;
  private final Tensor gradients;
  private final Tensor decayed;
  private final Map<String, Tensor> leaves = new LinkedHashMap<>();

  private FlatWeights(long length) {
    values = TorchNetwork.keep(TorchDevice.chosen().zeros(length));
    gradients = TorchNetwork.keep(TorchDevice.chosen().zeros(length));
    decayed = TorchNetwork.keep(TorchDevice.chosen().zeros(length));
  }

  /**
   * Copies the trainable parameters, plain arrays, in; to be called without gradients, inside a
   * scope.
   */
  static FlatWeights of(List<Parameter> parameters) {
    List<Parameter> weights = parameters.stream().filter(Parameter::trainable).toList();
    FlatWeights flat = new FlatWeights(weights.stream().mapToLong(p -> p.value().length()).sum());
    long at = 0;
    for (Parameter weight : weights) {
      long length = weight.value().length();
      long[] shape = weight.value().shape();
      flat.values.narrow(0, at, length).view(shape).copy_(TorchArrays.view(weight.value()));
      if (shape.length > 1) {
        flat.decayed.narrow(0, at, length).fill_(new Scalar(1.0));
      }
      Tensor leaf = flat.values.narrow(0, at, length).view(shape).detach().requires_grad_(true);
      leaf.mutable_grad().put(flat.gradients.narrow(0, at, length).view(shape));
      flat.leaves.put(weight.name(), leaf);
      at += length;
    }
    return flat;
  }

  Tensor leaf(String name) {
    return leaves.get(name);
  }

  Tensor values() {
    return values;
  }

  Tensor gradients() {
    return gradients;
  }

  /** One where a weight decays, zero elsewhere. */
  Tensor decayed() {
    return decayed;
  }

  @Override
  public void close() {
    values.close();
    gradients.close();
    decayed.close();
  }
}

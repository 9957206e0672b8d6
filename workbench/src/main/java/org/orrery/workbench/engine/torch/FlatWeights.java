package org.orrery.workbench.engine.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.orrery.workbench.engine.Parameter;

/**
 * All weights of a network in one flat vector, their gradients in another. A leaf is a view of the
 * first whose {@code grad} is a view of the second.
 */
final class FlatWeights implements AutoCloseable {
  private final Tensor values;
  private final Tensor gradients;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Tensor> leaves = new LinkedHashMap<>();

  /** Where in the vectors a weight lies, and its shape there. */
  private record Place(long from, long length, long[] shape) {
    Tensor in(Tensor flat) {
      return flat.narrow(0, from, length).view(shape);
    }
  }

  private FlatWeights(List<Parameter> weights) {
    long at = 0;
    for (Parameter weight : weights) {
      long length = weight.value().length();
      places.put(weight.name(), new Place(at, length, weight.value().shape()));
      at += length;
    }
    values = TorchNetwork.keep(TorchDevice.chosen().zeros(at));
    gradients = TorchNetwork.keep(TorchDevice.chosen().zeros(at));
  }

  /**
   * Copies the values of the trainable parameters in; to be called without gradients, inside a
   * scope.
   */
  static FlatWeights of(List<Parameter> parameters, Map<String, Tensor> values) {
    List<Parameter> weights = parameters.stream().filter(Parameter::trainable).toList();
    FlatWeights flat = new FlatWeights(weights);
    for (Parameter weight : weights) {
      Place place = flat.places.get(weight.name());
      place.in(flat.values).copy_(values.get(weight.name()));
      Tensor leaf = place.in(flat.values).detach().requires_grad_(true);
      leaf.mutable_grad().put(place.in(flat.gradients));
      flat.leaves.put(weight.name(), leaf);
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

  /** Views of a flat vector like these, one a weight, by name; inside a scope. */
  Map<String, Tensor> split(Tensor flat) {
    Map<String, Tensor> views = new LinkedHashMap<>();
    places.forEach((name, place) -> views.put(name, place.in(flat)));
    return views;
  }

  /** A flat vector that holds one number all over each weight, by its name and dimensions. */
  Tensor filled(ToDoubleBiFunction<String, Integer> number) {
    Tensor flat = TorchDevice.chosen().zeros(values.numel());
    places.forEach(
        (name, place) ->
            place.in(flat).fill_(new Scalar(number.applyAsDouble(name, place.shape().length))));
    return flat;
  }

  @Override
  public void close() {
    values.close();
    gradients.close();
  }
}

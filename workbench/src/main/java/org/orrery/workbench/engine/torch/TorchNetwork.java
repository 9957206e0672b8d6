package org.orrery.workbench.engine.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Optimization;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Precision;
import org.orrery.workbench.engine.Training;

/**
 * Parameters as libtorch's tensors. On the CPU a network that only runs looks at the arrays it was
 * given. Once they are trained, all weights are views of one flat vector, so that clipping and the
 * optimizer each cost a few operations whatever the number of layers.
 */
final class TorchNetwork implements Network {
  private final List<Parameter> specification;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Columns columns;
  private FlatWeights weights;
  private final Precision precision;
  private final TorchDevice device = TorchDevice.chosen();

  TorchNetwork(Parameters parameters, Precision precision) {
    this.precision = precision;
    specification =
        parameters.all().stream()
            .map(p -> new Parameter(p.name(), TorchArrays.plain(p.value()), p.trainable()))
            .toList();
    try (PointerScope scope = new PointerScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      for (Parameter parameter : specification) {
        Tensor view = TorchArrays.view(parameter.value());
        tensors.put(parameter.name(), keep(device.isCuda() ? device.copy(view) : view));
      }
    }
    columns = new Columns(tensors.values());
  }

  /** Keeps a tensor alive beyond the scope it was made in. */
  static Tensor keep(Tensor tensor) {
    tensor.retainReference();
    return tensor;
  }

  @Override
  public Map<String, INDArray> run(Computation computation, Map<String, INDArray> inputs) {
    Map<String, INDArray> floats = TorchArrays.floats(inputs);
    Map<String, TorchArrays.Values> outputs = new LinkedHashMap<>();
    try (PointerScope scope = new PointerScope();
        NoGradGuard noGrad = new NoGradGuard();
        // Weights that are trained differ from run to run.
        Columns changing = weights == null ? null : new Columns(tensors.values())) {
      apply(computation, floats, false, changing == null ? columns : changing)
          .forEach((name, tensor) -> outputs.put(name, TorchArrays.Values.of(tensor)));
    }
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    outputs.forEach((name, values) -> arrays.put(name, values.toArray()));
    return arrays;
  }

  @Override
  public Training train(Computation objective, Optimization optimization) {
    if (weights == null) {
      flatten();
    }
    return new TorchTraining(this, weights, objective, optimization);
  }

  /**
   * Moves the weights into one vector and copies the buffers; a network that only runs need not pay
   * for it.
   */
  private void flatten() {
    try (PointerScope scope = new PointerScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      weights = FlatWeights.of(specification, tensors);
      columns.close();
      for (Parameter parameter : specification) {
        String name = parameter.name();
        Tensor own = parameter.trainable() ? weights.leaf(name) : tensors.get(name).clone();
        tensors.put(name, keep(own)).close();
      }
    }
  }

  /** Runs an objective over {@link TorchArrays#floats} arrays inside the caller's scope. */
  Map<String, Tensor> forward(Computation objective, Map<String, INDArray> floats) {
    return apply(objective, floats, true, columns);
  }

  private Map<String, Tensor> apply(
      Computation computation, Map<String, INDArray> floats, boolean training, Columns stored) {
    Map<String, org.orrery.workbench.engine.Tensor> handles = new LinkedHashMap<>();
    floats.forEach(
        (name, array) ->
            handles.put(name, new TorchTensor(device.copy(TorchArrays.view(array)).contiguous())));
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    computation
        .apply(new TorchOps(tensors, training, Arithmetic.of(precision), stored), handles)
        .forEach((name, tensor) -> outputs.put(name, ((TorchTensor) tensor).value()));
    return outputs;
  }

  /** Copies of what a forward pass may change: running means and variances. */
  Map<String, Tensor> copyBuffers() {
    Map<String, Tensor> copies = new LinkedHashMap<>();
    for (Parameter parameter : specification) {
      if (!parameter.trainable() && isRunning(parameter.name())) {
        copies.put(parameter.name(), tensors.get(parameter.name()).clone());
      }
    }
    return copies;
  }

  /** Other buffers are frozen weights: nothing changes them. */
  private static boolean isRunning(String name) {
    return name.endsWith(".running_mean") || name.endsWith(".running_var");
  }

  /** Puts copies back, as if the forward pass had not been. */
  void restoreBuffers(Map<String, Tensor> copies) {
    copies.forEach((name, copy) -> tensors.get(name).copy_(copy));
  }

  @Override
  public Parameters parameters() {
    return parameters(tensors);
  }

  /** The parameters with the values of these tensors, by name. */
  Parameters parameters(Map<String, Tensor> values) {
    Map<String, TorchArrays.Values> copies = new LinkedHashMap<>();
    try (PointerScope scope = new PointerScope()) {
      values.forEach((name, tensor) -> copies.put(name, TorchArrays.Values.of(tensor)));
    }
    return Parameters.of(
        specification.stream()
            .map(p -> new Parameter(p.name(), copies.get(p.name()).toArray(), p.trainable()))
            .toList());
  }

  /** The tensors by name: the weights' leaves and the buffers. */
  Map<String, Tensor> tensors() {
    return tensors;
  }

  @Override
  public void close() {
    columns.close();
    tensors.values().forEach(Tensor::close);
    if (weights != null) {
      weights.close();
    }
  }
}

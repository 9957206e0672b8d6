package org.orrery.workbench.engine.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Training;

/**
 * Parameters in libtorch's memory. All weights are views of one flat vector, so that clipping and
 * the optimizer each cost a few operations whatever the number of layers.
 */
final class TorchNetwork implements Network {
  private final List<Parameter> specification;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final FlatWeights weights;

  TorchNetwork(Parameters parameters) {
    specification = parameters.all();
    try (PointerScope scope = new PointerScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      weights = FlatWeights.of(specification);
      for (Parameter parameter : specification) {
        Tensor tensor =
            parameter.trainable()
                ? weights.leaf(parameter.name())
                : TorchArrays.view(TorchArrays.plain(parameter.value())).clone();
        tensors.put(parameter.name(), keep(tensor));
      }
    }
  }

  /** Keeps a tensor alive beyond the scope it was made in. */
  static Tensor keep(Tensor tensor) {
    tensor.retainReference();
    return tensor;
  }

  @Override
  public Map<String, INDArray> run(Computation computation, Map<String, INDArray> inputs) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Map<String, INDArray> outputs = new LinkedHashMap<>();
      apply(computation, inputs, false)
          .forEach((name, tensor) -> outputs.put(name, TorchArrays.copy(tensor)));
      return outputs;
    }
  }

  @Override
  public Training train(Computation objective, AdamW optimizer) {
    return new TorchTraining(this, weights, objective, optimizer);
  }

  /** Runs a computation inside the caller's scope. */
  Map<String, Tensor> apply(
      Computation computation, Map<String, INDArray> inputs, boolean training) {
    List<INDArray> alive = new ArrayList<>();
    Map<String, org.orrery.workbench.engine.Tensor> handles = new LinkedHashMap<>();
    inputs.forEach(
        (name, array) -> {
          INDArray plain = TorchArrays.plain(array);
          alive.add(plain);
          handles.put(name, new TorchTensor(TorchArrays.view(plain).clone()));
        });
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    computation
        .apply(new TorchOps(tensors, training), handles)
        .forEach((name, tensor) -> outputs.put(name, ((TorchTensor) tensor).value()));
    return outputs;
  }

  @Override
  public Parameters parameters() {
    try (PointerScope scope = new PointerScope()) {
      return Parameters.of(
          specification.stream()
              .map(
                  p ->
                      new Parameter(
                          p.name(), TorchArrays.copy(tensors.get(p.name())), p.trainable()))
              .toList());
    }
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
    weights.close();
  }
}

package org.orrery.workbench.engine.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.Gradients;
import org.orrery.workbench.engine.OpCase;
import org.orrery.workbench.engine.OpCases;

/** libtorch's gradient of every operation against finite differences in float64. */
class TorchGradientTest {
  static Stream<OpCase> cases() {
    return OpCases.all().filter(given -> given.nature() != OpCase.Nature.CUT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theGradientIsTheSlope(OpCase given) {
    Gradients.assertRight(
        given,
        at -> {
          try (PointerScope scope = new PointerScope()) {
            return loss(given, tensors(at)).item_double();
          }
        },
        at -> gradients(given, at));
  }

  private static Tensor loss(OpCase given, Map<String, Tensor> tensors) {
    // The same draws at every point.
    torch.manual_seed(7);
    TorchOps ops = new TorchOps(tensors, true, Arithmetic.doubles(), new Columns(List.of()));
    return ((TorchTensor) given.loss(ops)).value();
  }

  private static Map<String, Tensor> tensors(Map<String, INDArray> at) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    at.forEach(
        (name, array) ->
            tensors.put(
                name,
                torch
                    .from_blob(
                        new DoublePointer(array.dup('c').data().asDouble()),
                        array.shape(),
                        new org.bytedeco.pytorch.TensorOptions(torch.kDouble()))
                    .clone()));
    return tensors;
  }

  private static Map<String, INDArray> gradients(OpCase given, Map<String, INDArray> at) {
    Map<String, double[]> slopes = new LinkedHashMap<>();
    try (PointerScope scope = new PointerScope()) {
      Map<String, Tensor> tensors = tensors(at);
      given.values().keySet().forEach(name -> tensors.get(name).requires_grad_(true));
      loss(given, tensors).backward();
      for (String name : given.values().keySet()) {
        Tensor gradient = tensors.get(name).grad().contiguous();
        double[] values = new double[(int) gradient.numel()];
        new DoublePointer(gradient.data_ptr()).get(values);
        slopes.put(name, values);
      }
    }
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    slopes.forEach(
        (name, values) ->
            arrays.put(name, Nd4j.createFromArray(values).reshape(at.get(name).shape())));
    return arrays;
  }
}

package org.orrery.workbench.checkpoints;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;

/** Named tensors laid over the parameters a model expects, all of them or none. */
final class Matching {
  private Matching() {}

  static Parameters of(
      Map<String, INDArray> tensors, Parameters expected, String complaint, String remedy) {
    List<String> wrong = new ArrayList<>();
    List<Parameter> parameters = new ArrayList<>();
    Map<String, INDArray> unexpected = new LinkedHashMap<>(tensors);
    for (Parameter parameter : expected.all()) {
      INDArray tensor = unexpected.remove(parameter.name());
      String shape = Arrays.toString(parameter.value().shape());
      if (tensor == null) {
        wrong.add("missing %s %s".formatted(parameter.name(), shape));
      } else if (!Arrays.equals(tensor.shape(), parameter.value().shape())) {
        wrong.add(
            "%s: expected shape %s, came %s"
                .formatted(parameter.name(), shape, Arrays.toString(tensor.shape())));
      } else if (!tensor.dataType().isFPType()) {
        wrong.add("%s: expected floats, came integers".formatted(parameter.name()));
      } else {
        INDArray floats = tensor.castTo(DataType.FLOAT);
        parameters.add(new Parameter(parameter.name(), floats, parameter.trainable()));
      }
    }
    unexpected.forEach(
        (name, tensor) ->
            wrong.add("unexpected %s %s".formatted(name, Arrays.toString(tensor.shape()))));
    if (!wrong.isEmpty()) {
      throw new CheckpointException(
          "%s: %s. Nothing was loaded; %s".formatted(complaint, String.join("; ", wrong), remedy));
    }
    return Parameters.of(parameters);
  }
}

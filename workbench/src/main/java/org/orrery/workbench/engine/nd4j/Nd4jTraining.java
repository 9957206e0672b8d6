package org.orrery.workbench.engine.nd4j;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Training;

/** AdamW over every weight: backward through a traced graph, clip, update. */
final class Nd4jTraining implements Training {
  private final Nd4jNetwork network;
  private final Computation objective;
  private final AdamW adam;
  private final Map<String, Moments> moments = new LinkedHashMap<>();
  private final SplittableRandom random = new SplittableRandom(1);
  private int step;

  Nd4jTraining(Nd4jNetwork network, Computation objective, AdamW optimizer) {
    this.network = network;
    this.objective = objective;
    this.adam = optimizer;
    network
        .weights()
        .forEach(name -> moments.put(name, new Moments(adam, network.values().get(name))));
  }

  @Override
  public Map<String, Double> step(Map<String, INDArray> batch, double learningRate) {
    Map<String, INDArray> inputs = Nd4jNetwork.plain(batch);
    Trace.Pass pass = network.backward(objective, inputs).pass(inputs, network.values(), random);
    Map<String, Double> values = new LinkedHashMap<>();
    pass.outputs().forEach((name, loss) -> values.put(name, loss.getDouble(0)));
    double norm = norm(pass.gradients());
    values.put("gradient", norm);
    if (Double.isFinite(norm) && Double.isFinite(values.get("loss"))) {
      update(pass, norm, learningRate);
    }
    return values;
  }

  private static double norm(Map<String, INDArray> gradients) {
    double squares = 0;
    for (INDArray gradient : gradients.values()) {
      double norm = gradient == null ? 0 : gradient.norm2Number().doubleValue();
      squares += norm * norm;
    }
    return Math.sqrt(squares);
  }

  private void update(Trace.Pass pass, double norm, double learningRate) {
    step++;
    double scale = norm > adam.clip() ? adam.clip() / norm : 1;
    moments.forEach(
        (name, moment) -> moment.update(pass.gradients().get(name), scale, step, learningRate));
    pass.updates().forEach((name, value) -> network.values().get(name).assign(value));
  }
}

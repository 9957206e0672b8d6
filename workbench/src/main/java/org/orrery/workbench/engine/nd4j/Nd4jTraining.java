package org.orrery.workbench.engine.nd4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Optimization;
import org.orrery.workbench.engine.OptimizerState;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Training;

/** AdamW over every weight: backward through a traced graph, clip, update. */
final class Nd4jTraining implements Training {
  private final Nd4jNetwork network;
  private final Computation objective;
  private final AdamW adam;
  private final Map<String, Moments> moments = new LinkedHashMap<>();
  private List<String> notFinite = List.of();
  private int step;

  Nd4jTraining(Nd4jNetwork network, Computation objective, Optimization optimization) {
    this.network = network;
    this.objective = objective;
    this.adam = optimization.adam();
    for (String name : network.weights()) {
      moments.put(name, new Moments(optimization, name, network.values().get(name)));
    }
  }

  @Override
  public Map<String, Double> step(Map<String, INDArray> batch, double learningRate) {
    return step(List.of(batch), learningRate, step);
  }

  @Override
  public Map<String, Double> step(
      List<Map<String, INDArray>> parts, double learningRate, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    Map<String, Double> losses = new LinkedHashMap<>();
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    Map<String, INDArray> buffers = new LinkedHashMap<>();
    for (Map<String, INDArray> part : parts) {
      Map<String, INDArray> inputs = Nd4jNetwork.plain(part);
      Trace.Pass pass = network.backward(objective, inputs).pass(inputs, network.values(), random);
      pass.outputs()
          .forEach(
              (name, loss) -> losses.merge(name, loss.getDouble(0) / parts.size(), Double::sum));
      collect(pass.gradients(), parts.size(), gradients);
      pass.updates()
          .forEach(
              (name, value) -> {
                INDArray buffer = network.values().get(name);
                buffers.putIfAbsent(name, buffer.dup('c'));
                buffer.assign(value);
              });
    }
    double norm = norm(gradients);
    losses.put("gradient", norm);
    if (Double.isFinite(norm) && Double.isFinite(losses.get("loss"))) {
      notFinite = List.of();
      update(gradients, norm, learningRate);
    } else {
      notFinite = findNotFinite(gradients);
      buffers.forEach((name, before) -> network.values().get(name).assign(before));
    }
    return losses;
  }

  /** The mean over the parts; a single part's gradients are used as they are. */
  private static void collect(
      Map<String, INDArray> found, int parts, Map<String, INDArray> gradients) {
    found.forEach(
        (name, gradient) -> {
          if (gradient == null || parts == 1) {
            gradients.put(name, gradient);
          } else {
            INDArray share = gradient.div(parts);
            gradients.merge(name, share, INDArray::addi);
          }
        });
  }

  private static double norm(Map<String, INDArray> gradients) {
    double squares = 0;
    for (INDArray gradient : gradients.values()) {
      if (gradient != null) {
        // A product with itself: ND4J's own norm was an eighth of a small network's step.
        long[] flat = {gradient.length()};
        INDArray numbers = gradient.reshape(gradient.ordering(), flat);
        squares += Nd4j.getBlasWrapper().dot(numbers, numbers);
      }
    }
    return Math.sqrt(squares);
  }

  private List<String> findNotFinite(Map<String, INDArray> gradients) {
    List<String> names = new ArrayList<>();
    for (String name : moments.keySet()) {
      INDArray gradient = gradients.get(name);
      if (gradient != null && !Double.isFinite(gradient.norm2Number().doubleValue())) {
        names.add(name);
      }
    }
    return names;
  }

  private void update(Map<String, INDArray> gradients, double norm, double learningRate) {
    step++;
    double scale = norm > adam.clip() ? adam.clip() / norm : 1;
    moments.forEach(
        (name, moment) -> moment.update(gradients.get(name), scale, step, learningRate));
  }

  @Override
  public List<String> notFinite() {
    return notFinite;
  }

  @Override
  public Parameters average() {
    Map<String, INDArray> averages = new LinkedHashMap<>();
    moments.forEach((name, moment) -> averages.put(name, moment.average()));
    return network.parameters(averages);
  }

  @Override
  public OptimizerState state() {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    moments.forEach(
        (name, moment) ->
            moment
                .arrays()
                .forEach((kind, array) -> arrays.put(kind + "." + name, array.dup('c'))));
    return new OptimizerState(step, arrays);
  }

  @Override
  public void restore(OptimizerState state) {
    moments.forEach(
        (name, moment) ->
            moment
                .arrays()
                .forEach((kind, array) -> array.assign(state.get(kind, name, array.shape()))));
    step = state.steps();
  }
}

package org.orrery.workbench.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Optimization;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;

/**
 * Which weights of a model a run trains, how fast, and which of them through adapters.
 *
 * <p>A frozen weight enters the engine as a buffer, so that it costs no gradient.
 */
final class Plan {
  private final Parameters model;
  private final Settings settings;
  private final Set<String> adapted = new LinkedHashSet<>();
  private final Set<String> frozen = new LinkedHashSet<>();

  private Plan(Parameters model, Settings settings) {
    this.model = model;
    this.settings = settings;
    for (Parameter parameter : model.all()) {
      String name = parameter.name();
      if (settings.adapts(name) && adaptable(parameter)) {
        adapted.add(name);
      }
      if (settings.adapts(name) || Parts.anyHolds(settings.frozen(), name)) {
        frozen.add(name);
      }
    }
    adapted.removeIf(name -> Parts.anyHolds(settings.frozen(), name));
  }

  /** The plan; refused when a part is not there or nothing is left to train. */
  static Plan of(Parameters model, Settings settings) {
    settings.frozen().forEach(part -> Parts.require(part, model, ".freeze(...)"));
    settings.rates().keySet().forEach(part -> Parts.require(part, model, ".learningRate(...)"));
    if (settings.lowRank() != null) {
      settings.lowRank().parts().forEach(part -> Parts.require(part, model, ".adapt(...)"));
    }
    Plan plan = new Plan(model, settings);
    if (settings.lowRank() != null && plan.adapted.isEmpty()) {
      throw new IllegalArgumentException(
          ".adapt(...): no matrix of the chosen parts has both sides longer than rank %d; lower the rank or choose other parts"
              .formatted(settings.lowRank().rank()));
    }
    if (plan.start().trainable() == 0) {
      throw new IllegalArgumentException(
          "every parameter is frozen by %s: leave one part to train".formatted(settings.frozen()));
    }
    return plan;
  }

  private boolean adaptable(Parameter parameter) {
    long[] shape = parameter.value().shape();
    return parameter.trainable()
        && parameter.name().endsWith(".weight")
        && shape.length == 2
        && Math.min(shape[0], shape[1]) > settings.lowRank().rank();
  }

  /** What the engine begins with: frozen weights as buffers, and the adapters. */
  Parameters start() {
    List<Parameter> parameters = new ArrayList<>();
    List<Parameter> adapters = new ArrayList<>();
    Random random = new Random(settings.seed());
    for (Parameter parameter : model.all()) {
      String name = parameter.name();
      boolean trained = parameter.trainable() && !frozen.contains(name);
      parameters.add(new Parameter(name, parameter.value(), trained));
      if (adapted.contains(name)) {
        long[] shape = parameter.value().shape();
        adapters.add(
            Parameter.weight(
                Adapters.down(name), normal(random, settings.lowRank().rank(), (int) shape[1])));
        adapters.add(
            Parameter.weight(Adapters.up(name), Nd4j.zeros(shape[0], settings.lowRank().rank())));
      }
    }
    parameters.addAll(adapters);
    return Parameters.of(parameters);
  }

  private static INDArray normal(Random random, int rank, int in) {
    float[] values = new float[rank * in];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() / Math.sqrt(in));
    }
    return Nd4j.createFromArray(values).reshape(rank, in);
  }

  /** The optimizer with each weight's share of the learning rate. */
  Optimization optimization() {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Parameter parameter : start().all()) {
      String name = parameter.name();
      String longest = "";
      for (String part : settings.rates().keySet()) {
        if (parameter.trainable() && Parts.holds(part, name) && part.length() > longest.length()) {
          longest = part;
        }
      }
      if (!longest.isEmpty()) {
        shares.put(name, settings.rates().get(longest) / settings.learningRate());
      }
    }
    return new Optimization(settings.optimizer(), shares, settings.averaging());
  }

  /** The objective over adapted weights, with the running statistics of frozen parts at rest. */
  Computation objective(Computation plain) {
    if (frozen.isEmpty()) {
      return plain;
    }
    double scale = settings.lowRank() == null ? 0 : settings.lowRank().scale();
    return new Adapters(plain, adapted, frozen, scale);
  }

  /** Trained parameters as the model's own: adapters merged, nothing frozen any more. */
  Parameters merged(Parameters trained) {
    List<Parameter> parameters = new ArrayList<>();
    for (Parameter parameter : model.all()) {
      String name = parameter.name();
      INDArray value = trained.get(name);
      if (adapted.contains(name)) {
        INDArray change = trained.get(Adapters.up(name)).mmul(trained.get(Adapters.down(name)));
        value = value.add(change.muli(settings.lowRank().scale()));
      }
      parameters.add(new Parameter(name, value, parameter.trainable()));
    }
    return Parameters.of(parameters);
  }

  /** One line about what is trained; empty when everything is. */
  String describe() {
    StringBuilder line = new StringBuilder();
    if (!settings.frozen().isEmpty()) {
      line.append(", %s frozen".formatted(String.join(" and ", settings.frozen())));
    }
    if (settings.lowRank() != null) {
      line.append(
          ", adapters of rank %d on %d matrices (%,d trained numbers)"
              .formatted(settings.lowRank().rank(), adapted.size(), start().trainable()));
    }
    return line.toString();
  }
}

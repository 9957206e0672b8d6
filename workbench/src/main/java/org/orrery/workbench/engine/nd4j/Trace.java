package org.orrery.workbench.engine.nd4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Tensor;

/** A computation as a finished graph for inputs of certain shapes. */
final class Trace {
  private final Graph graph;
  private final Map<String, String> outputs = new LinkedHashMap<>();
  private final Map<String, String> updates = new LinkedHashMap<>();
  private final Map<String, String> gradients = new LinkedHashMap<>();
  // What the graph reads, filled anew for every pass; the parameters are changed in place.
  private final Map<String, INDArray> read = new HashMap<>();
  private Recording recording;

  /** What identifies a trace. */
  record Key(Computation computation, boolean training, Map<String, List<Long>> shapes) {}

  private Trace(Graph graph) {
    this.graph = graph;
  }

  /** A graph that only computes its outputs. */
  static Trace forward(Key key, Map<String, INDArray> parameters) {
    Trace trace = new Trace(new Graph(parameters));
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    key.shapes()
        .forEach(
            (name, shape) ->
                inputs.put(
                    name,
                    trace.graph.input(name, shape.stream().mapToLong(Long::longValue).toArray())));
    key.computation()
        .apply(new Nd4jOps(trace.graph, key.training()), inputs)
        .forEach((name, tensor) -> trace.outputs.put(name, trace.name(name, tensor)));
    trace.graph.updates().forEach((buffer, value) -> trace.updates.put(buffer, value.name()));
    return trace;
  }

  /** A graph with the gradient of its {@code loss} with respect to these weights. */
  static Trace backward(Key key, Map<String, INDArray> parameters, List<String> weights) {
    Trace trace = forward(key, parameters);
    String loss = trace.outputs.get("loss");
    if (loss == null) {
      throw new IllegalArgumentException(
          "an objective names the scalar to minimise \"loss\"; this one has "
              + trace.outputs.keySet());
    }
    SameDiff sd = trace.graph.sd();
    for (String read : trace.graph.parametersRead()) {
      if (weights.contains(read)) {
        trace.gradients.put(read, Graph.parameterName(read));
      }
    }
    sd.setLossVariables(loss);
    String[] names = trace.gradients.values().toArray(new String[0]);
    Quiet.run(() -> sd.createGradFunction(names));
    return trace;
  }

  private String name(String name, Tensor tensor) {
    SDVariable variable = ((Nd4jTensor) tensor).variable();
    return graph.sd().identity("output/" + name, variable).name();
  }

  /** Values of the outputs. */
  Map<String, INDArray> outputs(Map<String, INDArray> inputs, Map<String, INDArray> parameters) {
    List<String> wanted = withIndices(outputs.values());
    feed(inputs, Map.of(), parameters);
    run(graph.sd(), () -> graph.sd().output(read, wanted));
    graph.indices().forEach(indices -> indices.check(named(wanted)));
    Map<String, INDArray> copies = new LinkedHashMap<>();
    named(outputs).forEach((name, value) -> copies.put(name, value.dup('c')));
    return copies;
  }

  /**
   * What one backward pass gives; the next one overwrites it.
   *
   * @param outputs values of the objective's outputs
   * @param updates new values of the running statistics
   * @param gradients of the weights that the loss depends on
   */
  record Pass(
      Map<String, INDArray> outputs,
      Map<String, INDArray> updates,
      Map<String, INDArray> gradients) {}

  /** One pass forward and backward. */
  Pass pass(
      Map<String, INDArray> inputs, Map<String, INDArray> parameters, RandomGenerator random) {
    List<String> wanted = withIndices(outputs.values());
    feed(inputs, graph.drawMasks(random), parameters);
    run(
        graph.sd().getFunction("grad"),
        () -> {
          List<String> all = new ArrayList<>(wanted);
          all.addAll(updates.values());
          graph.sd().calculateGradientsAndOutputs(read, all, gradients.values());
        });
    graph.indices().forEach(indices -> indices.check(named(wanted)));
    Map<String, INDArray> found = new LinkedHashMap<>();
    gradients.forEach(
        (name, variable) -> {
          SDVariable gradient = graph.sd().getVariable(variable).gradient();
          found.put(name, gradient == null ? null : recording.value(gradient.name()));
        });
    return new Pass(named(outputs), named(updates), found);
  }

  /** The first pass of a graph, by the session; any later one by the recording of the first. */
  private void run(SameDiff sd, Runnable pass) {
    if (recording == null) {
      Recording first = Recording.of(sd);
      pass.run();
      recording = first;
    } else {
      recording.replay();
    }
  }

  private List<String> withIndices(Collection<String> names) {
    List<String> wanted = new ArrayList<>(names);
    graph.indices().forEach(indices -> wanted.add(indices.variable()));
    return wanted;
  }

  /** Values by the names they go by outside the graph. */
  private Map<String, INDArray> named(Map<String, String> names) {
    Map<String, INDArray> named = new LinkedHashMap<>();
    names.forEach((name, variable) -> named.put(name, recording.value(variable)));
    return named;
  }

  private Map<String, INDArray> named(List<String> variables) {
    Map<String, INDArray> named = new LinkedHashMap<>();
    variables.forEach(variable -> named.put(variable, recording.value(variable)));
    return named;
  }

  private void feed(
      Map<String, INDArray> inputs, Map<String, INDArray> masks, Map<String, INDArray> parameters) {
    inputs.forEach((name, array) -> fill(Graph.inputName(name), array));
    masks.forEach(this::fill);
    graph
        .parametersRead()
        .forEach(name -> read.putIfAbsent(Graph.parameterName(name), parameters.get(name)));
  }

  private void fill(String placeholder, INDArray array) {
    INDArray there = read.get(placeholder);
    if (there == null) {
      read.put(placeholder, array.dup('c'));
    } else {
      there.assign(array);
    }
  }
}

package org.orrery.workbench.engine.nd4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Optimization;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Training;

/** Parameters as arrays, and the graphs that were traced and used last. */
final class Nd4jNetwork implements Network {
  private static final int TRACES = 16;

  private final List<Parameter> specification;
  private final Map<String, INDArray> values = new LinkedHashMap<>();
  private final Map<Trace.Key, Trace> traces =
      new LinkedHashMap<>(TRACES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Trace.Key, Trace> eldest) {
          return size() > TRACES;
        }
      };

  Nd4jNetwork(Parameters parameters) {
    specification = parameters.all();
    specification.forEach(p -> values.put(p.name(), copy(p.value())));
  }

  private static INDArray copy(INDArray array) {
    return array.castTo(DataType.FLOAT).dup('c');
  }

  @Override
  public synchronized Map<String, INDArray> run(
      Computation computation, Map<String, INDArray> inputs) {
    Map<String, INDArray> plain = plain(inputs);
    Trace trace =
        traces.computeIfAbsent(key(computation, false, plain), key -> Trace.forward(key, values));
    return trace.outputs(plain, values);
  }

  @Override
  public Training train(Computation objective, Optimization optimization) {
    return new Nd4jTraining(this, objective, optimization);
  }

  /** Weights that are trained, in order. */
  List<String> weights() {
    return specification.stream().filter(Parameter::trainable).map(Parameter::name).toList();
  }

  /** The arrays themselves, which training changes in place. */
  Map<String, INDArray> values() {
    return values;
  }

  /** The graph of an objective and its gradient for a batch like this one. */
  Trace backward(Computation objective, Map<String, INDArray> plain) {
    return traces.computeIfAbsent(
        key(objective, true, plain), key -> Trace.backward(key, values, weights()));
  }

  /** The arrays as row-major float32, themselves if they are so. */
  static Map<String, INDArray> plain(Map<String, INDArray> inputs) {
    Map<String, INDArray> plain = new LinkedHashMap<>();
    inputs.forEach((name, array) -> plain.put(name, isPlain(array) ? array : copy(array)));
    return plain;
  }

  /** Whether an array is float32, row by row, and all of its buffer. */
  static boolean isPlain(INDArray array) {
    return array.dataType() == DataType.FLOAT
        && array.ordering() == 'c'
        && !array.isView()
        && array.elementWiseStride() == 1;
  }

  private static Trace.Key key(
      Computation computation, boolean training, Map<String, INDArray> inputs) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    inputs.forEach(
        (name, array) -> shapes.put(name, LongStream.of(array.shape()).boxed().toList()));
    return new Trace.Key(computation, training, shapes);
  }

  @Override
  public Parameters parameters() {
    return parameters(Map.of());
  }

  /** The parameters with these values in the place of their own, by name. */
  Parameters parameters(Map<String, INDArray> instead) {
    List<Parameter> copies = new ArrayList<>();
    for (Parameter p : specification) {
      INDArray value = instead.getOrDefault(p.name(), values.get(p.name()));
      copies.add(new Parameter(p.name(), value.dup('c'), p.trainable()));
    }
    return Parameters.of(copies);
  }

  @Override
  public void close() {
    traces.clear();
    values.clear();
  }
}

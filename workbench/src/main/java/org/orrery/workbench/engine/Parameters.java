package org.orrery.workbench.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The named weights and buffers of a network, on the host, in a fixed order.
 *
 * <pre>{@code
 * Parameters p = Parameters.of(List.of(Parameter.weight("fc.weight", w), Parameter.weight("fc.bias", b)));
 * p.get("fc.weight").shape();
 * }</pre>
 *
 * <p>The arrays are shared, not copied. An engine may look at them for as long as its network is
 * open, and copies them before it trains them.
 */
public final class Parameters {
  private final Map<String, Parameter> byName = new LinkedHashMap<>();

  private Parameters(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (byName.put(parameter.name(), parameter) != null) {
        throw new IllegalArgumentException("two parameters are named " + parameter.name());
      }
    }
  }

  /** Parameters in the given order; two of one name are refused. */
  public static Parameters of(List<Parameter> parameters) {
    return new Parameters(parameters);
  }

  /** All parameters, weights and buffers, in order. */
  public List<Parameter> all() {
    return new ArrayList<>(byName.values());
  }

  /** The array of one parameter; an unknown name is refused with the names there are. */
  public INDArray get(String name) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException(
          "no parameter is named " + name + "; there are " + byName.keySet());
    }
    return parameter.value();
  }

  /** The same values in arrays of their own. */
  public Parameters copy() {
    return of(
        byName.values().stream()
            .map(p -> new Parameter(p.name(), p.value().dup('c'), p.trainable()))
            .toList());
  }

  /** How many numbers are trained. */
  public long trainable() {
    return byName.values().stream()
        .filter(Parameter::trainable)
        .mapToLong(p -> p.value().length())
        .sum();
  }

  @Override
  public String toString() {
    return "%,d trainable parameters in %d tensors".formatted(trainable(), byName.size());
  }
}

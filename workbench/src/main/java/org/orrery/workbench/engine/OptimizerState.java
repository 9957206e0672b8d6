package org.orrery.workbench.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an optimizer remembers between steps, beside the weights: with both, another {@link
 * Training} goes on as if nothing had happened.
 *
 * @param steps steps taken
 * @param arrays Adam's moments {@code first.NAME} and {@code second.NAME} of each weight and, where
 *     one is kept, its average {@code average.NAME}, each in the weight's shape
 */
public record OptimizerState(int steps, Map<String, INDArray> arrays) {
  /** Keeps its own map, in order. */
  public OptimizerState {
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
  }

  /** The array of that kind and weight; a missing or wrongly shaped one is refused. */
  public INDArray get(String kind, String weight, long... shape) {
    INDArray array = arrays.get(kind + "." + weight);
    if (array == null || !java.util.Arrays.equals(array.shape(), shape)) {
      throw new IllegalArgumentException(
          "the optimizer's state has %s for %s.%s; expected shape %s. It belongs to another network"
              .formatted(
                  array == null ? "nothing" : java.util.Arrays.toString(array.shape()),
                  kind,
                  weight,
                  java.util.Arrays.toString(shape)));
    }
    return array;
  }
}

package org.orrery.workbench.engine.nd4j;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Whole numbers of a graph that pick elements.
 *
 * @param what they do, for the error
 * @param variable that holds them
 * @param bound they must lie below
 */
record Indices(String what, String variable, long bound) {
  /** Refuses numbers that pick nothing. */
  void check(Map<String, INDArray> values) {
    INDArray numbers = values.get(variable);
    for (long i = 0; i < numbers.length(); i++) {
      long number = numbers.getLong(i);
      if (number < 0 || number >= bound) {
        throw new IllegalArgumentException(
            "%s: index %d is out of range; expected 0 to %d".formatted(what, number, bound - 1));
      }
    }
  }
}

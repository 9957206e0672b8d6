package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Comparison of arrays element by element. */
final class Close {
  private Close() {}

  /** Same shape, and every element within the tolerance times the larger of one and its size. */
  static void assertClose(INDArray actual, INDArray expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    float[] a = actual.dup('c').data().asFloat();
    float[] b = expected.dup('c').data().asFloat();
    for (int i = 0; i < b.length; i++) {
      assertThat((double) a[i])
          .as("element %d", i)
          .isCloseTo(b[i], Offset.offset(tolerance * Math.max(1, Math.abs(b[i]))));
    }
  }

  /**
   * Same shape, and every element within the tolerance times the largest of all, or times a tenth
   * where all are smaller: what cancels to nothing leaves the rounding of its parts.
   */
  static void assertRelative(INDArray actual, INDArray expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    float[] a = actual.dup('c').data().asFloat();
    float[] b = expected.dup('c').data().asFloat();
    double largest = 0.1;
    for (float value : b) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < b.length; i++) {
      assertThat((double) a[i])
          .as("element %d; relative to %g", i, largest)
          .isCloseTo(b[i], Offset.offset(tolerance * largest));
    }
  }
}

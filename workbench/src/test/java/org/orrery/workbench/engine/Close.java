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
}

package org.orrery.workbench.probes;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A matrix as Java rows, copied at once (ND4J's own conversion makes a view per row). */
final class Rows {
  private Rows() {}

  static double[][] of(INDArray matrix) {
    int columns = (int) matrix.size(1);
    double[] flat = matrix.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    double[][] rows = new double[(int) matrix.size(0)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
    }
    return rows;
  }
}

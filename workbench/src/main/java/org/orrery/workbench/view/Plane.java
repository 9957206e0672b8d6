package org.orrery.workbench.view;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The plane in which points [n, D] vary most: their first two principal components.
 *
 * @param centre mean of the points, [1, D]
 * @param axes unit vectors [D, 2]
 * @param explained share of the variance that lies in the plane
 */
record Plane(INDArray centre, INDArray axes, double explained) {

  static Plane through(INDArray points) {
    INDArray centre = points.mean(true, 0);
    INDArray centred = points.subRowVector(centre);
    INDArray axes = centred.transpose().mmul(centred);
    int dimensions = (int) axes.size(0);
    INDArray variances = Eigen.symmetricGeneralizedEigenvalues(axes, false);
    int last = dimensions - 1;
    boolean ascending = variances.getDouble(0) <= variances.getDouble(last);
    int first = ascending ? last : 0;
    int second = ascending ? last - 1 : 1;
    double explained =
        (variances.getDouble(first) + variances.getDouble(second))
            / variances.sumNumber().doubleValue();
    INDArray two = axes.get(NDArrayIndex.all(), NDArrayIndex.indices(first, second));
    return new Plane(centre, two, explained);
  }

  double[][] project(INDArray points) {
    return points.subRowVector(centre).mmul(axes).toDoubleMatrix();
  }
}

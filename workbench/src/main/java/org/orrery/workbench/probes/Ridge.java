package org.orrery.workbench.probes;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Split;

/**
 * Ridge regression in closed form: W = (Z'Z + lambda I)^-1 Z'Y on features Z and targets Y that are
 * standardised on the train part, so that no intercept is left to fit.
 *
 * <p>One eigendecomposition Z'Z = V diag(e) V' in float64 serves every lambda and every target of
 * the same features. Lambda is the one of 10^-4 .. 10^4 with the least error on the validation
 * part; the weights are those of the train part alone. (Hoerl and Kennard 1970; the penalty is on
 * the sum of squares, as in scikit-learn.)
 */
final class Ridge {
  static final double[] LAMBDAS =
      IntStream.rangeClosed(-4, 4).mapToDouble(e -> Math.pow(10, e)).toArray();

  private final ProbeData data;
  private final Scaling scaling;
  private final INDArray vectors;
  private final INDArray values;

  record Fit(double lambda, INDArray weights, Scaling features, Scaling targets) {

    /** Predictions [n, k] in the target's units, from features [n, d]. */
    INDArray predict(INDArray samples) {
      return targets.undo(product(features, samples, weights));
    }
  }

  private Ridge(ProbeData data, Scaling scaling, INDArray vectors, INDArray values) {
    this.data = data;
    this.scaling = scaling;
    this.vectors = vectors;
    this.values = values;
  }

  static Ridge on(ProbeData data) {
    INDArray train = data.part(Split.TRAIN).features();
    Scaling scaling = Scaling.of(train);
    long d = train.size(1);
    INDArray gram = Nd4j.zeros(DataType.DOUBLE, d, d);
    scaling.forEach(train, (from, rows) -> gram.addi(Nd4j.gemm(rows, rows, true, false)));
    INDArray vectors = gram.dup('f');
    INDArray values = Eigen.symmetricGeneralizedEigenvalues(vectors, true).reshape(d, 1);
    return new Ridge(data, scaling, vectors, values);
  }

  /** Fits the targets this was made with. */
  Fit fit() {
    return fit(data);
  }

  /** Fits other targets on the same features. */
  Fit fit(ProbeData others) {
    ProbeData.Part train = others.part(Split.TRAIN);
    Scaling targets = Scaling.of(train.targets());
    INDArray y = targets.standardise(train.targets());
    long d = train.features().size(1);
    long k = y.size(1);
    INDArray moment = Nd4j.zeros(DataType.DOUBLE, d, k);
    scaling.forEach(
        train.features(),
        (from, rows) -> {
          INDArray part =
              y.get(NDArrayIndex.interval(from, from + rows.size(0)), NDArrayIndex.all());
          moment.addi(Nd4j.gemm(rows, part.dup('c'), true, false));
        });
    INDArray rotated = Nd4j.gemm(vectors, moment, true, false);
    INDArray[] path = new INDArray[LAMBDAS.length];
    for (int i = 0; i < path.length; i++) {
      path[i] = vectors.mmul(rotated.divColumnVector(values.add(LAMBDAS[i])));
    }
    int best = least(others.part(Split.VALIDATION), path, targets);
    return new Fit(LAMBDAS[best], path[best], scaling, targets);
  }

  private int least(ProbeData.Part validation, INDArray[] path, Scaling targets) {
    INDArray truth = targets.standardise(validation.targets());
    INDArray all = product(scaling, validation.features(), Nd4j.hstack(path));
    long k = truth.size(1);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < path.length; i++) {
      INDArray one = all.get(NDArrayIndex.all(), NDArrayIndex.interval(i * k, (i + 1) * k));
      double error = one.squaredDistance(truth);
      if (error < least) {
        least = error;
        best = i;
      }
    }
    return best;
  }

  private static INDArray product(Scaling scaling, INDArray features, INDArray weights) {
    INDArray result = Nd4j.zeros(DataType.DOUBLE, features.size(0), weights.size(1));
    scaling.forEach(
        features,
        (from, rows) ->
            result.put(
                new org.nd4j.linalg.indexing.INDArrayIndex[] {
                  NDArrayIndex.interval(from, from + rows.size(0)), NDArrayIndex.all()
                },
                rows.mmul(weights)));
    return result;
  }
}

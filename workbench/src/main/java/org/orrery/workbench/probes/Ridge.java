package org.orrery.workbench.probes;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Split;

/**
 * Ridge regression in closed form: W = (Z'Z + lambda I)^-1 Z'Y on features Z and targets Y that are
 * standardised on the part it is fitted to, so that no intercept is left to fit.
 *
 * <p>One eigendecomposition in float64 serves every lambda and every target of the same features.
 * Lambda is chosen on the validation part, or over folds of clips of train and validation part:
 * then the moments of a fold are taken away from those of all samples, and one more decomposition a
 * fold gives its whole path, intercept included, without a second look at the samples. (Hoerl and
 * Kennard 1970; the penalty is on the sum of squares, as in scikit-learn.)
 */
final class Ridge {
  private final LambdaChoice choice;
  private final ProbeData.Part fitted;
  private final Scaling scaling;
  private final RidgePath path;

  /** {@code errors}: what each lambda was judged by, the squared error of standardised targets. */
  @SuppressWarnings("ArrayRecordComponent") // stays inside
  record Fit(double lambda, double[] errors, INDArray weights, Scaling features, Scaling targets) {

    /** Predictions [n, k] in the target's units, from features [n, d]. */
    INDArray predict(INDArray samples) {
      return targets.undo(product(features, samples, weights));
    }
  }

  private Ridge(LambdaChoice choice, ProbeData.Part fitted, Scaling scaling, RidgePath path) {
    this.choice = choice;
    this.fitted = fitted;
    this.scaling = scaling;
    this.path = path;
  }

  static Ridge on(ProbeData data) {
    return on(data, LambdaChoice.onValidation());
  }

  static Ridge on(ProbeData data, LambdaChoice choice) {
    ProbeData.Part fitted = fittedPart(data, choice);
    Scaling scaling = Scaling.of(fitted.features(), fitted.weights());
    long d = fitted.features().size(1);
    INDArray gram = Nd4j.zeros(DataType.DOUBLE, d, d);
    scaling.forEach(
        fitted.features(),
        (from, rows) -> {
          INDArray weights = fitted.weights(from, rows.size(0));
          INDArray left = weights == null ? rows : rows.mulColumnVector(weights.transpose());
          gram.addi(Nd4j.gemm(left, rows, true, false));
        });
    return new Ridge(choice, fitted, scaling, RidgePath.of(gram));
  }

  private static ProbeData.Part fittedPart(ProbeData data, LambdaChoice choice) {
    return choice.folds() == 0
        ? data.part(Split.TRAIN)
        : data.part(Split.TRAIN).and(data.part(Split.VALIDATION));
  }

  /** Fits targets on the features this was made with; {@code data} may hold others of them. */
  Fit fit(ProbeData data) {
    ProbeData.Part part = fittedPart(data, choice).withFeatures(fitted.features());
    Scaling targets = Scaling.of(part.targets(), part.weights());
    INDArray y = targets.standardise(part.targets());
    long d = part.features().size(1);
    INDArray moment = Nd4j.zeros(DataType.DOUBLE, d, y.size(1));
    scaling.forEach(
        part.features(),
        (from, rows) -> {
          INDArray weights = part.weights(from, rows.size(0));
          INDArray left = weights == null ? rows : rows.mulColumnVector(weights.transpose());
          moment.addi(Nd4j.gemm(left, rows(y, from, rows.size(0)), true, false));
        });
    INDArray[] weights = path.weights(moment, choice.lambdas());
    double[] errors =
        choice.folds() == 0
            ? onValidation(data.part(Split.VALIDATION), weights, targets)
            : overFolds(part, y);
    int best = 0;
    for (int i = 1; i < errors.length; i++) {
      best = errors[i] < errors[best] ? i : best;
    }
    return new Fit(choice.lambdas().get(best), errors, weights[best], scaling, targets);
  }

  private double[] onValidation(ProbeData.Part validation, INDArray[] path, Scaling targets) {
    INDArray truth = targets.standardise(validation.targets());
    INDArray all = product(scaling, validation.features(), Nd4j.hstack(path));
    long k = truth.size(1);
    INDArray weights = validation.weights(0, truth.size(0));
    double[] errors = new double[path.length];
    for (int i = 0; i < path.length; i++) {
      INDArray one = all.get(NDArrayIndex.all(), NDArrayIndex.interval(i * k, (i + 1) * k));
      INDArray squares = one.sub(truth);
      squares.muli(squares);
      errors[i] =
          (weights == null ? squares : squares.muliColumnVector(weights.transpose()))
              .sumNumber()
              .doubleValue();
    }
    return errors;
  }

  /** The squared error a lambda has, over all folds, on samples it was not fitted to. */
  private double[] overFolds(ProbeData.Part part, INDArray y) {
    int[] foldOf = choice.foldOf(part.clips());
    Moments[] folds = Folds.moments(part, scaling, y, foldOf);
    Moments all = new Moments(part.features().size(1), y.size(1));
    for (Moments fold : folds) {
      all.add(fold);
    }
    double[] errors = new double[choice.lambdas().size()];
    for (Moments fold : folds) {
      Moments rest = all.without(fold);
      INDArray a = rest.meanOfZ();
      INDArray b = rest.meanOfY();
      INDArray[] weights =
          RidgePath.of(rest.centredGram()).weights(rest.centredProduct(), choice.lambdas());
      for (int i = 0; i < errors.length; i++) {
        errors[i] += fold.squaredError(weights[i], a, b);
      }
    }
    return errors;
  }

  private static INDArray rows(INDArray matrix, long from, long n) {
    return matrix.get(NDArrayIndex.interval(from, from + n), NDArrayIndex.all()).dup('c');
  }

  private static INDArray product(Scaling scaling, INDArray features, INDArray weights) {
    INDArray result = Nd4j.zeros(DataType.DOUBLE, features.size(0), weights.size(1));
    scaling.forEach(
        features,
        (from, rows) ->
            result.put(
                new INDArrayIndex[] {
                  NDArrayIndex.interval(from, from + rows.size(0)), NDArrayIndex.all()
                },
                rows.mmul(weights)));
    return result;
  }
}

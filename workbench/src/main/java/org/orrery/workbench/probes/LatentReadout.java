package org.orrery.workbench.probes;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A number read linearly out of two consecutive latents, [z_t-1, z_t]: a ridge on standardised
 * features, whose lambda of 10^-4 to 10^4 is chosen on every fifth clip, then all are fitted. It is
 * for reading other latents, such as imagined ones; a {@link Probe} says how far to trust it.
 *
 * <pre>{@code
 * LatentReadout height = LatentReadout.fit(latents, heights);   // [clip][time][D], [clip][time]
 * double[] imagined = height.read(dream.imaginedLatents().toDoubleMatrix());
 * }</pre>
 */
public final class LatentReadout {
  private static final List<Double> LAMBDAS = LambdaChoice.onValidation().lambdas();
  private static final int EVERY = 5;

  private final Scaling features;
  private final Scaling target;
  private final INDArray weights;

  private LatentReadout(Scaling features, Scaling target, INDArray weights) {
    this.features = features;
    this.target = target;
    this.weights = weights;
  }

  /**
   * Fits it.
   *
   * @param latents [clip][time][D]
   * @param values [clip][time]
   */
  public static LatentReadout fit(double[][][] latents, double[][] values) {
    LatentReadout[] path = path(latents, values, clip -> clip % EVERY != 0);
    double[] errors =
        Arrays.stream(path).mapToDouble(one -> one.heldOutError(latents, values)).toArray();
    int best = 0;
    for (int i = 1; i < errors.length; i++) {
      best = errors[i] < errors[best] ? i : best;
    }
    return path(latents, values, clip -> true)[best];
  }

  /** One value a latent; the first one reads its own latent twice. */
  public double[] read(double[][] latents) {
    double[][] pairs =
        IntStream.range(0, latents.length).mapToObj(t -> pair(latents, t)).toArray(double[][]::new);
    INDArray standard = features.standardise(Nd4j.create(pairs)).mmul(weights);
    return target.undo(standard).toDoubleVector();
  }

  /** One a lambda, fitted to some clips. */
  private static LatentReadout[] path(
      double[][][] latents, double[][] values, IntPredicate chosen) {
    int[] clips = IntStream.range(0, latents.length).filter(chosen).toArray();
    double[][] pairs =
        Arrays.stream(clips)
            .boxed()
            .flatMap(c -> IntStream.range(1, latents[c].length).mapToObj(t -> pair(latents[c], t)))
            .toArray(double[][]::new);
    double[] targets =
        Arrays.stream(clips)
            .boxed()
            .flatMapToDouble(c -> Arrays.stream(values[c]).skip(1))
            .toArray();
    INDArray x = Nd4j.create(pairs);
    INDArray y = Nd4j.create(targets).reshape(targets.length, 1);
    Scaling features = Scaling.of(x);
    Scaling target = Scaling.of(y);
    INDArray z = features.standardise(x);
    INDArray product = Nd4j.gemm(z, target.standardise(y), true, false);
    return Arrays.stream(RidgePath.of(Nd4j.gemm(z, z, true, false)).weights(product, LAMBDAS))
        .map(weights -> new LatentReadout(features, target, weights))
        .toArray(LatentReadout[]::new);
  }

  private double heldOutError(double[][][] latents, double[][] values) {
    double error = 0;
    for (int c = 0; c < latents.length; c += EVERY) {
      double[] read = read(latents[c]);
      for (int t = 1; t < read.length; t++) {
        error += (read[t] - values[c][t]) * (read[t] - values[c][t]);
      }
    }
    return error;
  }

  private static double[] pair(double[][] latents, int t) {
    int d = latents[t].length;
    double[] pair = new double[2 * d];
    System.arraycopy(latents[Math.max(0, t - 1)], 0, pair, 0, d);
    System.arraycopy(latents[t], 0, pair, d, d);
    return pair;
  }
}

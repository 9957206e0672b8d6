package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;

/**
 * Imagined futures beside the true ones, ready to be measured.
 *
 * <pre>{@code
 * Physics.rollout(truth, imagined, 4).latents(model.encode(test), imaginedLatents).report()
 * }</pre>
 */
public final class Rollout {
  private final List<Clip> truth;
  private final List<Clip> imagined;
  private final int given;
  private final INDArray trueLatents;
  private final INDArray imaginedLatents;

  Rollout(List<Clip> truth, List<Clip> imagined, int given) {
    this(truth, imagined, given, null, null);
    if (truth.isEmpty() || truth.size() != imagined.size() || given < 1) {
      throw new IllegalArgumentException(
          "a rollout needs as many true clips as imagined ones, one or more, and at least 1 given"
              + " frame; received %d, %d and %d given"
                  .formatted(truth.size(), imagined.size(), given));
    }
    for (int c = 0; c < truth.size(); c++) {
      check(truth.get(c), imagined.get(c));
    }
  }

  private Rollout(
      List<Clip> truth,
      List<Clip> imagined,
      int given,
      INDArray trueLatents,
      INDArray imaginedLatents) {
    this.truth = List.copyOf(truth);
    this.imagined = List.copyOf(imagined);
    this.given = given;
    this.trueLatents = trueLatents;
    this.imaginedLatents = imaginedLatents;
  }

  /**
   * Adds the latents, for the error in latent space, the effective rank and the straightness.
   *
   * @param ofTruth the encoder's latents of the whole true clips, [clip, time, latent]
   * @param ofImagined the predicted latents, [clip, horizon, latent]; step h stands for the true
   *     frame {@code given} + h
   */
  public Rollout latents(INDArray ofTruth, INDArray ofImagined) {
    boolean right =
        ofTruth.rank() == 3
            && ofImagined.rank() == 3
            && ofTruth.size(0) == truth.size()
            && ofImagined.size(0) == truth.size()
            && ofTruth.size(1) >= given + horizon()
            && ofImagined.size(1) == horizon()
            && ofTruth.size(2) == ofImagined.size(2);
    if (!right) {
      throw new IllegalArgumentException(
          "a rollout of %d clips, %d given and %d imagined frames needs true latents [%d, %d or more,"
                  .formatted(truth.size(), given, horizon(), truth.size(), given + horizon())
              + " D] and imagined ones [%d, %d, D]; received %s and %s"
                  .formatted(
                      truth.size(),
                      horizon(),
                      Arrays.toString(ofTruth.shape()),
                      Arrays.toString(ofImagined.shape())));
    }
    return new Rollout(truth, imagined, given, ofTruth, ofImagined);
  }

  /** Measures everything; some seconds for some hundred clips. */
  public RolloutReport report() {
    int horizon = horizon();
    PictureErrors pictures = new PictureErrors(horizon, given, truth.size());
    for (int c = 0; c < truth.size(); c++) {
      pictures.add(truth.get(c), imagined.get(c));
    }
    return new RolloutReport(
        given,
        pictures.model(latentErrors(imaginedLatents)),
        pictures.copyLast(latentErrors(null)),
        pictures.lost(),
        pictures.floor(),
        trueLatents == null ? Double.NaN : spread(),
        trueLatents == null ? Double.NaN : LatentGeometry.effectiveRank(trueLatents),
        straightness(trueLatents),
        straightness(imaginedLatents));
  }

  /** Mean squared latent error of each clip; of copying the last given latent if null. */
  private HorizonCurve latentErrors(INDArray predicted) {
    if (trueLatents == null) {
      return HorizonCurve.ofMeans("latent error", "", new double[0][]);
    }
    double[][][] z = LatentArrays.of(trueLatents);
    double[][][] guess = predicted == null ? null : LatentArrays.of(predicted);
    double[][] errors = new double[horizon()][z.length];
    for (int h = 0; h < errors.length; h++) {
      for (int c = 0; c < z.length; c++) {
        double[] row = guess == null ? z[c][given - 1] : guess[c][h];
        errors[h][c] = LatentArrays.squaredDistance(row, z[c][given + h]) / row.length;
      }
    }
    return HorizonCurve.ofMeans("latent error", "", errors);
  }

  /** The standard deviation of the true latents of the imagined frames, over all dimensions. */
  private double spread() {
    double[][][] z = LatentArrays.of(trueLatents);
    int d = z[0][0].length;
    double[] sums = new double[d];
    double[] squares = new double[d];
    for (double[][] clip : z) {
      for (int h = 0; h < horizon(); h++) {
        for (int j = 0; j < d; j++) {
          double value = clip[given + h][j];
          sums[j] += value;
          squares[j] += value * value;
        }
      }
    }
    double n = (double) z.length * horizon();
    double variance = 0;
    for (int j = 0; j < d; j++) {
      variance += (squares[j] - sums[j] * sums[j] / n) / n / d;
    }
    return Math.sqrt(variance);
  }

  private static double straightness(INDArray latents) {
    return latents == null || latents.size(1) < 3
        ? Double.NaN
        : LatentGeometry.straightness(latents);
  }

  private int horizon() {
    return imagined.get(0).frames();
  }

  private void check(Clip real, Clip dream) {
    if (dream.frames() != horizon()) {
      throw new IllegalArgumentException(
          "all imagined clips need one length; %s has %d frames and %s has %d"
              .formatted(imagined.get(0).id(), horizon(), dream.id(), dream.frames()));
    }
    if (real.frames() < given + horizon()) {
      throw new IllegalArgumentException(
          "clip %s has %d frames; %d are needed (%d given + %d imagined): imagine fewer frames or use"
                  .formatted(real.id(), real.frames(), given + horizon(), given, horizon())
              + " longer clips");
    }
  }
}

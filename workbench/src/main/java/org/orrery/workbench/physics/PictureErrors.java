package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/**
 * Collects what pictures say: the ball's centre measured in decoded and in true frames by the same
 * instrument, at the decoded frames' size, with distances in pixels of the true frames.
 */
final class PictureErrors {
  private final int given;
  private final double[][] centre;
  private final double[][] copyLast;
  private final double[][] psnr;
  private final double[][] psnrCopyLast;
  private final double[][] ssim;
  private final double[][] ssimCopyLast;
  private final int[] measured;
  private final int[] lost;
  private final List<Double> floor = new ArrayList<>();
  private int clip;

  PictureErrors(int horizon, int given, int clips) {
    this.given = given;
    centre = new double[horizon][clips];
    copyLast = new double[horizon][clips];
    psnr = new double[horizon][clips];
    psnrCopyLast = new double[horizon][clips];
    ssim = new double[horizon][clips];
    ssimCopyLast = new double[horizon][clips];
    measured = new int[horizon];
    lost = new int[horizon];
  }

  void add(Clip truth, Clip imagined) {
    double factorX = (double) truth.width() / imagined.width();
    double factorY = (double) truth.height() / imagined.height();
    Clip real = truth.grey().resize(imagined.height(), imagined.width());
    Clip dream = imagined.grey();
    byte[] last = real.frame(given - 1);
    Optional<Centre> from = centre(real, given - 1, factorX, factorY);
    for (int h = 0; h < centre.length; h++) {
      Optional<Centre> actual = centre(real, given + h, factorX, factorY);
      Optional<Centre> guess = centre(dream, h, factorX, factorY);
      centre[h][clip] = error(guess, actual);
      copyLast[h][clip] = error(from, actual);
      measured[h] += actual.isPresent() ? 1 : 0;
      lost[h] += actual.isPresent() && guess.isEmpty() ? 1 : 0;
      byte[] frame = real.frame(given + h);
      byte[] foretold = dream.frame(h);
      psnr[h][clip] = psnr(foretold, frame);
      psnrCopyLast[h][clip] = psnr(last, frame);
      ssim[h][clip] = StructuralSimilarity.of(foretold, frame, real.height(), real.width());
      ssimCopyLast[h][clip] = StructuralSimilarity.of(last, frame, real.height(), real.width());
      if (actual.isPresent()) {
        addToFloor(truth, actual.get(), h);
      }
    }
    clip++;
  }

  /** What the imagined frames are worth; a ball that is lost counts as infinitely far. */
  RolloutCurves model(HorizonCurve latent) {
    return curves(centre, psnr, ssim, latent);
  }

  /** What the last given frame is worth, held still. */
  RolloutCurves copyLast(HorizonCurve latent) {
    return curves(copyLast, psnrCopyLast, ssimCopyLast, latent);
  }

  /** Share of the clips, per horizon, in which the decoded frame shows no ball. */
  double[] lost() {
    double[] shares = new double[lost.length];
    for (int h = 0; h < shares.length; h++) {
      shares[h] = (double) lost[h] / measured[h];
    }
    return shares;
  }

  /** The median distance of what is measured in true frames from the known position, or NaN. */
  double floor() {
    return HorizonCurve.median(floor.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Optional<Centre> centre(Clip clip, int t, double factorX, double factorY) {
    return Centre.in(clip.frame(t), clip.height(), clip.width())
        .map(centre -> centre.times(factorX, factorY));
  }

  /** NaN (left out) when the true frame shows nothing; infinite when only the guess is lost. */
  private static double error(Optional<Centre> guess, Optional<Centre> truth) {
    if (truth.isEmpty()) {
      return Double.NaN;
    }
    return guess.map(place -> place.distance(truth.get())).orElse(Double.POSITIVE_INFINITY);
  }

  private void addToFloor(Clip truth, Centre place, int h) {
    Variable position = truth.variables().get("position");
    if (position == null || position.components().size() != 2) {
      return;
    }
    double scale = truth.pixelsPerMetre();
    double x = position.at(given + h, 0) * scale;
    double y = position.at(given + h, 1) * scale;
    if (!Double.isNaN(x) && !Double.isNaN(y)) {
      floor.add(place.distance(new Centre(x, y)));
    }
  }

  private static double psnr(byte[] a, byte[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (a[i] & 0xff) - (b[i] & 0xff);
      sum += difference * difference;
    }
    return 10 * Math.log10(255.0 * 255.0 * a.length / sum);
  }

  private static RolloutCurves curves(
      double[][] centre, double[][] psnr, double[][] ssim, HorizonCurve latent) {
    return new RolloutCurves(
        HorizonCurve.ofMedians("centre error", "px", centre),
        HorizonCurve.ofMedians("PSNR", "dB", psnr),
        HorizonCurve.ofMedians("SSIM", "", ssim),
        latent);
  }
}

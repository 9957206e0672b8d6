package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What one way of foretelling the frames is worth, per clip and horizon.
 *
 * @param centre distance in true pixels between the ball's centre in foretold and in true frames;
 *     infinite where the foretold frame shows no ball
 * @param psnr peak signal-to-noise ratio of the frame in dB
 * @param ssim structural similarity of the frame (Wang et al. 2004); NaN for frames below 11 pixels
 * @param latent mean squared error of the latent, mean over clips; no horizons without latents
 */
public record RolloutCurves(
    HorizonCurve centre, HorizonCurve psnr, HorizonCurve ssim, HorizonCurve latent) {
  private static final double VALID = 0.3;

  /**
   * The valid prediction time of each clip: the first horizon at which the root mean squared latent
   * error exceeds 0.3 of {@code spread}; infinite where it does not within what was foretold.
   *
   * @param spread the standard deviation of the true latents
   */
  double[] validTimes(double spread) {
    return IntStream.range(0, latent.clips())
        .mapToDouble(
            clip ->
                IntStream.range(0, latent.horizons())
                    .filter(h -> Math.sqrt(latent.each()[h][clip]) > VALID * spread)
                    .mapToDouble(h -> h + 1)
                    .findFirst()
                    .orElse(Double.POSITIVE_INFINITY))
        .toArray();
  }

  /**
   * The slope per frame of the logarithm of the mean latent error of some clips (least squares).
   */
  double growth(int[] clips) {
    int n = latent.horizons();
    double centre = (n + 1) / 2.0;
    double product = 0;
    double square = 0;
    for (int h = 1; h <= n; h++) {
      double[] row = latent.each()[h - 1];
      double mean = Arrays.stream(clips).mapToDouble(c -> row[c]).average().orElse(Double.NaN);
      product += (h - centre) * Math.log(mean);
      square += (h - centre) * (h - centre);
    }
    return n < 2 ? Double.NaN : product / square;
  }
}

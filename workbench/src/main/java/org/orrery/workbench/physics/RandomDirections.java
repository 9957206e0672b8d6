package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.models.Direction;

/**
 * The control of steering: the direction {@code Sigma w} of probes w that are drawn at random
 * (normal, on standardised latents) in place of fitted, as long as the direction they stand beside.
 */
final class RandomDirections {
  private RandomDirections() {}

  /** As many as asked for, from latents [clip, time, D], the first of which is left out. */
  static List<Direction> beside(Direction direction, INDArray latents, int count, long seed) {
    double[][] windows = windows(latents, direction.window());
    int d = windows[0].length;
    double[] mean = new double[d];
    double[] square = new double[d];
    for (double[] row : windows) {
      for (int j = 0; j < d; j++) {
        mean[j] += row[j] / windows.length;
        square[j] += row[j] * row[j] / windows.length;
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Direction> directions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] weights = new double[d];
      for (int j = 0; j < d; j++) {
        double deviation = Math.sqrt(Math.max(1e-12, square[j] - mean[j] * mean[j]));
        weights[j] = random.nextGaussian() / deviation;
      }
      directions.add(scaled(moved(windows, mean, weights), direction));
    }
    return directions;
  }

  private static double[][] windows(INDArray latents, int window) {
    double[][][] z = LatentArrays.of(latents);
    int d = z[0][0].length;
    List<double[]> windows = new ArrayList<>();
    for (double[][] clip : z) {
      for (int first = 1; first + window <= clip.length; first++) {
        double[] row = new double[window * d];
        for (int t = 0; t < window; t++) {
          System.arraycopy(clip[first + t], 0, row, t * d, d);
        }
        windows.add(row);
      }
    }
    return windows.toArray(double[][]::new);
  }

  /** Covariance of the windows times w. */
  private static double[] moved(double[][] windows, double[] mean, double[] weights) {
    double[] moved = new double[mean.length];
    for (double[] row : windows) {
      double answer = 0;
      for (int j = 0; j < mean.length; j++) {
        answer += weights[j] * (row[j] - mean[j]);
      }
      for (int j = 0; j < mean.length; j++) {
        moved[j] += answer * (row[j] - mean[j]);
      }
    }
    return moved;
  }

  private static Direction scaled(double[] flat, Direction like) {
    double length = 0;
    for (double value : flat) {
      length += value * value;
    }
    double scale = like.length() / Math.sqrt(length);
    double[][] rows = new double[like.window()][like.latent()];
    for (int i = 0; i < flat.length; i++) {
      rows[i / like.latent()][i % like.latent()] = scale * flat[i];
    }
    return new Direction("a random probe", rows);
  }
}

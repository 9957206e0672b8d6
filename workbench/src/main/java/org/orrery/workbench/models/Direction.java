package org.orrery.workbench.models;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where latents go when a variable grows by one unit.
 *
 * <pre>{@code
 * Direction gravity = report.direction("gravity", 4);      // what a linear probe found
 * model.steer(gravity, +3).imagine(clip).given(5).frames(24);
 * }</pre>
 *
 * A direction of one latent is of a state, such as a velocity; one of several consecutive latents
 * is of what only shows over time, such as gravity.
 *
 * @param name what grows, and from which latents it is read
 * @param perUnit change of each latent of the window, oldest first, for a change by one unit:
 *     [window][D]
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record Direction(String name, double[][] perUnit) {

  /** Refuses an empty window, rows of several lengths and numbers that are not finite. */
  public Direction {
    perUnit = Arrays.stream(perUnit).map(double[]::clone).toArray(double[][]::new);
    if (perUnit.length == 0 || perUnit[0].length == 0) {
      throw new IllegalArgumentException(
          "direction of %s: expected changes [window][D] of at least 1 latent; received none"
              .formatted(name));
    }
    for (double[] row : perUnit) {
      if (row.length != perUnit[0].length || !Arrays.stream(row).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "direction of %s: expected finite changes [window][D]; received rows of %d and %d numbers, or one that is not finite"
                .formatted(name, perUnit[0].length, row.length));
      }
    }
  }

  /** A direction of one's own, [window, D]. */
  public static Direction of(String name, INDArray perUnit) {
    if (perUnit.rank() != 2) {
      throw new IllegalArgumentException(
          "direction of %s: expected [window, D]; received %s"
              .formatted(name, Arrays.toString(perUnit.shape())));
    }
    return new Direction(name, perUnit.toDoubleMatrix());
  }

  /** How many consecutive latents it moves. */
  public int window() {
    return perUnit.length;
  }

  /** Length D of a latent. */
  public int latent() {
    return perUnit[0].length;
  }

  /** Euclidean length of all changes together. */
  public double length() {
    return Math.sqrt(Arrays.stream(perUnit).flatMapToDouble(Arrays::stream).map(v -> v * v).sum());
  }

  @Override
  public double[][] perUnit() {
    return Arrays.stream(perUnit).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * The change of {@code latents} consecutive latents, [1, latents, D]; the newest is moved as the
   * window's latent {@code before} steps before its end, and those older than the window as its
   * oldest.
   */
  INDArray change(double units, int latents, int before) {
    float[] values = new float[latents * latent()];
    for (int t = 0; t < latents; t++) {
      double[] row = perUnit[Math.max(0, window() - before - latents + t)];
      for (int j = 0; j < row.length; j++) {
        values[t * row.length + j] = (float) (units * row[j]);
      }
    }
    return Nd4j.createFromArray(values).reshape(1, latents, latent());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Direction that
        && name.equals(that.name)
        && Arrays.deepEquals(perUnit, that.perUnit);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.deepHashCode(perUnit);
  }

  @Override
  public String toString() {
    return "direction of %s: %d latent(s) of %d numbers".formatted(name, window(), latent());
  }
}

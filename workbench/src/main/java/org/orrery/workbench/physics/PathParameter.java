package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.Optional;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/** Parameters of a world whose value in a clip can be read off the path of the thing. */
enum PathParameter {
  /** The length of the mean velocity, in m/s. */
  SPEED("speed") {
    @Override
    double of(Trajectory path, int[] steps) {
      double[] sum = new double[2];
      int n = 0;
      for (int t : steps) {
        if (path.seen(t) && path.seen(t - 1)) {
          double[] v = path.velocity(t);
          sum[0] += v[0];
          sum[1] += v[1];
          n++;
        }
      }
      return 2 * n < steps.length ? Double.NaN : Math.hypot(sum[0], sum[1]) / n;
    }
  },

  /** The mean radius, in m. */
  RADIUS("radius") {
    @Override
    double of(Trajectory path, int[] steps) {
      double[] seen =
          Arrays.stream(steps).mapToDouble(t -> path.rows()[t][2]).filter(r -> r > 0).toArray();
      return 2 * seen.length < steps.length
          ? Double.NaN
          : Arrays.stream(seen).average().orElseThrow();
    }
  },

  /** The downward acceleration, of the parabola of least squares, in m/s^2. */
  GRAVITY("gravity") {
    /** Those before the first {@code contact} after the given frames, in one piece. */
    @Override
    int[] steps(int[] judged, Clip clip, int given) {
      Variable contact = clip.variables().get("contact");
      int n = 0;
      while (n < judged.length
          && (n == 0 || judged[n] == judged[n - 1] + 1)
          && (contact == null || contact.at(given - 1 + judged[n], 0) == 0)) {
        n++;
      }
      return Arrays.copyOf(judged, n);
    }

    @Override
    double of(Trajectory path, int[] steps) {
      int[] seen = Arrays.stream(steps).filter(path::seen).toArray();
      if (seen.length < LEAST) {
        return Double.NaN;
      }
      double[] time = Arrays.stream(seen).mapToDouble(t -> t * path.seconds()).toArray();
      double[] y = Arrays.stream(seen).mapToDouble(t -> path.rows()[t][1]).toArray();
      return Parabola.through(time, y).bend();
    }
  };

  private static final int LEAST = 6;

  private final String parameter;

  PathParameter(String parameter) {
    this.parameter = parameter;
  }

  /** The steps that it is read off. */
  int[] steps(int[] judged, Clip clip, int given) {
    return judged;
  }

  /** The value; NaN where too little is seen. */
  abstract double of(Trajectory path, int[] steps);

  static Optional<PathParameter> of(String parameter) {
    return Arrays.stream(values()).filter(one -> one.parameter.equals(parameter)).findFirst();
  }
}

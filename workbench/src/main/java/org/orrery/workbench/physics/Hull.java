package org.orrery.workbench.physics;

import java.util.List;

/**
 * The convex hull of points, asked whether it holds another one: Gilbert's algorithm (SIAM Journal
 * on Control 4, 1966), which walks over hull points towards the one that is nearest.
 */
final class Hull {
  private static final int STEPS = 2000;

  private final List<double[]> points;
  private final double near;

  /** A point nearer to the hull than {@code near} counts as inside. */
  Hull(List<double[]> points, double near) {
    this.points = points;
    this.near = near;
  }

  boolean holds(double[] point) {
    double[] at = points.get(0).clone();
    for (int step = 0; step < STEPS; step++) {
      double[] out = minus(point, at);
      double left = dot(out, out);
      if (left <= near * near) {
        return true;
      }
      double[] furthest = furthest(out);
      if (dot(minus(point, furthest), out) > near * Math.sqrt(left)) {
        return false;
      }
      double[] way = minus(furthest, at);
      double share = Math.min(1, dot(way, out) / dot(way, way));
      for (int i = 0; i < at.length; i++) {
        at[i] += share * way[i];
      }
    }
    return true;
  }

  private double[] furthest(double[] direction) {
    double[] best = points.get(0);
    for (double[] point : points) {
      best = dot(point, direction) > dot(best, direction) ? point : best;
    }
    return best;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

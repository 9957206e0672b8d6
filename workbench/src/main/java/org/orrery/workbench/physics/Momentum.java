package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.List;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/**
 * Bodies that collide: the sum of m v over them, until one meets the rim. Bodies are told apart by
 * following each from where it is at first; where two touch and are one component, nothing is
 * measured.
 */
record Momentum() implements ConservationLaw {
  private static final double CHANGED = 0.01;

  @Override
  public String text() {
    return "the sum of the bodies' momenta until one meets the rim, with their known masses; places by"
        + " connected components, velocity by central differences, only where no two touch; mass is"
        + " the area of all components";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(new Quantity("momentum", "kg m/s"), new Quantity("mass (area)", "m²"));
  }

  @Override
  public double[][][] measure(Clip frames, Clip truth) {
    List<List<Blob>> blobs = ConservationLaw.blobs(frames);
    Variable masses = truth.variable("mass");
    int bodies = masses.components().size();
    double[][] places = places(blobs, frames, truth, bodies);
    double[][] v = ConservationLaw.velocities(places, frames.fps());
    double[][] momentum = new double[v.length][2];
    double[][] area = new double[v.length][1];
    double scale = frames.pixelsPerMetre() * frames.pixelsPerMetre();
    for (int t = 0; t < v.length; t++) {
      for (int i = 0; i < bodies; i++) {
        momentum[t][0] += masses.at(0, i) * v[t][2 * i];
        momentum[t][1] += masses.at(0, i) * v[t][2 * i + 1];
      }
      area[t][0] = blobs.get(t).stream().mapToDouble(Blob::area).sum() / scale;
    }
    return new double[][][] {momentum, area};
  }

  @Override
  public int lasts(Clip truth) {
    Variable momentum = truth.variable("momentum");
    double first = Math.hypot(momentum.at(0, 0), momentum.at(0, 1));
    int t = 1;
    while (t < truth.frames()
        && Math.hypot(momentum.at(t, 0) - momentum.at(0, 0), momentum.at(t, 1) - momentum.at(0, 1))
            <= CHANGED * first) {
      t++;
    }
    return t;
  }

  @Override
  public double[] known(Clip truth) {
    Variable momentum = truth.variable("momentum");
    double[] known = new double[truth.frames()];
    Arrays.setAll(known, t -> Math.hypot(momentum.at(t, 0), momentum.at(t, 1)));
    return known;
  }

  /** Metres, [time][x of body 0, y of body 0, ...]; NaN where the components are not the bodies. */
  private static double[][] places(List<List<Blob>> blobs, Clip frames, Clip truth, int bodies) {
    double scale = frames.pixelsPerMetre();
    Variable start = truth.variable("position");
    double[] last = new double[2 * bodies];
    double[] step = new double[2 * bodies];
    Arrays.setAll(last, k -> start.at(0, k) * scale);
    double[][] places = new double[frames.frames()][2 * bodies];
    for (int t = 0; t < places.length; t++) {
      for (int k = 0; k < last.length; k++) {
        last[k] += step[k];
      }
      double[] found = matched(blobs.get(t), last, bodies);
      for (int k = 0; k < last.length; k++) {
        places[t][k] = found == null ? Double.NaN : found[k] / scale;
        boolean seen = t > 0 && found != null && !Double.isNaN(places[t - 1][k]);
        step[k] = seen ? found[k] - places[t - 1][k] * scale : step[k];
        last[k] = found == null ? last[k] : found[k];
      }
    }
    return places;
  }

  /** The component nearest to each expected place, each taken once; null if numbers differ. */
  private static double[] matched(List<Blob> blobs, double[] expected, int bodies) {
    if (blobs.size() != bodies) {
      return null;
    }
    double[] found = new double[expected.length];
    boolean[] body = new boolean[bodies];
    boolean[] taken = new boolean[bodies];
    for (int n = 0; n < bodies; n++) {
      int best = -1;
      double nearest = Double.POSITIVE_INFINITY;
      for (int k = 0; k < bodies * bodies; k++) {
        int i = k / bodies;
        int j = k % bodies;
        double far = blobs.get(j).distance(expected[2 * i], expected[2 * i + 1]);
        if (!body[i] && !taken[j] && far < nearest) {
          nearest = far;
          best = k;
        }
      }
      int i = best / bodies;
      Blob blob = blobs.get(best % bodies);
      body[i] = true;
      taken[best % bodies] = true;
      found[2 * i] = blob.x();
      found[2 * i + 1] = blob.y();
    }
    return found;
  }
}

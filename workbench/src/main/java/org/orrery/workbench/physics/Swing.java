package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/**
 * A pendulum: E = (L w)^2 / 2 + g L (1 - cos a) per kg, and what friction has taken of it. Rod and
 * bob lie on one line through the pivot in the middle of the frame, so the centroid of all that
 * stands out from the ground lies in the direction of the angle a.
 */
record Swing() implements ConservationLaw {

  @Override
  public String text() {
    return "energy (L w)²/2 + g L (1 - cos a) per kg plus what friction has taken of it; the angle by"
        + " the centroid of rod and bob seen from the pivot, w by central differences; mass is the"
        + " area of the largest component";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(new Quantity("energy", "J/kg"), new Quantity("mass (area)", "m²"));
  }

  @Override
  public double[][][] measure(Clip frames, Clip truth) {
    double[] angles = angles(frames);
    double[] rates = new double[angles.length];
    for (int t = 0; t < rates.length; t++) {
      boolean inside = t > 0 && t + 1 < angles.length;
      rates[t] =
          inside
              ? Math.IEEEremainder(angles[t + 1] - angles[t - 1], 2 * Math.PI) * frames.fps() / 2
              : Double.NaN;
    }
    return new double[][][] {
      column(energy(angles, rates, truth)),
      ConservationLaw.areas(frames, ConservationLaw.blobs(frames))
    };
  }

  @Override
  public int lasts(Clip truth) {
    return truth.frames();
  }

  @Override
  public double[] known(Clip truth) {
    Variable angle = truth.variable("angle");
    Variable rate = truth.variable("angular velocity");
    double[] angles = new double[truth.frames()];
    double[] rates = new double[truth.frames()];
    Arrays.setAll(angles, t -> angle.at(t, 0));
    // the first frame has no central difference, so friction is counted from the second one on
    Arrays.setAll(rates, t -> t == 0 ? Double.NaN : rate.at(t, 0));
    return energy(angles, rates, truth);
  }

  private static double[] energy(double[] angles, double[] rates, Clip truth) {
    double length = truth.variable("length").at(0, 0);
    double gravity = truth.variable("gravity").at(0, 0);
    double damping = truth.variable("damping").at(0, 0);
    double[] energy = new double[angles.length];
    double taken = 0;
    double before = Double.NaN;
    for (int t = 0; t < energy.length; t++) {
      double square = length * length * rates[t] * rates[t];
      // trapezoid of the power of friction, damping (L w)^2
      taken += t > 1 ? damping * (square + before) / 2 / truth.fps() : 0;
      before = square;
      energy[t] = square / 2 + gravity * length * (1 - Math.cos(angles[t])) + taken;
    }
    return energy;
  }

  /** Radians from straight down, [time]; NaN where nothing stands out. */
  private static double[] angles(Clip frames) {
    Ground ground = Ground.of(frames);
    List<Double> angles = new ArrayList<>();
    for (int t = 0; t < frames.frames(); t++) {
      int[] contrast = ground.contrast(t);
      double sum = 0;
      double x = 0;
      double y = 0;
      for (int i = 0; i < contrast.length; i++) {
        double weight = contrast[i] > ground.threshold() ? contrast[i] : 0;
        sum += weight;
        x += weight * (i % frames.width() + 0.5 - frames.width() / 2.0);
        y += weight * (i / frames.width() + 0.5 - frames.height() / 2.0);
      }
      angles.add(sum == 0 ? Double.NaN : Math.atan2(x, y));
    }
    return angles.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[][] column(double[] values) {
    return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
  }
}

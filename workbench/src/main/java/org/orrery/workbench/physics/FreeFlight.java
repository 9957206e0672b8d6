package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/**
 * A ball that nothing touches: E = v^2 / 2 + g (H - y) per kg and, per kg, the momentum along which
 * gravity does not pull.
 *
 * @param pulled whether there is gravity, downwards
 */
record FreeFlight(boolean pulled) implements ConservationLaw {

  @Override
  public String text() {
    return (pulled
            ? "energy v²/2 + g (H - y) and horizontal momentum, both per kg, while nothing touches the ball"
            : "energy v²/2 and momentum, both per kg")
        + "; places by intensity centroid, velocity by central differences, only where the ball is wholly"
        + " in the frame; mass is the area of the largest component";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(
        new Quantity("energy", "J/kg"),
        new Quantity(pulled ? "horizontal momentum" : "momentum", "m/s"),
        new Quantity("mass (area)", "m²"));
  }

  @Override
  public double[][][] measure(Clip frames, Clip truth) {
    double[][] places = places(frames, truth);
    double[][] v = ConservationLaw.velocities(places, frames.fps());
    double gravity = pulled ? truth.variable("gravity").at(0, 0) : 0;
    double height = frames.height() / frames.pixelsPerMetre();
    double[][] energy = new double[v.length][1];
    double[][] momentum = new double[v.length][];
    double[][] areas = ConservationLaw.areas(frames, ConservationLaw.blobs(frames));
    for (int t = 0; t < v.length; t++) {
      energy[t][0] =
          (v[t][0] * v[t][0] + v[t][1] * v[t][1]) / 2 + gravity * (height - places[t][1]);
      momentum[t] = pulled ? new double[] {v[t][0]} : v[t];
      areas[t][0] = Double.isNaN(places[t][0]) ? Double.NaN : areas[t][0];
    }
    return new double[][][] {energy, momentum, areas};
  }

  @Override
  public int lasts(Clip truth) {
    Variable contact = truth.variables().get("contact");
    if (contact == null) {
      return truth.frames();
    }
    int t = 1;
    while (t < truth.frames() && contact.at(t, 0) < 0.5) {
      t++;
    }
    return t;
  }

  @Override
  public double[] known(Clip truth) {
    double mass = truth.variables().containsKey("mass") ? truth.variable("mass").at(0, 0) : 1;
    Variable energy = truth.variable("energy");
    double[] known = new double[truth.frames()];
    Arrays.setAll(known, t -> energy.at(t, 0) / mass);
    return known;
  }

  /** Metres, [time][x, y]; NaN where no ball is seen or a border may cut or turn it. */
  private double[][] places(Clip frames, Clip truth) {
    Clip grey = frames.grey();
    double scale = frames.pixelsPerMetre();
    double apart = apart(truth, scale);
    double[] side = {frames.width() / scale, frames.height() / scale};
    double[][] places = new double[frames.frames()][];
    for (int t = 0; t < places.length; t++) {
      Optional<Centre> centre = Centre.in(grey.frame(t), grey.height(), grey.width());
      double[] place =
          centre
              .map(c -> new double[] {c.x() / scale, c.y() / scale})
              .orElse(new double[] {Double.NaN, Double.NaN});
      boolean inside = true;
      for (int k = 0; k < 2; k++) {
        inside &= place[k] > apart && place[k] < side[k] - apart;
      }
      places[t] = inside ? place : new double[] {Double.NaN, Double.NaN};
    }
    return places;
  }

  /** How far from the border a centre must be so that no bounce hides between two frames. */
  private double apart(Clip truth, double scale) {
    double radius = truth.variable("radius").at(0, 0);
    if (!truth.variables().containsKey("contact")) {
      return radius + 0.5 / scale;
    }
    return radius + Math.sqrt(2 * truth.variable("energy").at(0, 0)) / truth.fps() / 2;
  }
}

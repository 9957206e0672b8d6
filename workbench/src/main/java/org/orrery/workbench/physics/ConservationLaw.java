package org.orrery.workbench.physics;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.worlds.Camera;
import org.orrery.workbench.worlds.World;

/** What a world keeps, and how it is measured from frames alone. */
interface ConservationLaw {

  /**
   * A quantity that is kept.
   *
   * @param name such as energy
   * @param unit of its values
   */
  record Quantity(String name, String unit) {}

  /** What is measured and how, in one sentence. */
  String text();

  /** The quantities, in the order of {@link #measure}. */
  List<Quantity> quantities();

  /**
   * The quantities in these frames, true or imagined, [quantity][time][component]; NaN where they
   * cannot be measured.
   *
   * @param frames what is measured
   * @param truth the true clip, for constants such as gravity, never for places
   */
  double[][][] measure(Clip frames, Clip truth);

  /** The first frame of the true clip that no longer keeps the quantities; all frames if none. */
  int lasts(Clip truth);

  /** The first quantity as the world knows it, [time]; NaN where it does not. */
  double[] known(Clip truth);

  /** The law of a world, or nothing if it has none that can be measured. */
  static Optional<ConservationLaw> of(World world) {
    if (!world.camera().equals(Camera.still())) {
      return Optional.empty();
    }
    return switch (world.name()) {
      case "bouncing-ball", "parabola" -> Optional.of(new FreeFlight(true));
      case "uniform-motion" -> Optional.of(new FreeFlight(false));
      case "pendulum" -> Optional.of(new Swing());
      case "collisions" -> Optional.of(new Momentum());
      default -> Optional.empty();
    };
  }

  /** Why a world has none. */
  static String why(World world) {
    if (!world.camera().equals(Camera.still())) {
      return "not applicable, because it is filmed by %s, through which places and areas are not those of the world"
          .formatted(world.camera());
    }
    return "not applicable, because the instrument measures one ball, one pendulum or colliding bodies from frames; in %s it cannot measure a kept quantity"
        .formatted(world.name());
  }

  /** Central difference of places [time][component] per second; NaN at the ends. */
  static double[][] velocities(double[][] places, double fps) {
    double[][] velocities = new double[places.length][places[0].length];
    for (int t = 0; t < places.length; t++) {
      for (int k = 0; k < places[0].length; k++) {
        boolean inside = t > 0 && t + 1 < places.length;
        velocities[t][k] = inside ? (places[t + 1][k] - places[t - 1][k]) * fps / 2 : Double.NaN;
      }
    }
    return velocities;
  }

  /** The area of the largest thing in each frame in square metres, [time][1]; NaN without one. */
  static double[][] areas(Clip frames, List<List<Blob>> blobs) {
    double scale = frames.pixelsPerMetre() * frames.pixelsPerMetre();
    double[][] areas = new double[frames.frames()][1];
    for (int t = 0; t < areas.length; t++) {
      areas[t][0] = blobs.get(t).stream().mapToDouble(Blob::area).max().orElse(Double.NaN) / scale;
    }
    return areas;
  }

  /** The components of every frame. */
  static List<List<Blob>> blobs(Clip frames) {
    Ground ground = Ground.of(frames);
    return IntStream.range(0, frames.frames()).mapToObj(t -> Blob.in(frames, ground, t)).toList();
  }
}

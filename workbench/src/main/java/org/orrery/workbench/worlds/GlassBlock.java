package org.orrery.workbench.worlds;

/**
 * An upright block of glass, turned about its vertical axis. Rays bend at its faces by Snell's law
 * and are reflected inside where that law has no solution; what its faces mirror on the outside is
 * left out.
 */
final class GlassBlock {
  private static final int MOST_INSIDE = 8;

  private final double[] centre;
  private final double[] half;
  private final double cos;
  private final double sin;
  private final double index;

  /** Centre and half sides in m, the turn in rad, the refractive index. */
  GlassBlock(double[] centre, double[] half, double turn, double index) {
    this.centre = centre;
    this.half = half;
    this.cos = StrictMath.cos(turn);
    this.sin = StrictMath.sin(turn);
    this.index = index;
  }

  /** How far along a ray from outside the block begins; infinite if it is missed. */
  double distance(double[] from, double[] along) {
    double[] o = inward(from, true);
    double[] d = inward(along, false);
    double enter = 1e-9;
    double leave = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      double first = (-half[i] - o[i]) / d[i];
      double second = (half[i] - o[i]) / d[i];
      enter = Math.max(enter, Math.min(first, second));
      leave = Math.min(leave, Math.max(first, second));
    }
    return enter < leave && enter > 1e-9 ? enter : Double.POSITIVE_INFINITY;
  }

  /**
   * Leads a ray that meets the block after {@code distance} through it: place and unit direction
   * become those with which it comes out. False if it never does.
   */
  boolean pass(double[] place, double[] direction, double distance) {
    double[] o = inward(place, true);
    double[] d = inward(direction, false);
    for (int i = 0; i < 3; i++) {
      o[i] += distance * d[i];
    }
    int face = face(o);
    bend(d, face, 1 / index);
    for (int bounce = 0; bounce < MOST_INSIDE; bounce++) {
      int exit = toFace(o, d);
      if (bend(d, exit, index)) {
        outward(o, place, true);
        outward(d, direction, false);
        return true;
      }
      d[exit] = -d[exit];
    }
    return false;
  }

  /** The axis of the face on which a place lies. */
  private int face(double[] o) {
    int face = 0;
    for (int i = 1; i < 3; i++) {
      if (Math.abs(Math.abs(o[i]) - half[i]) < Math.abs(Math.abs(o[face]) - half[face])) {
        face = i;
      }
    }
    return face;
  }

  /** Goes on inside to the next face and returns its axis. */
  private int toFace(double[] o, double[] d) {
    int face = 0;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      double way = ((d[i] > 0 ? half[i] : -half[i]) - o[i]) / d[i];
      if (d[i] != 0 && way < nearest) {
        nearest = way;
        face = i;
      }
    }
    for (int i = 0; i < 3; i++) {
      o[i] += nearest * d[i];
    }
    return face;
  }

  /** Snell's law: what lies in the face is multiplied by the ratio of the indices. */
  private static boolean bend(double[] d, int face, double ratio) {
    double rest = 1;
    for (int i = 0; i < 3; i++) {
      rest -= i == face ? 0 : ratio * ratio * d[i] * d[i];
    }
    if (rest < 0) {
      return false;
    }
    for (int i = 0; i < 3; i++) {
      d[i] = i == face ? Math.copySign(Math.sqrt(rest), d[i]) : ratio * d[i];
    }
    return true;
  }

  private double[] inward(double[] v, boolean place) {
    double x = v[0] - (place ? centre[0] : 0);
    double y = v[1] - (place ? centre[1] : 0);
    double z = v[2] - (place ? centre[2] : 0);
    return new double[] {cos * x - sin * z, y, sin * x + cos * z};
  }

  private void outward(double[] v, double[] target, boolean place) {
    double x = cos * v[0] + sin * v[2];
    double z = -sin * v[0] + cos * v[2];
    target[0] = x + (place ? centre[0] : 0);
    target[1] = v[1] + (place ? centre[1] : 0);
    target[2] = z + (place ? centre[2] : 0);
  }
}

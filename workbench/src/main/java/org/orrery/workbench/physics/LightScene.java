package org.orrery.workbench.physics;

/**
 * The geometry of the light world's scene, as docs/worlds/light.md tells it: x right, y up, z away
 * from the eye, in metres; a place in the frame is where its ray passes the plane z = 0, in metres
 * from the frame's top-left corner.
 */
final class LightScene {
  static final double SIDE = 4;
  static final double HORIZON = 1.4;
  private static final double EYE_HEIGHT = 1.7;
  private static final double EYE_BACK = 6;
  private static final double WALL = 2.6;
  private static final double MIRROR_LEFT = -2.7;
  private static final double MIRROR_RIGHT = 0.5;
  private static final double TILE = 0.5;
  private static final double WHITE = 0.9;
  private static final double GREY = 0.55;

  private LightScene() {}

  /** A ball on the floor: its middle is at (x, radius, z). */
  record Ball(double x, double z, double radius) {}

  /** A disc in the frame. */
  record Disc(double x, double y, double radius) {}

  /** The ball on the floor that is seen as this disc: it touches the floor where the disc ends. */
  static Ball ball(Disc seen) {
    double far = EYE_HEIGHT * EYE_BACK / (seen.y + seen.radius - HORIZON);
    double nearer = EYE_BACK / far;
    return new Ball((seen.x - SIDE / 2) / nearer, far - EYE_BACK, seen.radius / nearer);
  }

  /** Where the mirror shows a ball. */
  static Disc reflection(Ball ball) {
    double nearer = EYE_BACK / (2 * WALL - ball.z + EYE_BACK);
    return new Disc(
        SIDE / 2 + ball.x * nearer,
        HORIZON + (EYE_HEIGHT - ball.radius) * nearer,
        ball.radius * nearer);
  }

  /** Whether the mirror is wide enough to show all of a ball. */
  static boolean mirrored(Ball ball) {
    double onWall = (WALL + EYE_BACK) / (2 * WALL - ball.z + EYE_BACK);
    return (ball.x - ball.radius) * onWall > MIRROR_LEFT
        && (ball.x + ball.radius) * onWall < MIRROR_RIGHT;
  }

  /** The floor's place (x, z) that is seen at a place of the frame, or null if the wall is. */
  static double[] floor(double x, double y) {
    double below = y - HORIZON;
    double far = below <= 0 ? Double.POSITIVE_INFINITY : EYE_HEIGHT * EYE_BACK / below;
    return far - EYE_BACK >= WALL
        ? null
        : new double[] {(x - SIDE / 2) * far / EYE_BACK, far - EYE_BACK};
  }

  /** The share of red light that the floor throws back at a place. */
  static double albedo(double[] place) {
    boolean white = (Math.floor(place[0] / TILE) + Math.floor(place[1] / TILE)) % 2 == 0;
    return white ? WHITE : GREY;
  }

  /** A lamp that is seen at a place of the frame and stands at depth z: (x, y, z). */
  static double[] lamp(double x, double y, double z) {
    double far = (z + EYE_BACK) / EYE_BACK;
    return new double[] {(x - SIDE / 2) * far, EYE_HEIGHT - (y - HORIZON) * far, z};
  }

  /** Whether a ball stands between a lamp and a place of the floor. */
  static boolean shadowed(double[] place, Ball ball, double[] lamp) {
    double dx = lamp[0] - place[0];
    double dy = lamp[1];
    double dz = lamp[2] - place[1];
    double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double bx = ball.x - place[0];
    double by = ball.radius;
    double bz = ball.z - place[1];
    double along = (bx * dx + by * dy + bz * dz) / distance;
    double square = bx * bx + by * by + bz * bz - along * along;
    return along > 0 && along < distance && square < ball.radius * ball.radius;
  }
}

package org.orrery.workbench.worlds;

/**
 * A small ray tracer: a chequered floor, a striped wall with a mirror, a ball, a lamp and a block
 * of glass, seen through a pinhole. x is to the right, y up, z away from the eye, in metres; a
 * place in the frame is where its ray passes the plane z = 0.
 */
final class Studio implements Shader {
  static final double SIDE = 4;
  static final double WALL = 2.6;
  static final double LAMP_RADIUS = 0.12;
  private static final double EYE_HEIGHT = 1.7;
  private static final double EYE_BACK = 6;
  private static final double TOP = 3.1;
  private static final double[] MIRROR = {-2.7, 0.15, 0.5, 2.9};
  private static final double SILVER = 0.88;
  private static final double AMBIENT = 0.16;
  private static final int MOST_BOUNCES = 6;

  final double[] ball = {0, 0, 0};
  final double[] lamp = {0, 0, 0};
  final double[] colour = {0.85, 0.2, 0.15};
  double radius;
  double power;

  /**
   * How far the mirror's ball and the lamp of the shadows are aside of the real ones: 0, if right.
   */
  double reflectionAside;

  double shadowAside;
  private final GlassBlock glass;
  private final double[] place = new double[3];
  private final double[] direction = new double[3];

  Studio(GlassBlock glass) {
    this.glass = glass;
  }

  /** Where a place is in the frame, x and y in metres from its top-left corner. */
  static double[] inFrame(double x, double y, double z) {
    double nearer = EYE_BACK / (z + EYE_BACK);
    return new double[] {SIDE / 2 + x * nearer, TOP - EYE_HEIGHT - (y - EYE_HEIGHT) * nearer};
  }

  /** Where the middle of the ball's shadow lies on the floor, x and z. */
  double[] shadow() {
    double far = lamp[1] / (lamp[1] - ball[1]);
    return new double[] {lamp[0] + far * (ball[0] - lamp[0]), lamp[2] + far * (ball[2] - lamp[2])};
  }

  @Override
  public void colour(double x, double y, double[] rgb) {
    place[0] = 0;
    place[1] = EYE_HEIGHT;
    place[2] = -EYE_BACK;
    direction[0] = x - SIDE / 2;
    direction[1] = TOP - y - EYE_HEIGHT;
    direction[2] = EYE_BACK;
    unit(direction);
    trace(rgb);
  }

  private void trace(double[] rgb) {
    double left = 1;
    boolean mirrored = false;
    for (int bounce = 0; bounce < MOST_BOUNCES; bounce++) {
      double floor = direction[1] < 0 ? -place[1] / direction[1] : Double.POSITIVE_INFINITY;
      double wall = direction[2] > 0 ? (WALL - place[2]) / direction[2] : Double.POSITIVE_INFINITY;
      double aside = mirrored ? reflectionAside : 0;
      double toBall = toSphere(place, direction, ball[0] + aside, ball[1], ball[2], radius);
      double toLamp = toSphere(place, direction, lamp[0], lamp[1], lamp[2], LAMP_RADIUS);
      double block = glass.distance(place, direction);
      double nearest =
          Math.min(
              Math.min(floor, wall > 1e-9 ? wall : Double.POSITIVE_INFINITY),
              Math.min(toBall, Math.min(toLamp, block)));
      if (nearest == Double.POSITIVE_INFINITY) {
        paint(rgb, left * 0.05, left * 0.06, left * 0.09);
        return;
      }
      if (nearest == block) {
        if (!glass.pass(place, direction, block)) {
          break;
        }
        left *= 0.92;
        continue;
      }
      for (int i = 0; i < 3; i++) {
        place[i] += nearest * direction[i];
      }
      if (nearest == toLamp) {
        paint(rgb, left, left, left * 0.85);
        return;
      }
      if (nearest == toBall) {
        double light =
            left
                * lit(
                    (place[0] - ball[0] - aside) / radius,
                    (place[1] - ball[1]) / radius,
                    (place[2] - ball[2]) / radius,
                    false);
        paint(rgb, light * colour[0], light * colour[1], light * colour[2]);
        return;
      }
      if (nearest == floor) {
        boolean white = (Math.floor(place[0] / 0.5) + Math.floor(place[2] / 0.5)) % 2 == 0;
        double light = left * lit(0, 1, 0, true);
        paint(
            rgb,
            light * (white ? 0.9 : 0.55),
            light * (white ? 0.88 : 0.55),
            light * (white ? 0.8 : 0.6));
        return;
      }
      if (place[0] < MIRROR[0]
          || place[0] > MIRROR[2]
          || place[1] < MIRROR[1]
          || place[1] > MIRROR[3]) {
        boolean stripe = Math.floor(place[0] / 0.2) % 2 == 0;
        double light = left * lit(0, 0, -1, true);
        paint(
            rgb,
            light * (stripe ? 0.35 : 0.75),
            light * (stripe ? 0.5 : 0.8),
            light * (stripe ? 0.75 : 0.8));
        return;
      }
      direction[2] = -direction[2];
      mirrored = true;
      left *= SILVER;
    }
    paint(rgb, 0, 0, 0);
  }

  /** Lambert's law with the square of the distance, and nothing but the ambient light in shadow. */
  private double lit(double nx, double ny, double nz, boolean mayBeShadowed) {
    double dx = lamp[0] + shadowAside - place[0];
    double dy = lamp[1] - place[1];
    double dz = lamp[2] - place[2];
    double square = dx * dx + dy * dy + dz * dz;
    double distance = Math.sqrt(square);
    double cosine = (nx * dx + ny * dy + nz * dz) / distance;
    if (cosine <= 0 || (mayBeShadowed && shadowed(dx, dy, dz, distance))) {
      return AMBIENT;
    }
    return AMBIENT + power * cosine / square;
  }

  private boolean shadowed(double dx, double dy, double dz, double distance) {
    double bx = ball[0] - place[0];
    double by = ball[1] - place[1];
    double bz = ball[2] - place[2];
    double along = (bx * dx + by * dy + bz * dz) / distance;
    double square = bx * bx + by * by + bz * bz - along * along;
    return along > 0 && along < distance && square < radius * radius;
  }

  /** The distance to a sphere from outside; infinite if it is missed. */
  private static double toSphere(
      double[] from, double[] along, double x, double y, double z, double radius) {
    double ox = x - from[0];
    double oy = y - from[1];
    double oz = z - from[2];
    double middle = ox * along[0] + oy * along[1] + oz * along[2];
    double square = radius * radius - (ox * ox + oy * oy + oz * oz - middle * middle);
    if (square <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double first = middle - Math.sqrt(square);
    return first > 1e-9 ? first : Double.POSITIVE_INFINITY;
  }

  private static void paint(double[] rgb, double red, double green, double blue) {
    rgb[0] = Math.min(1, red);
    rgb[1] = Math.min(1, green);
    rgb[2] = Math.min(1, blue);
  }

  private static void unit(double[] v) {
    double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    v[0] /= length;
    v[1] /= length;
    v[2] /= length;
  }
}

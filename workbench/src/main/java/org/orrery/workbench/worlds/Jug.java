package org.orrery.workbench.worlds;

/**
 * A jug that is tilted about its lip, and the sides of a basin beside it. Its own places are
 * measured from the lip: x to the right and y to the bottom while it stands upright.
 */
final class Jug implements Vessel {
  static final double WIDE = 0.5;
  static final double HIGH = 0.65;
  static final double HALF_WALL = 0.03;
  static final double LIP_X = 0.84;
  static final double LIP_Y = 0.7;
  static final double BASIN_LEFT = 0.72;
  static final double BASIN_RIGHT = 1.94;
  static final double RIM = 1.44;
  private static final double EASE = 0.15;

  private final double rate;
  private final double tilt;
  private final double begins;
  private final double floor;
  private double time;
  private double angle;
  private double turning;
  private double cos = 1;
  private double sin;
  private double cosBefore = 1;
  private double sinBefore;
  private boolean letsThrough;

  /** Tilted at {@code rate} rad/s from {@code begins} s on, up to {@code tilt} rad. */
  Jug(double rate, double tilt, double begins, double floor) {
    this.rate = rate;
    this.tilt = tilt;
    this.begins = begins;
    this.floor = floor;
  }

  /** From here on its walls hold nothing; the basin's do. */
  void letThrough() {
    letsThrough = true;
  }

  double angle() {
    return angle;
  }

  double turning() {
    return turning;
  }

  @Override
  public double fastest() {
    return rate * (WIDE + HIGH);
  }

  @Override
  public void advance(double seconds) {
    double sped = Math.max(0, Math.min(1, (time - begins) / EASE));
    turning = rate * sped * Math.max(0, Math.min(1, (tilt - angle) / EASE));
    time += seconds;
    angle += turning * seconds;
    cosBefore = cos;
    sinBefore = sin;
    cos = StrictMath.cos(angle);
    sin = StrictMath.sin(angle);
  }

  @Override
  public double distance(double x, double y) {
    double inX = ownX(x, y);
    double inY = ownY(x, y);
    double jug = upright(inX + WIDE, inY, 0, HIGH);
    jug = Math.min(jug, upright(inX, inY, 0, HIGH));
    jug = Math.min(jug, upright(inY - HIGH, inX, -WIDE, 0));
    double basin =
        Math.min(upright(x - BASIN_LEFT, y, RIM, floor), upright(x - BASIN_RIGHT, y, RIM, floor));
    return Math.sqrt(letsThrough ? basin : Math.min(jug, basin)) - HALF_WALL;
  }

  /** The square of the distance to an upright line. */
  private static double upright(double off, double along, double from, double to) {
    double beyond = along < from ? from - along : along > to ? along - to : 0;
    return off * off + beyond * beyond;
  }

  @Override
  public double[] held(double fromX, double fromY, double toX, double toY, boolean moved) {
    if (crosses(fromX, fromY, toX, toY, BASIN_LEFT, RIM, floor)
        || crosses(fromX, fromY, toX, toY, BASIN_RIGHT, RIM, floor)) {
      return new double[] {fromX, fromY};
    }
    if (letsThrough) {
      return null;
    }
    double c = moved ? cosBefore : cos;
    double s = moved ? sinBefore : sin;
    double ax = c * (fromX - LIP_X) + s * (fromY - LIP_Y);
    double ay = c * (fromY - LIP_Y) - s * (fromX - LIP_X);
    double bx = ownX(toX, toY);
    double by = ownY(toX, toY);
    boolean through =
        crosses(ax, ay, bx, by, 0, 0, HIGH)
            || crosses(ax, ay, bx, by, -WIDE, 0, HIGH)
            || crosses(ay, ax, by, bx, HIGH, -WIDE, 0);
    return through ? new double[] {placeX(ax, ay), placeY(ax, ay)} : null;
  }

  /** Whether the way from a to b crosses the upright line at {@code x}. */
  private static boolean crosses(
      double ax, double ay, double bx, double by, double x, double from, double to) {
    if (ax < x == bx < x) {
      return false;
    }
    double y = ay + (by - ay) * (x - ax) / (bx - ax);
    return y >= from && y <= to;
  }

  @Override
  public double velocityX(double x, double y) {
    return y > RIM - HALF_WALL ? 0 : -turning * (y - LIP_Y);
  }

  @Override
  public double velocityY(double x, double y) {
    return y > RIM - HALF_WALL ? 0 : turning * (x - LIP_X);
  }

  double ownX(double x, double y) {
    return cos * (x - LIP_X) + sin * (y - LIP_Y);
  }

  double ownY(double x, double y) {
    return cos * (y - LIP_Y) - sin * (x - LIP_X);
  }

  double placeX(double ownX, double ownY) {
    return LIP_X + cos * ownX - sin * ownY;
  }

  double placeY(double ownX, double ownY) {
    return LIP_Y + sin * ownX + cos * ownY;
  }

  /** Whether a place is between the jug's sides. */
  boolean holds(double x, double y) {
    double inX = ownX(x, y);
    double inY = ownY(x, y);
    return inX > -WIDE && inX < 0 && inY > 0 && inY < HIGH;
  }

  static boolean overBasin(double x, double y) {
    return x > BASIN_LEFT && x < BASIN_RIGHT && y > RIM;
  }

  static boolean besideBasin(double x, double y) {
    return y > RIM && !overBasin(x, y);
  }

  void draw(Scene scene) {
    double[] x = {-WIDE, -WIDE, 0, 0};
    double[] y = {0, HIGH, HIGH, 0};
    for (int i = 0; i < 3; i++) {
      scene.line(
          "jug",
          placeX(x[i], y[i]),
          placeY(x[i], y[i]),
          placeX(x[i + 1], y[i + 1]),
          placeY(x[i + 1], y[i + 1]),
          2 * HALF_WALL,
          0xb06a3c);
    }
    for (double side : new double[] {BASIN_LEFT, BASIN_RIGHT}) {
      scene.line("", side, RIM, side, floor, 2 * HALF_WALL, 0x8090a0);
    }
  }
}

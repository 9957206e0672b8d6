package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** One frame of the light world: its ball, lamp, mirror and shadow, found by colour. */
final class LitFrame {
  private static final double[][] RAYS = {
    {-0.25, -0.25}, {0.25, -0.25}, {-0.25, 0.25}, {0.25, 0.25}
  };
  private static final int RED = 12;
  private static final double DARK = 0.24;
  private static final double GLASS_FROM = 2.75;
  private static final double FEWEST = 0.003;

  private final byte[] frame;
  private final int height;
  private final int width;
  private final int pixels;
  private final double scale;
  private final Optional<LightScene.Disc> disc;

  LitFrame(byte[] frame, int height, int width) {
    this.frame = frame;
    this.height = height;
    this.width = width;
    this.pixels = height * width;
    this.scale = width / LightScene.SIDE;
    this.disc = disc();
  }

  /** Disagreement of what the mirror shows, or NaN. */
  double reflection() {
    if (disc.isEmpty()) {
      return Double.NaN;
    }
    LightScene.Disc seen = disc.get();
    LightScene.Ball ball = LightScene.ball(seen);
    if (!LightScene.mirrored(ball)) {
      return Double.NaN;
    }
    LightScene.Disc image = LightScene.reflection(ball);
    int[] before =
        IntStream.range(0, pixels)
            .filter(i -> !inside(i, seen, 1.5) && y(i) < seen.y() && x(i) < GLASS_FROM)
            .toArray();
    return disagreement(before, this::isRed, i -> inside(i, image, 0));
  }

  /** Disagreement of the shadow with the nearest that the lamp could throw, or NaN. */
  double shadow() {
    double[] lamp = lamp();
    if (disc.isEmpty() || lamp == null) {
      return Double.NaN;
    }
    LightScene.Disc seen = disc.get();
    LightScene.Ball ball = LightScene.ball(seen);
    IntPredicate judged = i -> isFloor(i) && x(i) < GLASS_FROM && !isRed(i) && !inside(i, seen, 1);
    int[] floor = IntStream.range(0, pixels).filter(judged).toArray();
    double[][][] rays = IntStream.of(floor).mapToObj(this::rays).toArray(double[][][]::new);
    boolean[] dark = new boolean[floor.length];
    for (int k = 0; k < dark.length; k++) {
      dark[k] = isDark(floor[k], rays[k]);
    }
    int[] all = IntStream.range(0, floor.length).toArray();
    double least = Double.NaN;
    for (double depth = -0.4; depth <= 1.6; depth += 0.1) {
      double[] at = LightScene.lamp(lamp[0], lamp[1], depth);
      double now = disagreement(all, k -> dark[k], k -> isShadowed(rays[k], ball, at));
      least = Double.isNaN(least) || now < least ? now : least;
    }
    return least;
  }

  /** One minus shared over joint pixels of those judged; NaN where little is expected. */
  private double disagreement(int[] judged, IntPredicate found, IntPredicate expected) {
    int shared = 0;
    int joint = 0;
    int wanted = 0;
    for (int i : judged) {
      boolean here = found.test(i);
      boolean there = expected.test(i);
      shared += here && there ? 1 : 0;
      joint += here || there ? 1 : 0;
      wanted += there ? 1 : 0;
    }
    return wanted < FEWEST * pixels ? Double.NaN : 1 - (double) shared / joint;
  }

  /**
   * The ball's disc: the lowest red, and as large as the lower half of it, where no image of it can
   * be.
   */
  private Optional<LightScene.Disc> disc() {
    boolean[] ball = largestRed();
    int bottom = -1;
    int widest = 0;
    for (int row = 0; row < height; row++) {
      int run = 0;
      for (int column = 0; column < width; column++) {
        run = ball[row * width + column] ? run + 1 : 0;
        widest = Math.max(widest, run);
        bottom = run > 1 ? row : bottom;
      }
    }
    if (widest < 4) {
      return Optional.empty();
    }
    double radius = widest / 2.0;
    double middle = 0;
    for (int pass = 0; pass < 3; pass++) {
      double top = bottom + 1 - radius;
      double area = 0;
      double sum = 0;
      for (int row = Math.max(0, (int) top); row <= bottom; row++) {
        double share = Math.min(1, row + 1 - top);
        for (int column = 0; column < width; column++) {
          double weight = ball[row * width + column] ? share : 0;
          area += weight;
          sum += weight * (column + 0.5);
        }
      }
      radius = Math.sqrt(2 * area / Math.PI);
      middle = sum / area;
    }
    // the glass bends what is seen of a ball behind it
    return middle + radius > GLASS_FROM * scale
        ? Optional.empty()
        : Optional.of(fitted(middle, bottom + 1 - radius, radius));
  }

  /** The largest red component: the ball, with its image where they touch; not what glass shows. */
  private boolean[] largestRed() {
    int[] best = {};
    for (int[] one : Components.touchingAtSides(this::isRed, height, width)) {
      best = one.length > best.length ? one : best;
    }
    boolean[] largest = new boolean[pixels];
    for (int i : best) {
      largest[i] = true;
    }
    return largest;
  }

  /** The disc near these, in pixels, whose edge runs best through the pixels it covers in part. */
  private LightScene.Disc fitted(double middle, double centre, double radius) {
    double[] best = {Double.POSITIVE_INFINITY, 0, 0};
    double[] shares = new double[pixels];
    Arrays.setAll(shares, i -> covered(i / width, i % width));
    for (double r = radius - 1.5; r <= radius + 1.5; r += 0.15) {
      for (double y = centre - 1.5; y <= centre + 1.5; y += 0.15) {
        double error = 0;
        for (int row = (int) (centre - radius / 4); row < Math.min(height, y + r + 3); row++) {
          int first = (int) Math.max(0, middle - radius - 3);
          int last = (int) Math.min(width, middle + radius + 3);
          for (int column = first; column < last; column++) {
            double dx = column + 0.5 - middle;
            double dy = row + 0.5 - y;
            double inside = 0.5 + r - Math.sqrt(dx * dx + dy * dy);
            double covered = Math.max(0, Math.min(1, inside));
            error += Math.abs(covered - shares[row * width + column]);
          }
        }
        if (error < best[0]) {
          best = new double[] {error, y, r};
        }
      }
    }
    return new LightScene.Disc(middle / scale, best[1] / scale, best[2] / scale);
  }

  /** How much of a pixel the ball covers: its redness over that of the reddest pixel beside it. */
  private double covered(int row, int column) {
    int most = RED;
    for (int y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
        most = Math.max(most, redness(y * width + x));
      }
    }
    return Math.max(0, Math.min(1, (double) redness(row * width + column) / most));
  }

  /** The lamp's place in the frame in metres: only it is yellow above the horizon. */
  private double[] lamp() {
    double sumX = 0;
    double sumY = 0;
    int n = 0;
    for (int i = 0; i < pixels && y(i) < LightScene.HORIZON; i++) {
      int blue = channel(i, 2);
      if (channel(i, 0) > 250 && channel(i, 1) > 250 && blue > 205 && blue < 230) {
        sumX += x(i);
        sumY += y(i);
        n++;
      }
    }
    return n < 2 ? null : new double[] {sumX / n, sumY / n};
  }

  private boolean isRed(int i) {
    return redness(i) > RED;
  }

  private int redness(int i) {
    return channel(i, 0) - Math.max(channel(i, 1), channel(i, 2));
  }

  private boolean isFloor(int i) {
    return LightScene.floor(x(i), y(i) - 1 / scale) != null;
  }

  /** Whether what the floor throws back is the light of the shadow, tiles within a pixel apart. */
  private boolean isDark(int i, double[][] rays) {
    double albedo = Arrays.stream(rays).mapToDouble(LightScene::albedo).sum() / RAYS.length;
    return channel(i, 0) / (255 * albedo) < DARK;
  }

  private static boolean isShadowed(double[][] rays, LightScene.Ball ball, double[] lamp) {
    for (double[] place : rays) {
      if (!LightScene.shadowed(place, ball, lamp)) {
        return false;
      }
    }
    return true;
  }

  /** The places of the floor that a pixel is the mean of. */
  private double[][] rays(int i) {
    return Arrays.stream(RAYS)
        .map(ray -> LightScene.floor(x(i) + ray[0] / scale, y(i) + ray[1] / scale))
        .toArray(double[][]::new);
  }

  /** Whether a pixel lies in a disc that is larger by some pixels. */
  private boolean inside(int i, LightScene.Disc circle, double more) {
    return Math.hypot(x(i) - circle.x(), y(i) - circle.y()) < circle.radius() + more / scale;
  }

  private double x(int i) {
    return (i % width + 0.5) / scale;
  }

  private double y(int i) {
    return (i / width + 0.5) / scale;
  }

  private int channel(int i, int channel) {
    return frame[channel * pixels + i] & 0xff;
  }
}

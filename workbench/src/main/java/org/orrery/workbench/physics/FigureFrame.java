package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One frame of the limbs world: the near arm and leg of its figure, found by colour. */
final class FigureFrame {
  private static final int TRUNK = 0x3868b8;
  private static final int UPPER_ARM = 0x88a0d0;
  private static final int SKIN = 0xe0b898;
  private static final int LEG = 0x283450;
  private static final int TOLERANCE = 11;
  private static final int FEWEST = 6;
  private static final double FOLDED = 2;
  private static final int SLICES = 12;

  private final byte[] frame;
  private final int height;
  private final int width;

  FigureFrame(byte[] frame, int height, int width) {
    this.frame = frame;
    this.height = height;
    this.width = width;
  }

  /** The angle of the near elbow in rad, clockwise, or NaN. */
  double elbow() {
    List<List<double[]>> skin = parts(SKIN);
    List<List<double[]>> arm = parts(UPPER_ARM);
    if (skin.size() < 2 || arm.size() != 1) {
      return Double.NaN;
    }
    double[][] upper = ends(arm.get(0));
    double[][] lower = ends(skin.get(1));
    double nearer = gap(upper[0], lower) - gap(upper[1], lower);
    // the elbow is where the forearm begins; of a folded arm, the end away from the head
    double[] head = middle(skin.get(0));
    boolean folded = Math.abs(nearer) < FOLDED;
    boolean first = folded ? distance(upper[0], head) > distance(upper[1], head) : nearer < 0;
    double[] elbow = upper[first ? 0 : 1];
    double[] shoulder = upper[first ? 1 : 0];
    boolean nearFirst = distance(lower[0], elbow) < distance(lower[1], elbow);
    double[] wrist = lower[nearFirst ? 1 : 0];
    double[] start = lower[nearFirst ? 0 : 1];
    return angle(shoulder, elbow, start, wrist);
  }

  /** The angle of the near knee in rad, clockwise, or NaN. */
  double knee() {
    List<List<double[]>> legs = parts(LEG);
    List<List<double[]>> trunk = parts(TRUNK);
    if (legs.size() != 1 || trunk.isEmpty()) {
      return Double.NaN;
    }
    double[] body = middle(trunk.get(0));
    List<double[]> leg = legs.get(0);
    double[] ankle = farthest(leg, body);
    double[] hip = farthest(leg, ankle);
    double length = distance(hip, ankle);
    double[] along = {(ankle[0] - hip[0]) / length, (ankle[1] - hip[1]) / length};
    double[] sums = new double[SLICES];
    int[] counts = new int[SLICES];
    for (double[] pixel : leg) {
      double x = pixel[0] - hip[0];
      double y = pixel[1] - hip[1];
      int slice = (int) (SLICES * (x * along[0] + y * along[1]) / length);
      if (slice >= 0 && slice < SLICES) {
        sums[slice] += along[0] * y - along[1] * x;
        counts[slice]++;
      }
    }
    int best = -1;
    double most = 0;
    for (int s = 2; s < SLICES - 2; s++) {
      double aside = counts[s] == 0 ? 0 : sums[s] / counts[s];
      if (Math.abs(aside) >= Math.abs(most)) {
        most = aside;
        best = s;
      }
    }
    double way = (best + 0.5) / SLICES * length;
    double[] knee = {
      hip[0] + way * along[0] - most * along[1], hip[1] + way * along[1] + most * along[0]
    };
    return angle(hip, knee, knee, ankle);
  }

  /** How far the second limb turns clockwise against the first, from -pi to pi. */
  private static double angle(double[] from, double[] to, double[] start, double[] end) {
    double ux = to[0] - from[0];
    double uy = to[1] - from[1];
    double vx = end[0] - start[0];
    double vy = end[1] - start[1];
    return Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
  }

  /** Connected components of a colour, the largest first, as places x and y. */
  private List<List<double[]>> parts(int colour) {
    return Components.touchingAtAll(i -> is(i, colour), height, width).stream()
        .filter(pixels -> pixels.length >= FEWEST)
        .map(this::places)
        .sorted(Comparator.comparingInt(part -> -part.size()))
        .toList();
  }

  private List<double[]> places(int[] pixels) {
    return Arrays.stream(pixels).mapToObj(i -> new double[] {i % width, i / width}).toList();
  }

  private boolean is(int i, int colour) {
    int all = height * width;
    int red = (frame[i] & 0xff) - (colour >> 16);
    int green = (frame[all + i] & 0xff) - (colour >> 8 & 0xff);
    int blue = (frame[2 * all + i] & 0xff) - (colour & 0xff);
    return Math.max(Math.abs(red), Math.max(Math.abs(green), Math.abs(blue))) <= TOLERANCE;
  }

  /** The two ends of a straight limb: the outermost pixels along its longest extent. */
  private static double[][] ends(List<double[]> limb) {
    double[] first = farthest(limb, middle(limb));
    double[] second = farthest(limb, first);
    return new double[][] {around(limb, first), around(limb, second)};
  }

  /** The mean of the pixels close to an end, so that a corner of the end does not turn the limb. */
  private static double[] around(List<double[]> limb, double[] end) {
    return middle(limb.stream().filter(pixel -> distance(pixel, end) <= 3).toList());
  }

  private static double gap(double[] place, double[][] ends) {
    return Math.min(distance(place, ends[0]), distance(place, ends[1]));
  }

  private static double[] farthest(List<double[]> pixels, double[] from) {
    return pixels.stream()
        .max(Comparator.comparingDouble(pixel -> distance(pixel, from)))
        .orElseThrow();
  }

  private static double[] middle(List<double[]> pixels) {
    double x = 0;
    double y = 0;
    for (double[] pixel : pixels) {
      x += pixel[0];
      y += pixel[1];
    }
    return new double[] {x / pixels.size(), y / pixels.size()};
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }
}

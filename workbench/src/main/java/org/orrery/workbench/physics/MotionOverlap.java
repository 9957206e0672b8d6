package org.orrery.workbench.physics;

import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;

/** How two clips of one length and size agree, by the four measures of Physics-IQ. */
final class MotionOverlap {
  private static final int SHRINK = 4;

  private MotionOverlap() {}

  /** Masks are compared at their size over {@code shrinkMasks}. */
  static PhysicsIq.Measures of(Clip first, Clip second, int shrinkMasks) {
    byte[][] a = Shrunk.masks(MotionMask.of(first), first.height(), first.width(), shrinkMasks);
    byte[][] b = Shrunk.masks(MotionMask.of(second), second.height(), second.width(), shrinkMasks);
    double perFrame =
        IntStream.range(0, a.length).mapToDouble(t -> share(times(a, t), times(b, t))).sum();
    int[] whenA = times(a, -1);
    int[] whenB = times(b, -1);
    return new PhysicsIq.Measures(
        share(ever(whenA), ever(whenB)),
        perFrame / a.length,
        share(whenA, whenB),
        mse(first, second));
  }

  /** Sum of the smaller over sum of the larger; 1 if all are 0. */
  private static double share(int[] a, int[] b) {
    long both = 0;
    long any = 0;
    for (int i = 0; i < a.length; i++) {
      both += Math.min(a[i], b[i]);
      any += Math.max(a[i], b[i]);
    }
    return any == 0 ? 1 : (double) both / any;
  }

  /** How often each pixel moves, at frame t or, below 0, in all frames. */
  private static int[] times(byte[][] masks, int t) {
    int[] times = new int[masks[0].length];
    for (int frame = Math.max(0, t); frame < (t < 0 ? masks.length : t + 1); frame++) {
      for (int i = 0; i < times.length; i++) {
        times[i] += masks[frame][i];
      }
    }
    return times;
  }

  private static int[] ever(int[] times) {
    return IntStream.of(times).map(n -> Math.min(1, n)).toArray();
  }

  private static double mse(Clip first, Clip second) {
    double sum = 0;
    int values = 0;
    for (int t = 0; t < first.frames(); t++) {
      int[] a = Shrunk.frame(first, t, SHRINK);
      int[] b = Shrunk.frame(second, t, SHRINK);
      for (int i = 0; i < a.length; i++) {
        double difference = (a[i] - b[i]) / 255.0;
        sum += difference * difference;
      }
      values += a.length;
    }
    return sum / values;
  }
}

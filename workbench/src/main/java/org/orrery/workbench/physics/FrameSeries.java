package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.orrery.workbench.clips.Clip;

/**
 * What whole frames say: how much each differs from the one before, from the mean of its
 * neighbours, and how far the ground has drifted; grey levels, 0 to 255.
 *
 * @param change mean absolute difference from the frame before, [time]; 0 for the first
 * @param roughness mean absolute difference from the mean of the frames before and after, [time]; 0
 *     at both ends
 * @param drift mean absolute difference of the ground from the first frame's, [time]
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record FrameSeries(double[] change, double[] roughness, double[] drift) {
  private static final double STILL = 0.02;
  private static final double GROUND_STEP = 6;
  private static final int FROZEN = 3;

  static FrameSeries of(Clip clip, Ground ground) {
    int n = clip.frames();
    double[] change = new double[n];
    double[] roughness = new double[n];
    double[] drift = new double[n];
    boolean[] first = still(ground, 0);
    for (int t = 1; t < n; t++) {
      byte[] before = clip.frame(t - 1);
      byte[] now = clip.frame(t);
      change[t] = difference(before, now, null, null);
      drift[t] = difference(clip.frame(0), now, first, still(ground, t));
      if (t + 1 < n) {
        byte[] after = clip.frame(t + 1);
        double sum = 0;
        for (int i = 0; i < now.length; i++) {
          sum += Math.abs((now[i] & 0xff) - ((before[i] & 0xff) + (after[i] & 0xff)) / 2.0);
        }
        roughness[t] = sum / now.length;
      }
    }
    return new FrameSeries(change, roughness, drift);
  }

  /**
   * Frames shown twice, sudden standstills, and steps of the ground.
   *
   * @param things how many things each frame shows: an empty frame may stand still
   */
  List<Flag> flags(int[] things) {
    List<Flag> flags = new ArrayList<>();
    int t = 1;
    while (t < change.length) {
      int run = 0;
      while (t + run < change.length && change[t + run] <= STILL * before(t)) {
        run++;
      }
      if (run > 0 && things[t] > 0 && before(t) > 0) {
        boolean frozen = run >= FROZEN || t + run == change.length;
        flags.add(
            whole(
                t,
                frozen ? VideoFault.STILLNESS : VideoFault.DUPLICATE_FRAME,
                "%d frame%s as the one before while things moved"
                    .formatted(run, run == 1 ? "" : "s")));
      }
      t += Math.max(1, run);
    }
    for (int i = 1; i < drift.length; i++) {
      double step = Math.abs(drift[i] - drift[i - 1]);
      if (step > GROUND_STEP) {
        flags.add(whole(i, VideoFault.GROUND, "ground differs by %.1f of 255".formatted(step)));
      }
    }
    return flags;
  }

  /** The least change of the three frames before, so that coming to rest is no standstill. */
  private double before(int t) {
    return t < 4 ? 0 : Arrays.stream(change, t - 3, t).min().orElseThrow();
  }

  private static Flag whole(int frame, VideoFault fault, String why) {
    return new Flag(frame, fault, Double.NaN, Double.NaN, why);
  }

  private static boolean[] still(Ground ground, int t) {
    int[] contrast = ground.contrast(t);
    boolean[] still = new boolean[contrast.length];
    for (int i = 0; i < still.length; i++) {
      still[i] = contrast[i] <= ground.threshold();
    }
    return still;
  }

  private static double difference(byte[] a, byte[] b, boolean[] first, boolean[] second) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < a.length; i++) {
      if (first == null || first[i % first.length] && second[i % second.length]) {
        sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        n++;
      }
    }
    return n == 0 ? 0 : sum / n;
  }
}

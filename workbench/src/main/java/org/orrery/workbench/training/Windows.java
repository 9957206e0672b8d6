package org.orrery.workbench.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.FloatArrays;

/**
 * Draws training batches: in every epoch each clip once, in a seeded order, and of each clip one
 * window at a seeded place. What step n sees depends on the seed and n alone.
 */
final class Windows {
  private final ClipSet clips;
  private final int batch;
  private final int length;
  private final long seed;

  Windows(ClipSet clips, int batch, int length, long seed) {
    this.clips = clips;
    this.batch = Math.min(batch, clips.size());
    this.length = length;
    this.seed = seed;
  }

  /** Steps in one epoch; clips that do not fill a last batch wait for another epoch. */
  int stepsAnEpoch() {
    return clips.size() / batch;
  }

  /** The clips of a step. */
  List<Clip> clips(int step) {
    int[] order = order(step / stepsAnEpoch());
    int from = step % stepsAnEpoch() * batch;
    List<Clip> chosen = new ArrayList<>(batch);
    for (int i = from; i < from + batch; i++) {
      chosen.add(clips.get(order[i]));
    }
    return chosen;
  }

  /** The windows of these clips in a step, as they are in the clips. */
  List<Clip> cut(List<Clip> chosen, int step) {
    SplittableRandom random = new SplittableRandom(seed ^ (0x9E3779B97F4A7C15L * (step + 1)));
    List<Clip> windows = new ArrayList<>(chosen.size());
    for (Clip clip : chosen) {
      int start = random.nextInt(clip.frames() - length + 1);
      windows.add(clip.slice(start, start + length));
    }
    return windows;
  }

  /** The windows of these clips in a step, [batch, time, channel, h, w] in [0, 1]. */
  INDArray frames(List<Clip> chosen, int step) {
    return frames(cut(chosen, step));
  }

  /** Windows of one shape as [batch, time, channel, h, w] in [0, 1]. */
  static INDArray frames(List<Clip> windows) {
    return frames(windows, null);
  }

  /** The same, in an array that is no longer needed, if it has the shape. */
  static INDArray frames(List<Clip> windows, INDArray spare) {
    Clip first = windows.get(0);
    int size = first.channels() * first.height() * first.width();
    float[] values = new float[windows.size() * first.frames() * size];
    byte[] frame = new byte[size];
    int at = 0;
    for (Clip window : windows) {
      for (int t = 0; t < window.frames(); t++) {
        window.frame(t, frame, 0);
        for (byte pixel : frame) {
          values[at++] = (pixel & 0xff) / 255f;
        }
      }
    }
    long[] shape = {
      windows.size(), first.frames(), first.channels(), first.height(), first.width()
    };
    if (spare == null || !Arrays.equals(spare.shape(), shape)) {
      return FloatArrays.of(values, shape);
    }
    FloatArrays.fill(spare, values);
    return spare;
  }

  private int[] order(int epoch) {
    SplittableRandom random = new SplittableRandom(seed + 0x632BE59BD9B4E019L * (epoch + 1));
    int[] order = new int[clips.size()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}

package org.orrery.workbench.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;

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

  /** Windows of these clips, [batch, time, channel, h, w] in [0, 1]. */
  INDArray frames(List<Clip> chosen, int step) {
    int[] starts = starts(chosen, step);
    Clip first = chosen.get(0);
    int size = first.channels() * first.height() * first.width();
    float[] values = new float[chosen.size() * length * size];
    byte[] frame = new byte[size];
    int at = 0;
    for (int i = 0; i < starts.length; i++) {
      for (int t = starts[i]; t < starts[i] + length; t++) {
        chosen.get(i).frame(t, frame, 0);
        for (byte pixel : frame) {
          values[at++] = (pixel & 0xff) / 255f;
        }
      }
    }
    return Nd4j.createFromArray(values)
        .reshape(chosen.size(), length, first.channels(), first.height(), first.width());
  }

  /** The same windows as clips, with their variables. */
  List<Clip> slices(List<Clip> chosen, int step) {
    int[] starts = starts(chosen, step);
    List<Clip> slices = new ArrayList<>(chosen.size());
    for (int i = 0; i < starts.length; i++) {
      slices.add(chosen.get(i).slice(starts[i], starts[i] + length));
    }
    return slices;
  }

  private int[] starts(List<Clip> chosen, int step) {
    SplittableRandom random = new SplittableRandom(seed ^ (0x9E3779B97F4A7C15L * (step + 1)));
    return chosen.stream().mapToInt(clip -> random.nextInt(clip.frames() - length + 1)).toArray();
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

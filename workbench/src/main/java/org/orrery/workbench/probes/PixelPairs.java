package org.orrery.workbench.probes;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;

/**
 * The control "raw pixels": grey frame pairs (t-1, t) at 32 x 32, reduced to {@value #COMPONENTS}
 * principal components that are fitted on pairs of the train clips alone. Row 0 pairs frame 0 with
 * itself, as a world model's encoder does.
 */
final class PixelPairs implements FrozenEncoder {
  private static final int COMPONENTS = 64;
  private static final int SIDE = 32;
  private static final int FRAME = SIDE * SIDE;
  private static final int FITTED_PAIRS = 3000;
  private static final int CLIPS_AT_ONCE = 32;

  private final PrincipalComponents components;

  private PixelPairs(PrincipalComponents components) {
    this.components = components;
  }

  /** Fits the components on at most {@value #FITTED_PAIRS} pairs, a few from every train clip. */
  static PixelPairs fit(ClipSet train, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int clips = Math.min(train.size(), FITTED_PAIRS);
    int perClip = Math.max(1, Math.min(FITTED_PAIRS / clips, train.get(0).frames()));
    float[][] pairs = new float[clips * perClip][];
    for (int c = 0; c < clips; c++) {
      float[][] all = pairs(train.get(c));
      for (int i = 0; i < perClip; i++) {
        pairs[c * perClip + i] = all[random.nextInt(all.length)];
      }
    }
    return new PixelPairs(PrincipalComponents.of(Nd4j.create(pairs), COMPONENTS, seed));
  }

  @Override
  public INDArray encode(ClipSet clips) {
    int frames = clips.get(0).frames();
    long d = components.variances().length;
    INDArray result = Nd4j.create(DataType.FLOAT, (long) clips.size() * frames, d);
    for (int from = 0; from < clips.size(); from += CLIPS_AT_ONCE) {
      int to = Math.min(clips.size(), from + CLIPS_AT_ONCE);
      float[][] rows = new float[(to - from) * frames][];
      for (int c = from; c < to; c++) {
        System.arraycopy(pairs(clips.get(c)), 0, rows, (c - from) * frames, frames);
      }
      result
          .get(NDArrayIndex.interval((long) from * frames, (long) to * frames), NDArrayIndex.all())
          .assign(components.project(Nd4j.create(rows)));
    }
    return result.reshape(clips.size(), frames, d);
  }

  /** The leading {@code k} components of what this encoder gave; all of them if they are fewer. */
  static INDArray leading(int k, INDArray encoded) {
    return encoded.get(
        NDArrayIndex.all(),
        NDArrayIndex.all(),
        NDArrayIndex.interval(0, Math.min(k, encoded.size(2))));
  }

  /** All pairs of a clip, [time][2 * 32 * 32], brightness 0 to 1. */
  private static float[][] pairs(Clip clip) {
    Clip small = clip.grey().resize(SIDE, SIDE);
    float[][] pairs = new float[small.frames()][2 * FRAME];
    byte[] frame = new byte[FRAME];
    for (int t = 0; t < pairs.length; t++) {
      small.frame(t, frame, 0);
      for (int i = 0; i < FRAME; i++) {
        pairs[t][FRAME + i] = (frame[i] & 0xff) / 255f;
      }
      System.arraycopy(pairs[Math.max(0, t - 1)], FRAME, pairs[t], 0, FRAME);
    }
    return pairs;
  }
}

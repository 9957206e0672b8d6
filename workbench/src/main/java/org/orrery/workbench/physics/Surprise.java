package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.engine.FloatArrays;
import org.orrery.workbench.models.WorldModel;

/**
 * How much each frame of a clip surprised a model.
 *
 * <pre>{@code
 * Surprise surprise = Physics.surprise(model, clip);
 * surprise.at(17);                             // S_17
 * surprise.frames(3)                           // the three most surprising frames
 * }</pre>
 *
 * S_t = mean over the latent's D values of |z^_t - z_t|, both layer-normalised (V-JEPA's violation
 * of expectation: Garrido et al., "Intuitive physics understanding emerges from self-supervised
 * pretraining", 2025). z^_t is predicted one step ahead from the 1, 2, ... latents before it, and
 * S_t is the mean over these lengths of context. A model with conditions is told those of the clip.
 * Frames that have no full context are NaN.
 *
 * @param clip what was watched
 * @param values S_t, [time]
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record Surprise(Clip clip, double[] values) {
  /** Frames a sliding window holds. */
  public static final int WINDOW = 16;

  private static final int[] CONTEXTS = {2, 3, 4};

  static Surprise of(WorldModel model, Clip clip) {
    return of(model, List.of(clip)).get(0);
  }

  /** Of clips of one length, all windows through the model at once. */
  static List<Surprise> of(WorldModel model, List<Clip> clips) {
    Clip clip = clips.get(0);
    int time = clip.frames();
    int longest = CONTEXTS[CONTEXTS.length - 1];
    if (time < longest + 2) {
      throw new IllegalArgumentException(
          "clip %s has %d frames; surprise needs %d or more (a first pair and %d latents before the"
                  .formatted(clip.id(), time, longest + 2, longest)
              + " first one judged): watch a longer clip");
    }
    INDArray latents = model.encode(Clips.of(clips));
    double[][][] z = new double[clips.size()][][];
    for (int c = 0; c < z.length; c++) {
      z[c] = latents.slice(c).toDoubleMatrix();
    }
    double[][] sums = new double[z.length][time];
    for (int context : CONTEXTS) {
      double[][] predicted = predicted(model, clips, z, context, longest + 1);
      int row = 0;
      for (int c = 0; c < z.length; c++) {
        Arrays.fill(sums[c], 0, longest + 1, Double.NaN);
        for (int t = longest + 1; t < time; t++) {
          double[] guess = normalised(predicted[row++], clips.get(c), t);
          double[] truth = normalised(z[c][t], clips.get(c), t);
          sums[c][t] += distance(guess, truth) / CONTEXTS.length;
        }
      }
    }
    return IntStream.range(0, z.length).mapToObj(c -> new Surprise(clips.get(c), sums[c])).toList();
  }

  /** S_t; NaN where the context is too short. */
  public double at(int frame) {
    return values[frame];
  }

  /** Mean over the sliding windows of 16 judged frames of the mean S_t in each. */
  public double mean() {
    double[] judged = judged();
    int window = Math.min(WINDOW, judged.length);
    return IntStream.rangeClosed(0, judged.length - window)
        .mapToDouble(s -> Arrays.stream(judged, s, s + window).average().orElseThrow())
        .average()
        .orElseThrow();
  }

  /** The largest S_t. */
  public double max() {
    return Arrays.stream(judged()).max().orElseThrow();
  }

  /** The {@code n} frames of the largest S_t, in order of time. */
  public int[] frames(int n) {
    return IntStream.range(0, values.length)
        .filter(t -> !Double.isNaN(values[t]))
        .boxed()
        .sorted((a, b) -> Double.compare(values[b], values[a]))
        .limit(n)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Surprise that
        && clip.id().equals(that.clip.id())
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "surprise of %s: mean %.3f, largest %.3f at frame %d"
        .formatted(clip.id(), mean(), max(), frames(1)[0]);
  }

  private double[] judged() {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
  }

  /** One step ahead of every latent from {@code first} on, [clip * (time - first), D]. */
  private static double[][] predicted(
      WorldModel model, List<Clip> clips, double[][][] z, int context, int first) {
    int d = z[0][0].length;
    int each = z[0].length - first;
    float[] windows = new float[z.length * each * context * d];
    int at = 0;
    for (double[][] path : z) {
      for (int t = first; t < path.length; t++) {
        for (int k = t - context; k < t; k++) {
          for (int j = 0; j < d; j++) {
            windows[at++] = (float) path[k][j];
          }
        }
      }
    }
    long n = (long) z.length * each;
    INDArray given = FloatArrays.of(windows, n, context, d);
    INDArray told = told(model, clips, context, first);
    return model.rollout(given, 1, told).reshape(n, d).toDoubleMatrix();
  }

  /** What a model is told of each context and of the frame after it; null if it is told nothing. */
  private static INDArray told(WorldModel model, List<Clip> clips, int context, int first) {
    INDArray all = model.conditions(clips, 0, clips.get(0).frames());
    if (all == null) {
      return null;
    }
    List<INDArray> windows = new ArrayList<>();
    for (int c = 0; c < clips.size(); c++) {
      INDArray clip = all.slice(c);
      for (int t = first; t < clip.size(0); t++) {
        windows.add(clip.get(NDArrayIndex.interval(t - context, t + 1), NDArrayIndex.all()));
      }
    }
    return Nd4j.stack(0, windows.toArray(INDArray[]::new));
  }

  private static double[] normalised(double[] row, Clip clip, int t) {
    double mean = Arrays.stream(row).average().orElseThrow();
    double variance = Arrays.stream(row).map(v -> (v - mean) * (v - mean)).sum() / row.length;
    if (!Double.isFinite(variance)) {
      throw new IllegalArgumentException(
          "surprise needs finite latents; those of clip %s are not at frame %d: the model has"
                  .formatted(clip.id(), t)
              + " diverged, load another checkpoint");
    }
    double scale = 1 / Math.sqrt(variance + 1e-5);
    return Arrays.stream(row).map(v -> (v - mean) * scale).toArray();
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += Math.abs(a[j] - b[j]);
    }
    return sum / a.length;
  }
}

package org.orrery.workbench.probes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Split;

/**
 * What a probe learns from: features and targets per sample, and the clip each sample comes from.
 *
 * <pre>{@code
 * // features [n, d], targets [n, k], clip and part of each of the n samples
 * ProbeData data = ProbeData.of("velocity", features, targets, clip, splits);
 * Score score = Probe.linear().score(data);
 * }</pre>
 *
 * A clip belongs to one part: samples of it in two parts would leak from training into testing and
 * are refused, as are NaN, infinite numbers, a target that is constant in the train part, and parts
 * too small to fit or to report on.
 */
public final class ProbeData {
  private static final Map<Split, Integer> FEWEST_CLIPS =
      Map.of(Split.TRAIN, 3, Split.VALIDATION, 2, Split.TEST, 2);
  private static final int FEWEST_TRAIN_SAMPLES = 10;

  private final String name;
  private final int[] clips;
  private final Map<Split, Part> parts = new HashMap<>();

  /** The samples of one part: features [n, d], targets [n, k] and the clip of each. */
  record Part(INDArray features, INDArray targets, int[] clips) {

    Part withTargets(INDArray others) {
      return new Part(features, others, clips);
    }
  }

  private ProbeData(String name, int[] clips) {
    this.name = name;
    this.clips = clips;
  }

  /**
   * Samples to probe.
   *
   * @param name what the targets are, for messages
   * @param features [n, d], float or double
   * @param targets [n, k]
   * @param clips the clip of each sample, any numbers
   * @param splits the part that each sample belongs to
   * @throws IllegalArgumentException with the reason, if the samples cannot give an honest score
   */
  public static ProbeData of(
      String name, INDArray features, INDArray targets, int[] clips, Split[] splits) {
    DataChecks.shapes(name, features, targets, clips, splits);
    DataChecks.finite(name, "features", features);
    DataChecks.finite(name, "targets", targets);
    DataChecks.oneSplitPerClip(name, clips, splits);
    ProbeData data = new ProbeData(name, clips.clone());
    for (Split split : Split.values()) {
      Part part = part(split, features, targets, clips, splits);
      DataChecks.enough(
          name,
          split,
          part.clips,
          FEWEST_CLIPS.get(split),
          split == Split.TRAIN ? FEWEST_TRAIN_SAMPLES : 2);
      data.parts.put(split, part);
    }
    DataChecks.varies(name, Split.TRAIN, data.part(Split.TRAIN).targets);
    DataChecks.varies(name, Split.TEST, data.part(Split.TEST).targets);
    return data;
  }

  /** What the targets are. */
  public String name() {
    return name;
  }

  /** The number of samples in all parts. */
  public int samples() {
    return clips.length;
  }

  /** Features per sample. */
  public int features() {
    return (int) part(Split.TRAIN).features.size(1);
  }

  /** Components of the target. */
  public int components() {
    return (int) part(Split.TRAIN).targets.size(1);
  }

  Part part(Split split) {
    return parts.get(split);
  }

  /**
   * The control task: every clip gets another clip's targets, within each part. What a probe scores
   * on it, it scores without knowing the target.
   */
  ProbeData shuffledAcrossClips(long seed) {
    ProbeData shuffled = new ProbeData(name + ", shuffled across clips", clips);
    for (Split split : Split.values()) {
      Part part = part(split);
      shuffled.parts.put(split, part.withTargets(ClipShuffle.of(part, seed + split.ordinal())));
    }
    return shuffled;
  }

  private static Part part(
      Split split, INDArray features, INDArray targets, int[] clips, Split[] splits) {
    int[] rows = new int[clips.length];
    int n = 0;
    for (int i = 0; i < clips.length; i++) {
      if (splits[i] == split) {
        rows[n++] = i;
      }
    }
    rows = Arrays.copyOf(rows, n);
    int[] chosen = Arrays.stream(rows).map(i -> clips[i]).toArray();
    if (n == 0) {
      return new Part(null, null, chosen);
    }
    return new Part(
        Nd4j.pullRows(features, 1, rows, 'c'),
        Nd4j.pullRows(targets.castTo(DataType.DOUBLE), 1, rows, 'c'),
        chosen);
  }
}

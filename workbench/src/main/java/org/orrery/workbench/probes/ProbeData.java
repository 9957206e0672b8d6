package org.orrery.workbench.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
  private final List<String> classes;
  private final Map<Split, Part> parts = new HashMap<>();

  /**
   * The samples of one part: features [n, d], targets [n, k], the clip of each, and its weight
   * (null: all weigh 1).
   */
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose, inside the package
  record Part(INDArray features, INDArray targets, int[] clips, double[] weights) {

    Part withTargets(INDArray others) {
      return new Part(features, others, clips, weights);
    }

    Part withFeatures(INDArray others) {
      return new Part(others, targets, clips, weights);
    }

    /** Weights of rows {@code from} to {@code from + n}, [1, n]; null when all weigh 1. */
    INDArray weights(long from, long n) {
      return weights == null
          ? null
          : Nd4j.create(new double[][] {Arrays.copyOfRange(weights, (int) from, (int) (from + n))});
    }

    /** Weights of these rows, [1, n]; null when all weigh 1. */
    INDArray weightsOf(int[] rows) {
      return weights == null
          ? null
          : Nd4j.create(
              new double[][] {Arrays.stream(rows).mapToDouble(r -> weights[r]).toArray()});
    }

    /** Both parts' samples. */
    Part and(Part other) {
      return new Part(
          Nd4j.concat(0, features, other.features),
          Nd4j.concat(0, targets, other.targets),
          IntStream.concat(Arrays.stream(clips), Arrays.stream(other.clips)).toArray(),
          weights == null
              ? null
              : DoubleStream.concat(Arrays.stream(weights), Arrays.stream(other.weights))
                  .toArray());
    }

    /** The samples of these clips. */
    Part ofClips(Set<Integer> chosen) {
      return rows(
          IntStream.range(0, clips.length).filter(i -> chosen.contains(clips[i])).toArray());
    }

    private Part rows(int[] rows) {
      return new Part(
          Nd4j.pullRows(features, 1, rows, 'c'),
          Nd4j.pullRows(targets, 1, rows, 'c'),
          Arrays.stream(rows).map(i -> clips[i]).toArray(),
          weights == null ? null : Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray());
    }
  }

  private ProbeData(String name, int[] clips, List<String> classes) {
    this.name = name;
    this.clips = clips;
    this.classes = List.copyOf(classes);
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
    return of(name, features, targets, clips, splits, null, List.of());
  }

  /** The same with a weight above 0 for every sample: it counts as that many of them. */
  public static ProbeData weighted(
      String name,
      INDArray features,
      INDArray targets,
      int[] clips,
      Split[] splits,
      double[] weights) {
    DataChecks.weights(name, weights, clips.length);
    return of(name, features, targets, clips, splits, weights, List.of());
  }

  /**
   * Samples whose target is a class. A linear probe is then ridge regression on one column a class,
   * of which the largest decides (as scikit-learn's RidgeClassifier); an MLP ends in a softmax.
   *
   * @param labels the class of each sample; two classes or more, all of them in the train part
   */
  public static ProbeData classes(
      String name, INDArray features, String[] labels, int[] clips, Split[] splits) {
    List<String> classes = DataChecks.classes(name, labels, splits);
    return of(name, features, oneHot(labels, classes), clips, splits, null, classes);
  }

  static ProbeData of(
      String name,
      INDArray features,
      INDArray targets,
      int[] clips,
      Split[] splits,
      double[] weights,
      List<String> classes) {
    DataChecks.shapes(name, features, targets, clips, splits);
    DataChecks.finite(name, "features", features);
    DataChecks.finite(name, "targets", targets);
    DataChecks.oneSplitPerClip(name, clips, splits);
    ProbeData data = new ProbeData(name, clips.clone(), classes);
    for (Split split : Split.values()) {
      Part part = part(split, features, targets, clips, splits, weights);
      DataChecks.enough(
          name,
          split,
          part.clips,
          FEWEST_CLIPS.get(split),
          split == Split.TRAIN ? FEWEST_TRAIN_SAMPLES : 2);
      data.parts.put(split, part);
    }
    DataChecks.varies(name, Split.TRAIN, data.part(Split.TRAIN).targets);
    if (classes.isEmpty()) {
      DataChecks.varies(name, Split.TEST, data.part(Split.TEST).targets);
    }
    return data;
  }

  static INDArray oneHot(String[] labels, List<String> classes) {
    double[][] columns = new double[labels.length][classes.size()];
    for (int i = 0; i < labels.length; i++) {
      columns[i][classes.indexOf(labels[i])] = 1;
    }
    return Nd4j.create(columns);
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

  /** The names of the classes, in the columns' order; empty when the target is a number. */
  public List<String> classes() {
    return classes;
  }

  Part part(Split split) {
    return parts.get(split);
  }

  /** Refuses fewer train clips than features. */
  void requireAsManyClipsAsFeatures() {
    DataChecks.asManyClipsAsFeatures(name, part(Split.TRAIN).clips, features());
  }

  /** The distinct clips of the train part, in a seeded order. */
  List<Integer> trainClips(long seed) {
    List<Integer> order =
        new ArrayList<>(Arrays.stream(part(Split.TRAIN).clips).distinct().boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  /** The same data with a train part of these clips alone. */
  ProbeData trainedOn(Collection<Integer> chosen) {
    ProbeData fewer = new ProbeData(name, clips, classes);
    fewer.parts.putAll(parts);
    fewer.parts.put(Split.TRAIN, part(Split.TRAIN).ofClips(Set.copyOf(chosen)));
    return fewer;
  }

  /**
   * The control task: every clip gets another clip's targets, within each part. What a probe scores
   * on it, it scores without knowing the target.
   */
  ProbeData shuffledAcrossClips(long seed) {
    ProbeData shuffled = new ProbeData(name + ", shuffled across clips", clips, classes);
    for (Split split : Split.values()) {
      Part part = part(split);
      shuffled.parts.put(split, part.withTargets(ClipShuffle.of(part, seed + split.ordinal())));
    }
    return shuffled;
  }

  private static Part part(
      Split split,
      INDArray features,
      INDArray targets,
      int[] clips,
      Split[] splits,
      double[] weights) {
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
      return new Part(null, null, chosen, null);
    }
    return new Part(
        Nd4j.pullRows(features, 1, rows, 'c'),
        Nd4j.pullRows(targets.castTo(DataType.DOUBLE), 1, rows, 'c'),
        chosen,
        weights == null ? null : Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray());
  }
}

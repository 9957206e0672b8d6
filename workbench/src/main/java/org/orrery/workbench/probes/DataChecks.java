package org.orrery.workbench.probes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Split;

/** What makes samples unfit for a probe, each with its reason. */
final class DataChecks {
  private static final int MOST_CLASSES = 100;

  private DataChecks() {}

  static void shapes(
      String name, INDArray features, INDArray targets, int[] clips, Split[] splits) {
    if (features.rank() != 2 || targets.rank() != 2) {
      throw refused(
          name,
          "features [n, d] and targets [n, k] are needed; received features %s and targets %s",
          Arrays.toString(features.shape()),
          Arrays.toString(targets.shape()));
    }
    long n = features.size(0);
    if (targets.size(0) != n || clips.length != n || splits.length != n) {
      throw refused(
          name,
          "every sample needs features, targets, a clip and a part; received %d, %d, %d and %d",
          n,
          targets.size(0),
          clips.length,
          splits.length);
    }
  }

  static void weights(String name, double[] weights, int samples) {
    if (weights.length != samples) {
      throw refused(
          name, "every sample needs a weight; received %d for %d", weights.length, samples);
    }
    for (int i = 0; i < samples; i++) {
      if (!(weights[i] > 0) || Double.isInfinite(weights[i])) {
        throw refused(
            name,
            "weights must be finite and above 0; sample %d weighs %s: leave it out instead",
            i,
            weights[i]);
      }
    }
  }

  /** The classes in their order: numbers by value, other names by letters. */
  static List<String> classes(String name, String[] labels, Split[] splits) {
    Set<String> trained = new HashSet<>();
    for (int i = 0; i < labels.length; i++) {
      if (splits[i] == Split.TRAIN) {
        trained.add(labels[i]);
      }
    }
    if (trained.size() < 2 || trained.size() > MOST_CLASSES) {
      throw refused(
          name,
          "2 to %d classes are needed in the train part; received %d: probe a number as it is, or use"
              + " clips in which the class differs",
          MOST_CLASSES,
          trained.size());
    }
    for (int i = 0; i < labels.length; i++) {
      if (!trained.contains(labels[i])) {
        throw refused(
            name,
            "class \"%s\" of sample %d (%s part) is in no train clip, so nothing can learn it: use more"
                + " clips, or leave that class out",
            labels[i],
            i,
            lower(splits[i]));
      }
    }
    return trained.stream()
        .sorted(Comparator.comparingDouble(DataChecks::number).thenComparing(label -> label))
        .toList();
  }

  private static double number(String label) {
    try {
      return Double.parseDouble(label);
    } catch (NumberFormatException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  static void finite(String name, String what, INDArray values) {
    if (Double.isFinite(values.sumNumber().doubleValue())) {
      return;
    }
    for (long i = 0; i < values.size(0); i++) {
      for (long j = 0; j < values.size(1); j++) {
        double value = values.getDouble(i, j);
        if (!Double.isFinite(value)) {
          throw refused(
              name,
              "%s must be finite; sample %d, column %d is %s: find where it comes from (a model that"
                  + " diverged?) or leave those samples out",
              what,
              i,
              j,
              value);
        }
      }
    }
  }

  static void oneSplitPerClip(String name, int[] clips, Split[] splits) {
    Map<Integer, Split> seen = new HashMap<>();
    for (int i = 0; i < clips.length; i++) {
      Split before = seen.putIfAbsent(clips[i], splits[i]);
      if (before != null && before != splits[i]) {
        throw refused(
            name,
            "clip %d is in two parts, %s and %s (sample %d): split by clip, never by frame, or the"
                + " probe is tested on what it was fitted to",
            clips[i],
            lower(before),
            lower(splits[i]),
            i);
      }
    }
  }

  static void enough(String name, Split split, int[] clips, int fewestClips, int fewestSamples) {
    long distinct = Arrays.stream(clips).distinct().count();
    if (distinct < fewestClips || clips.length < fewestSamples) {
      throw refused(
          name,
          "at least %d clips and %d samples are needed in the %s part; received %d clips and %d"
              + " samples: use more clips, longer clips or shorter windows",
          fewestClips,
          fewestSamples,
          lower(split),
          distinct,
          clips.length);
    }
  }

  /** The windows of a clip are alike, so its clips are a probe's samples. */
  static void asManyClipsAsFeatures(String name, int[] trainClips, int features) {
    long distinct = Arrays.stream(trainClips).distinct().count();
    if (distinct < features) {
      throw refused(
          name,
          "%d features need as many train clips or more, since the windows of a clip are alike;"
              + " received %d: use more clips, a shorter window or shorter latents, or say"
              + " Probe.withFewClips() to go on, and trust the score no further than its interval and"
              + " its shuffled control",
          features,
          distinct);
    }
  }

  static void varies(String name, Split split, INDArray targets) {
    for (long j = 0; j < targets.size(1); j++) {
      INDArray column = targets.getColumn(j);
      double low = column.minNumber().doubleValue();
      double high = column.maxNumber().doubleValue();
      if (high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))) {
        throw refused(
            name,
            "the target is constant in the %s part (component %d is always %s), so R2 has no"
                + " meaning: probe a variable that varies, or use clips in which this one does",
            lower(split),
            j,
            low);
      }
    }
  }

  private static String lower(Split split) {
    return split.name().toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException refused(String name, String reason, Object... values) {
    return new IllegalArgumentException("probe of " + name + ": " + reason.formatted(values));
  }
}

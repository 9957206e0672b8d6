package org.orrery.workbench.checkpoints;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Where a checkpoint's weights come from: the parent they were tuned from, and the last training
 * run. What is not known is empty or zero.
 *
 * <pre>{@code
 * Making making = Making.unknown().data(hashOfClips, hashOfSplit).seed(1).steps(500);
 * card = card.trained("500 steps of ...", making);
 * }</pre>
 *
 * @param parent SHA-256 of the parent's weights; empty for weights trained from fresh ones
 * @param data SHA-256 that identifies the clips of the last run
 * @param split SHA-256 that identifies which of them were trained on
 * @param seed of the last run: the order of clips and all noise
 * @param code version of Orrery that wrote the weights
 * @param steps optimizer steps of the last run
 * @param metrics figures measured of these weights, by name
 */
public record Making(
    String parent,
    String data,
    String split,
    long seed,
    String code,
    long steps,
    Map<String, Double> metrics) {

  /** Sorts the metrics: a card is written alike every time. */
  public Making {
    Sha256.check("parent", parent);
    Sha256.check("data", data);
    Sha256.check("split", split);
    Objects.requireNonNull(code, "code");
    if (steps < 0) {
      throw new IllegalArgumentException("steps: expected 0 or more, came " + steps);
    }
    metrics.forEach(Making::requireFinite);
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }

  private static void requireFinite(String name, Double figure) {
    if (!Double.isFinite(figure)) {
      throw new IllegalArgumentException(
          "metric \"%s\": expected a finite number, came %s; leave out what could not be measured"
              .formatted(name, figure));
    }
  }

  /** Nothing known. */
  public static Making unknown() {
    return new Making("", "", "", 0, "", 0, Map.of());
  }

  /** The same with the hashes of the clips and of their split. */
  public Making data(String clips, String splitHash) {
    return new Making(parent, clips, splitHash, seed, code, steps, metrics);
  }

  /** The same with the run's seed. */
  public Making seed(long value) {
    return new Making(parent, data, split, value, code, steps, metrics);
  }

  /** The same with the run's optimizer steps. */
  public Making steps(long count) {
    return new Making(parent, data, split, seed, code, count, metrics);
  }

  /** The same with these figures. */
  public Making measured(Map<String, Double> figures) {
    return new Making(parent, data, split, seed, code, steps, figures);
  }

  Making childOf(String sha256) {
    return new Making(sha256, data, split, seed, code, steps, metrics);
  }

  Making writtenBy(String version) {
    return new Making(parent, data, split, seed, version, steps, metrics);
  }
}

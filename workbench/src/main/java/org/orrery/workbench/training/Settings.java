package org.orrery.workbench.training;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Precision;

/**
 * Everything that decides what a run computes, beside the model and the clips. It is stored with
 * each training checkpoint and read back from it.
 *
 * @param objective what the loss asks for
 * @param optimizer AdamW's constants
 * @param epochs how often every clip is seen, unless steps are given
 * @param steps optimizer steps; 0 when epochs decide
 * @param batch windows a step
 * @param accumulate parts a batch is computed in, one after the other
 * @param warmup steps over which the learning rate rises
 * @param learningRate the rate at the end of the warm-up
 * @param rates peak rates of parts that have one of their own
 * @param frozen parts that are not trained
 * @param lowRank adapters, or null
 * @param precision of the engine's arithmetic
 * @param averaging decay of the weights' moving average; 0 for none
 * @param patience epochs without a better validation loss after which the run ends; 0 for no end
 * @param augmentations what each window goes through, as it prints itself
 * @param seed decides the order of clips, the windows, the noise and dropout
 */
record Settings(
    Objective objective,
    AdamW optimizer,
    int epochs,
    int steps,
    int batch,
    int accumulate,
    int warmup,
    double learningRate,
    Map<String, Double> rates,
    List<String> frozen,
    LowRank lowRank,
    Precision precision,
    double averaging,
    int patience,
    List<String> augmentations,
    long seed) {

  Settings {
    rates = Collections.unmodifiableMap(new TreeMap<>(rates));
    frozen = List.copyOf(frozen);
    augmentations = List.copyOf(augmentations);
  }

  boolean adapts(String name) {
    return lowRank != null && lowRank.covers(name);
  }

  /** Refuses a batch that cannot be computed in equal parts. */
  void requireEqualParts(int clips) {
    int windows = Math.min(batch, clips);
    if (windows % accumulate != 0) {
      throw new IllegalArgumentException(
          "a batch of %d windows cannot be computed in %d equal parts: choose .batch(...) as a multiple of .accumulate(%d), among %d clips"
              .formatted(windows, accumulate, accumulate, clips));
    }
  }
}

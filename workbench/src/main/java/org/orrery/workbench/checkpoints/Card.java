package org.orrery.workbench.checkpoints;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a checkpoint is and how it came to be.
 *
 * @param name the checkpoint's name
 * @param kind the model's kind, {@code jepa}
 * @param config the model's shape, as its kind's config record
 * @param seed the seed of its first weights
 * @param history one line a training run, oldest first
 * @param madeBy the command that makes it again
 * @param licence of the weights
 */
public record Card(
    String name,
    String kind,
    Map<String, Object> config,
    long seed,
    List<String> history,
    String madeBy,
    String licence) {

  /** Keeps its own copies, the config in its order: a card is written alike every time. */
  public Card {
    config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    history = List.copyOf(history);
  }

  /** The card after one more training run. */
  public Card trained(String run) {
    List<String> longer = new ArrayList<>(history);
    longer.add(run);
    return new Card(name, kind, config, seed, longer, madeBy, licence);
  }

  /** The card under another name and with the command that makes it. */
  public Card named(String newName, String command) {
    return new Card(newName, kind, config, seed, history, command, licence);
  }
}

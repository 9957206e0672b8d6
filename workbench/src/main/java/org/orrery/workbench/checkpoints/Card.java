package org.orrery.workbench.checkpoints;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
 * @param making its parent, and what the last training run used and reached
 * @param weights SHA-256 of {@code model.safetensors}, 64 hexadecimal digits; empty for a card
 *     whose weights were not written yet
 */
public record Card(
    String name,
    String kind,
    Map<String, Object> config,
    long seed,
    List<String> history,
    String madeBy,
    String licence,
    Making making,
    String weights) {

  /** Keeps its own copies, the config in its order: a card is written alike every time. */
  public Card {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(madeBy, "madeBy");
    Objects.requireNonNull(licence, "licence");
    Objects.requireNonNull(making, "making");
    config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    history = List.copyOf(history);
    Sha256.check("weights", weights);
  }

  /** The card of a fresh model, of which nothing was written or trained yet. */
  public Card(
      String name,
      String kind,
      Map<String, Object> config,
      long seed,
      List<String> history,
      String madeBy,
      String licence) {
    this(name, kind, config, seed, history, madeBy, licence, Making.unknown(), "");
  }

  /** The card after one more training run, of which only this line is known. */
  public Card trained(String run) {
    return trained(run, Making.unknown());
  }

  /**
   * The card after one more training run: what was read or written before is its parent from now
   * on.
   */
  public Card trained(String run, Making details) {
    List<String> longer = new ArrayList<>(history);
    longer.add(run);
    String parent = weights.isEmpty() ? making.parent() : weights;
    return new Card(name, kind, config, seed, longer, madeBy, licence, details.childOf(parent), "");
  }

  /** The card under another name and with the command that makes it. */
  public Card named(String newName, String command) {
    return new Card(newName, kind, config, seed, history, command, licence, making, weights);
  }

  /** The card with figures that were measured of these weights, in place of those it has. */
  public Card measured(Map<String, Double> metrics) {
    return with(making.measured(metrics), weights);
  }

  /** The card under another licence, by its SPDX name: {@code CC-BY-4.0}. */
  public Card licensed(String spdx) {
    return new Card(name, kind, config, seed, history, madeBy, spdx, making, weights);
  }

  /** The card of weights with this SHA-256, written by this version of the code. */
  Card written(String code, String sha256) {
    return with(making.writtenBy(code), sha256);
  }

  Card with(Making newMaking, String sha256) {
    return new Card(name, kind, config, seed, history, madeBy, licence, newMaking, sha256);
  }
}

package org.orrery.workbench.engine;

import java.util.Map;

/**
 * How a network's weights are changed: the optimizer, how fast each weight moves beside the others,
 * and the average of the weights that is kept.
 *
 * <pre>{@code
 * Optimization slowEncoder = Optimization.of(AdamW.standard()).rates(Map.of("encoder.fc.weight", 0.1));
 * }</pre>
 *
 * @param adam the optimizer's constants
 * @param rates a weight's share of the learning rate, above 0, by its name; 1 where none is given
 * @param averaging decay d of the exponential moving average a = d a + (1 - d) w that is kept of
 *     every weight after each step (Polyak averaging with a memory of 1 / (1 - d) steps); 0 keeps
 *     none
 */
public record Optimization(AdamW adam, Map<String, Double> rates, double averaging) {

  /** Refuses shares that are not above 0 and decays outside 0 to below 1. */
  public Optimization {
    rates = Map.copyOf(rates);
    rates.forEach(
        (name, share) -> {
          if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                "%s: its share of the learning rate is %s; expected above 0. Make it a buffer to keep it as it is"
                    .formatted(name, share));
          }
        });
    if (!(averaging >= 0 && averaging < 1)) {
      throw new IllegalArgumentException(
          "averaging %s: expected a decay from 0 (none) to below 1, such as 0.999"
              .formatted(averaging));
    }
  }

  /** One rate for every weight, no average. */
  public static Optimization of(AdamW adam) {
    return new Optimization(adam, Map.of(), 0);
  }

  /** The same with these shares of the learning rate. */
  public Optimization rates(Map<String, Double> shares) {
    return new Optimization(adam, shares, averaging);
  }

  /** The same with an average of this decay. */
  public Optimization averaging(double decay) {
    return new Optimization(adam, rates, decay);
  }

  /** A weight's share of the learning rate. */
  public double share(String weight) {
    return rates.getOrDefault(weight, 1.0);
  }
}

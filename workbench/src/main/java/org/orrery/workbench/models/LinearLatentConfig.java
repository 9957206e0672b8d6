package org.orrery.workbench.models;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shape of the baseline that moves latents linearly: that of the model whose encoder and
 * decoder it uses, and what the map looks back on.
 *
 * @param base kind of that model
 * @param config its config, as its card holds it
 * @param history latents the map sees; 2 hold a velocity
 * @param ridge penalty on the map's squared weights, relative to the inputs' mean square
 */
public record LinearLatentConfig(String base, Map<String, Object> config, int history, double ridge)
    implements ModelConfig {
  /** Refuses what is no config of that kind, and a baseline of a baseline. */
  public LinearLatentConfig {
    config = Baseline.checked(base, new LinkedHashMap<>(config));
    Configs.atLeastOne("history", history);
    Configs.require(
        ridge > 0 && Double.isFinite(ridge), "ridge %s: expected a finite number above 0", ridge);
  }

  /** The baseline beside models of this config; it sees two latents. */
  public static LinearLatentConfig of(ModelConfig base) {
    return new LinearLatentConfig(base.kind(), Kinds.map(base), 2, 1e-4);
  }

  /** The same baseline with another number of latents to look back on. */
  public LinearLatentConfig withHistory(int latents) {
    return new LinearLatentConfig(base, config, latents, ridge);
  }
}

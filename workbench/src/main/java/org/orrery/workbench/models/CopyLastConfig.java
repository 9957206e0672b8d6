package org.orrery.workbench.models;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shape of the baseline that says nothing changes: that of the model whose encoder and decoder
 * it uses.
 *
 * @param base kind of that model
 * @param config its config, as its card holds it
 */
public record CopyLastConfig(String base, Map<String, Object> config) implements ModelConfig {
  /** Refuses what is no config of that kind, and a baseline of a baseline. */
  public CopyLastConfig {
    config = Baseline.checked(base, new LinkedHashMap<>(config));
  }

  /** The baseline beside models of this config. */
  public static CopyLastConfig of(ModelConfig base) {
    return new CopyLastConfig(base.kind(), Kinds.map(base));
  }
}

package org.orrery.workbench.models;

import java.util.Collections;
import java.util.Map;

/** What both baselines take over of the model they stand beside. */
final class Baseline {
  private Baseline() {}

  /** The base's config, if it is one. */
  static Map<String, Object> checked(String base, Map<String, Object> config) {
    ModelConfig read = Kinds.read("the base of a baseline", base, config);
    Configs.require(
        !(read instanceof CopyLastConfig) && !(read instanceof LinearLatentConfig),
        "a baseline of a %s would be that of its base; take the base itself",
        base);
    return Collections.unmodifiableMap(config);
  }

  static Architecture base(String base, Map<String, Object> config) {
    return Kinds.architecture(Kinds.read("the base of a baseline", base, config));
  }

  /** The model behind the interface. */
  static NeuralModel model(WorldModel base) {
    if (base instanceof NeuralModel model) {
      return model;
    }
    throw new IllegalArgumentException(
        "a baseline shares the encoder and decoder of a model made by WorldModel.create or .load; received %s"
            .formatted(base));
  }
}

package org.orrery.workbench.models;

import org.orrery.workbench.engine.Parameters;

/** The three parts of a joint-embedding world model (LeWM), as functions over named parameters. */
record Jepa(JepaConfig config, JepaEncoder encoder, JepaPredictor predictor, JepaDecoder decoder) {

  static Jepa of(JepaConfig config) {
    return new Jepa(
        config, new JepaEncoder(config), new JepaPredictor(config), new JepaDecoder(config));
  }

  /** Fresh weights. */
  Parameters initialize(long seed) {
    Initializer initializer = new Initializer(seed);
    encoder.declare(initializer);
    predictor.declare(initializer);
    decoder.declare(initializer);
    return initializer.parameters();
  }
}

package org.orrery.workbench.models;

import java.util.Map;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.training.Objective;

/** The three parts of a joint-embedding world model (LeWM), as functions over named parameters. */
record Jepa(JepaConfig config, JepaEncoder encoder, JepaPredictor predictor, LatentDecoder decoder)
    implements JointEmbedding {

  static Jepa of(JepaConfig config) {
    return new Jepa(
        config,
        new JepaEncoder(config),
        new JepaPredictor(config),
        new LatentDecoder(config.latent(), config.decoder(), config.colours(), config.canvas()));
  }

  @Override
  public Sight sight() {
    return config.sight();
  }

  @Override
  public Conditions conditions() {
    return new Conditions(config.conditions());
  }

  @Override
  public Parameters initialize(long seed) {
    Initializer initializer = new Initializer(seed);
    encoder.declare(initializer);
    predictor.declare(initializer);
    decoder.declare(initializer);
    return initializer.parameters();
  }

  @Override
  public Tensor encode(Ops ops, Tensor frames, Tensor conditions) {
    return encoder.encode(ops, sight().pool(ops, frames));
  }

  @Override
  public Map<String, Tensor> layers(Ops ops, Tensor frames, Tensor conditions) {
    LayerTrace trace = new LayerTrace(ops, frames.size(0), frames.size(1) - 1);
    Tensor latents = encoder.encode(ops, sight().pool(ops, frames), trace);
    predictor.trace(ops, latents, conditions, trace);
    return trace.layers();
  }

  @Override
  public Computation losses(Objective objective) {
    return new JepaObjective(this, objective);
  }
}

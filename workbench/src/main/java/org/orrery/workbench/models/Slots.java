package org.orrery.workbench.models;

import java.util.Map;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.training.Objective;

/** The three parts of an object-factored world model (C-SWM), over named parameters. */
record Slots(
    SlotsConfig config, SlotsEncoder encoder, GraphNetwork transition, SlotsDecoder decoder)
    implements Architecture {

  static Slots of(SlotsConfig config) {
    return new Slots(
        config, new SlotsEncoder(config), new GraphNetwork(config), new SlotsDecoder(config));
  }

  @Override
  public Sight sight() {
    return config.sight();
  }

  @Override
  public int latent() {
    return config.objects() * config.slot();
  }

  @Override
  public Conditions conditions() {
    return new Conditions(config.conditions());
  }

  @Override
  public int canvas() {
    return sight().inner();
  }

  @Override
  public Parameters initialize(long seed) {
    Initializer initializer = new Initializer(seed);
    encoder.declare(initializer);
    transition.declare(initializer);
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
    encoder.encode(ops, sight().pool(ops, frames), trace);
    return trace.layers();
  }

  @Override
  public Tensor decode(Ops ops, Tensor latents) {
    return ops.sigmoid(decoder.logits(ops, latents));
  }

  @Override
  public Tensor rollout(Ops ops, Tensor given, Tensor conditions, int steps) {
    return transition.rollout(ops, given, conditions, steps);
  }

  @Override
  public Computation objective(String name, Objective objective) {
    if (objective.window() < 3) {
      throw new IllegalArgumentException(
          "%s compares a state with the next, which takes windows of 3 frames; %d given + %d imagined latents make %d: use a longer .horizon(...)"
              .formatted(name, objective.given(), objective.horizon(), objective.window()));
    }
    return new SlotsObjective(this);
  }
}

package org.orrery.workbench.models;

import java.util.Collections;
import java.util.Map;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.training.Objective;

/** The baseline that says nothing changes: the last given latent, again and again. */
record CopyLast(CopyLastConfig config, Architecture base) implements Architecture {

  static CopyLast of(CopyLastConfig config) {
    return new CopyLast(config, Baseline.base(config.base(), config.config()));
  }

  static NeuralModel beside(WorldModel base) {
    NeuralModel model = Baseline.model(base);
    return model.as(CopyLastConfig.of(model.config()));
  }

  @Override
  public Sight sight() {
    return base.sight();
  }

  @Override
  public int latent() {
    return base.latent();
  }

  @Override
  public Conditions conditions() {
    return base.conditions();
  }

  @Override
  public int canvas() {
    return base.canvas();
  }

  @Override
  public Parameters initialize(long seed) {
    return base.initialize(seed);
  }

  @Override
  public Tensor encode(Ops ops, Tensor frames, Tensor conditions) {
    return base.encode(ops, frames, conditions);
  }

  @Override
  public Map<String, Tensor> layers(Ops ops, Tensor frames, Tensor conditions) {
    return base.layers(ops, frames, conditions);
  }

  @Override
  public Tensor decode(Ops ops, Tensor latents) {
    return base.decode(ops, latents);
  }

  @Override
  public Tensor rollout(Ops ops, Tensor given, Tensor conditions, int steps) {
    long time = given.size(1);
    Tensor last = ops.slice(given, 1, time - 1, time);
    return ops.concat(1, Collections.nCopies(steps, last));
  }

  @Override
  public Computation objective(String name, Objective objective) {
    throw refusal(name);
  }

  @Override
  public void requireTrainable(String name) {
    throw refusal(name);
  }

  private static UnsupportedOperationException refusal(String name) {
    return new UnsupportedOperationException(
        "%s says that nothing changes, and has nothing to learn: fine-tune the model it stands beside, then take WorldModel.copyLast(model)"
            .formatted(name));
  }
}

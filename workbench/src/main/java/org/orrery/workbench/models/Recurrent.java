package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.training.Objective;

/**
 * A recurrent state-space model over named parameters. Its latents are beliefs: row t of a clip
 * depends on all frames up to t. Imagination follows the prior's mean.
 */
record Recurrent(RecurrentConfig config, RecurrentVision vision, RecurrentDynamics dynamics)
    implements Architecture {

  static Recurrent of(RecurrentConfig config) {
    return new Recurrent(config, new RecurrentVision(config), new RecurrentDynamics(config));
  }

  @Override
  public Sight sight() {
    return config.sight();
  }

  @Override
  public int latent() {
    return config.deterministic() + config.stochastic();
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
    vision.declare(initializer);
    dynamics.declare(initializer);
    return initializer.parameters();
  }

  @Override
  public Tensor encode(Ops ops, Tensor frames, Tensor conditions) {
    Tensor features = vision.encode(ops, sight().pool(ops, frames));
    RecurrentFilter filter = RecurrentFilter.over(ops, dynamics, features, conditions, null);
    return RecurrentFilter.stacked(ops, filter.latents());
  }

  @Override
  public Map<String, Tensor> layers(Ops ops, Tensor frames, Tensor conditions) {
    LayerTrace trace = new LayerTrace(ops, frames.size(0), frames.size(1) - 1);
    Tensor features = vision.encode(ops, sight().pool(ops, frames), trace);
    RecurrentFilter filter = RecurrentFilter.over(ops, dynamics, features, conditions, null);
    Tensor latents = RecurrentFilter.stacked(ops, filter.latents());
    trace.rows("memory h", ops.slice(latents, 2, 0, config.deterministic()));
    trace.rows("latent", latents);
    return trace.layers();
  }

  @Override
  public Tensor decode(Ops ops, Tensor latents) {
    return ops.sigmoid(vision.logits(ops, latents));
  }

  @Override
  public Tensor rollout(Ops ops, Tensor given, Tensor conditions, int steps) {
    long last = given.size(1) - 1;
    Tensor belief = RecurrentFilter.at(ops, given, last);
    Tensor h = ops.slice(belief, 1, 0, config.deterministic());
    Tensor s = ops.slice(belief, 1, config.deterministic(), latent());
    List<Tensor> imagined = new ArrayList<>();
    for (int k = 0; k < steps; k++) {
      Tensor told = conditions == null ? null : RecurrentFilter.at(ops, conditions, last + k);
      h = dynamics.step(ops, h, s, told);
      s = dynamics.prior(ops, h).mean();
      imagined.add(ops.concat(1, List.of(h, s)));
    }
    return RecurrentFilter.stacked(ops, imagined);
  }

  @Override
  public Computation objective(String name, Objective objective) {
    return new RecurrentObjective(this);
  }

  /** What s is drawn with, [windows, time, s]. */
  @Override
  public Map<String, INDArray> noise(Objective objective, int windows, RandomGenerator random) {
    int time = objective.window() - 1;
    float[] values = new float[windows * time * config.stochastic()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Map.of(
        "noise", Nd4j.createFromArray(values).reshape(windows, time, config.stochastic()));
  }
}

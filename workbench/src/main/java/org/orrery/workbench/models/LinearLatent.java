package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.checkpoints.Making;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.training.DataHash;
import org.orrery.workbench.training.Objective;

/**
 * The baseline that moves latents by one linear map: {@code z_t+1 = z_t + W [z_t-h+1 .. z_t, c_t] +
 * b}, the least-squares answer over clips. Before the first given latent it sees that one again.
 */
record LinearLatent(LinearLatentConfig config, Architecture base) implements Architecture {
  private static final String WEIGHT = "linear.weight";
  private static final String BIAS = "linear.bias";

  static LinearLatent of(LinearLatentConfig config) {
    return new LinearLatent(config, Baseline.base(config.base(), config.config()));
  }

  /** The best map for what a model sees in these clips. */
  static NeuralModel fit(WorldModel base, ClipSet clips) {
    NeuralModel model = Baseline.model(base);
    LinearLatentConfig config = LinearLatentConfig.of(model.config());
    LinearLatent linear = of(config);
    LeastSquares squares = new LeastSquares(linear.inputs(), linear.latent());
    INDArray latents = model.encode(clips);
    for (int i = 0; i < clips.size(); i++) {
      linear.add(squares, latents.slice(i), clips.get(i));
    }
    LeastSquares.Fit map = squares.solve(config.ridge());
    List<Parameter> parameters = new ArrayList<>(model.parameters().all());
    parameters.add(Parameter.weight(WEIGHT, map.weight()));
    parameters.add(Parameter.weight(BIAS, map.bias()));
    return model.fitted(
        config,
        Parameters.of(parameters),
        "least squares over %s".formatted(clips.describe()),
        Making.unknown().data(DataHash.of(clips), DataHash.ofSplit(clips, null)));
  }

  /** Numbers the map sees. */
  private int inputs() {
    return config.history() * latent() + conditions().size();
  }

  /** Every change of a clip but the first frame's, which has no frame before it. */
  private void add(LeastSquares squares, INDArray latents, Clip clip) {
    int d = latent();
    int history = config.history();
    float[] z = latents.dup('c').data().asFloat();
    float[] told =
        conditions().present()
            ? conditions().of(List.of(clip), 0, clip.frames()).data().asFloat()
            : new float[0];
    int k = conditions().size();
    for (int t = 1; t + 1 < clip.frames(); t++) {
      double[] seen = new double[inputs()];
      double[] change = new double[d];
      for (int j = 0; j < d; j++) {
        for (int back = 0; back < history; back++) {
          int row = Math.max(1, t - back);
          seen[(history - 1 - back) * d + j] = z[row * d + j];
        }
        change[j] = z[(t + 1) * d + j] - z[t * d + j];
      }
      for (int j = 0; j < k; j++) {
        seen[history * d + j] = told[t * k + j];
      }
      squares.add(seen, change);
    }
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

  /** The base's weights, and a map that changes nothing. */
  @Override
  public Parameters initialize(long seed) {
    List<Parameter> parameters = new ArrayList<>(base.initialize(seed).all());
    parameters.add(Parameter.weight(WEIGHT, Nd4j.zeros(latent(), inputs())));
    parameters.add(Parameter.weight(BIAS, Nd4j.zeros(latent())));
    return Parameters.of(parameters);
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
    List<Tensor> known = new ArrayList<>();
    for (int back = config.history() - 1; back >= 0; back--) {
      known.add(RecurrentFilter.at(ops, given, Math.max(0, given.size(1) - 1 - back)));
    }
    List<Tensor> imagined = new ArrayList<>();
    for (int k = 0; k < steps; k++) {
      List<Tensor> seen = new ArrayList<>(known.subList(k, k + config.history()));
      if (conditions != null) {
        seen.add(RecurrentFilter.at(ops, conditions, given.size(1) - 1 + k));
      }
      Tensor change = Layers.linear(ops, ops.concat(1, seen), "linear");
      Tensor next = ops.add(known.get(known.size() - 1), change);
      known.add(next);
      imagined.add(next);
    }
    return RecurrentFilter.stacked(ops, imagined);
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
        "%s is fitted at once by least squares, not step by step: take WorldModel.linearLatent(model, clips) of the model it stands beside"
            .formatted(name));
  }
}

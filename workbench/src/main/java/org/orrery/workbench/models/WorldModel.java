package org.orrery.workbench.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.checkpoints.Card;
import org.orrery.workbench.checkpoints.Checkpoint;
import org.orrery.workbench.checkpoints.StateDict;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.training.FineTune;

/**
 * A network that watches video and predicts in a latent space what comes next.
 *
 * <pre>{@code
 * WorldModel model = WorldModel.load("checkpoints/jepa-tiny");
 * model.fineTune(clips.train()).epochs(4).run();
 * INDArray latents = model.encode(clip);                               // [time, D]
 * Imagination dream = model.imagine(clip).given(4).frames(28);
 * }</pre>
 */
public interface WorldModel {

  /** Opens a checkpoint folder; relative paths are looked up beside the notebook, then at home. */
  static WorldModel load(String checkpoint) {
    return load(Checkpoint.find(checkpoint));
  }

  /** Opens a checkpoint folder on the fastest engine. */
  static WorldModel load(Path checkpoint) {
    return load(checkpoint, Engine.best());
  }

  /** Opens a checkpoint folder on this engine; the card's kind decides what it becomes. */
  static WorldModel load(Path checkpoint, Engine engine) {
    return NeuralModel.of(Checkpoint.read(checkpoint), engine);
  }

  /** A fresh model. */
  static WorldModel create(ModelConfig config, long seed) {
    return create(config, seed, Engine.best());
  }

  /** A fresh model on this engine. */
  static WorldModel create(ModelConfig config, long seed, Engine engine) {
    return NeuralModel.create(config, seed, engine);
  }

  /**
   * A model with weights from elsewhere, all of them or an error that lists every difference.
   *
   * <pre>{@code
   * StateDict theirs = StateDict.read(Path.of("weights.pt")).renamed(NameMap.lewm());
   * WorldModel model = WorldModel.of(LewmConfig.base().withConditions(actions), theirs, "decoder");
   * }</pre>
   *
   * @param fresh parts that have no weights there, by the first words of their parameters' names;
   *     they are drawn from seed 1
   * @throws org.orrery.workbench.checkpoints.CheckpointException if a weight of another part is
   *     missing or misshapen, or one is there that the model has no place for
   */
  static WorldModel of(ModelConfig config, StateDict weights, String... fresh) {
    return of(config, weights, Engine.best(), fresh);
  }

  /** The same on this engine. */
  static WorldModel of(ModelConfig config, StateDict weights, Engine engine, String... fresh) {
    return NeuralModel.of(config, weights, engine, List.of(fresh));
  }

  /**
   * The baseline that sees and paints as a model does and says that nothing changes: every error of
   * a model stands beside its own.
   */
  static WorldModel copyLast(WorldModel base) {
    return CopyLast.beside(base);
  }

  /**
   * The baseline that sees and paints as a model does and moves its latents by the best linear map,
   * fitted by least squares to these clips: what is beyond it, a network has learned.
   */
  static WorldModel linearLatent(WorldModel base, ClipSet clips) {
    return LinearLatent.fit(base, clips);
  }

  /** What the model is and how it came to be. */
  Card card();

  /** Its shape; the record's type is its kind. */
  ModelConfig config();

  /** Variables of a clip that the model is told beside its frames; mostly none. */
  List<Condition> conditions();

  /**
   * What it is told of frames {@code from} (inclusive) to {@code to} (exclusive) of clips, [clip,
   * to - from, k]; null if it has no conditions.
   */
  default INDArray conditions(List<Clip> clips, int from, int to) {
    Conditions all = new Conditions(conditions());
    return all.present() ? all.of(clips, from, to) : null;
  }

  /**
   * Latents of every frame, [time, D]: row t is the pair (t - 1, t), row 0 frame 0 with itself; of
   * a kind that sees single frames, row t is frame t.
   */
  INDArray encode(Clip clip);

  /** Latents of clips of equal length, [clip, time, D]. */
  INDArray encode(ClipSet clips);

  /**
   * What its layers hold of clips of equal length, by name and in their order, each [clip, time,
   * ...]; row t has seen no frame after t. Maps of convolutions are averaged over squares to 4 x 4.
   * A kind that shows no layer but its latents gives these.
   *
   * <pre>{@code
   * Probe.linear().targets(ProbeTarget.of("velocity")).withFewClips().perLayer(model, clips);
   * }</pre>
   */
  default Map<String, INDArray> layers(ClipSet clips) {
    return Map.of("latent", encode(clips));
  }

  /** Frames painted from latents [n, D]: [n, h, w] in [0, 1], or [n, 3, h, w] of an RGB model. */
  INDArray decode(INDArray latents);

  /** Begins to imagine how a clip goes on. */
  Imagine imagine(Clip clip);

  /** Imagined latents [n, steps, D] after given ones [n, time, D]. */
  INDArray rollout(INDArray given, int steps);

  /**
   * The same for a model with conditions: their values [n, time + steps, k], a row a given and an
   * imagined latent, each acting from its latent to the next, divided by their scales.
   */
  INDArray rollout(INDArray given, int steps, INDArray conditions);

  /**
   * The same model, steered: its latents are moved so that a variable grows by {@code change} of
   * its units.
   *
   * <pre>{@code
   * model.steer(report.direction("gravity"), +3).imagine(clip).given(4).frames(28);
   * }</pre>
   */
  default Steering steer(Direction direction, double change) {
    return new Steering(this, direction, change);
  }

  /** Prepares training on these clips; the model itself is changed when it runs. */
  FineTune fineTune(ClipSet clips);

  /** The same config with fresh weights: the control every probe needs. */
  WorldModel untrained();

  /** A copy that later training of this model does not change. */
  WorldModel copy();

  /**
   * Notes figures that were measured of these weights, in place of those noted before; the next
   * training forgets them.
   *
   * <pre>{@code
   * model.measured(Map.of("centre error at 24, px", rollout.centreError(24)))
   *     .licensed("CC-BY-4.0")
   *     .save(folder, "my-ball", "notebooks/my-ball.ipynb");
   * }</pre>
   *
   * @param metrics finite numbers by name, with their units in it; NaN is refused by its name
   * @return this model
   */
  WorldModel measured(Map<String, Double> metrics);

  /** Puts the weights under a licence, by its SPDX name; Apache-2.0 unless told. */
  WorldModel licensed(String spdx);

  /** Writes a checkpoint folder; an existing one is replaced whole or not at all. */
  void save(Path checkpoint, String name, String madeBy);
}

package org.orrery.workbench.models;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.checkpoints.Card;
import org.orrery.workbench.checkpoints.Checkpoint;
import org.orrery.workbench.checkpoints.Making;
import org.orrery.workbench.checkpoints.StateDict;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.training.FineTune;
import org.orrery.workbench.training.Objective;
import org.orrery.workbench.training.Trainable;
import org.orrery.workbench.training.TrainingListener;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.training.TrainingStep;

/** An {@link Architecture} with weights, on an engine: a world model of any kind. */
final class NeuralModel implements WorldModel, Trainable {
  private static final int ENCODED_AT_ONCE = 16;

  private final Architecture architecture;
  private final Engine engine;
  private Card card;
  private Parameters parameters;
  // Kept from question to question: what an engine prepares of weights and graphs serves them all.
  // Closed by the collector, as another thread may still ask the one before.
  private Network network;

  private NeuralModel(Architecture architecture, Engine engine, Card card, Parameters parameters) {
    this.architecture = architecture;
    this.engine = engine;
    this.card = card;
    this.parameters = parameters;
  }

  static NeuralModel create(ModelConfig config, long seed, Engine engine) {
    Architecture architecture = Kinds.architecture(config);
    Map<String, Object> shape = Kinds.map(config);
    Card card = new Card("untrained", config.kind(), shape, seed, List.of(), "", "Apache-2.0");
    return new NeuralModel(architecture, engine, card, architecture.initialize(seed));
  }

  static NeuralModel of(Checkpoint checkpoint, Engine engine) {
    ModelConfig config = Kinds.read(checkpoint.folder().toString(), checkpoint.card());
    Architecture architecture = Kinds.architecture(config);
    Parameters parameters = checkpoint.matching(architecture.initialize(0));
    return new NeuralModel(architecture, engine, checkpoint.card(), parameters);
  }

  /** A model of weights from elsewhere, and of fresh ones in the parts that have none there. */
  static NeuralModel of(ModelConfig config, StateDict weights, Engine engine, List<String> fresh) {
    Architecture architecture = Kinds.architecture(config);
    Parameters parameters = weights.matching(architecture.initialize(1), fresh);
    String file = weights.file().getFileName().toString();
    Map<String, Object> shape = Kinds.map(config);
    Card card = new Card(file, config.kind(), shape, 1, List.of(), "", "that of " + file);
    return new NeuralModel(architecture, engine, card.trained("weights of " + file), parameters);
  }

  /**
   * A model of another kind with this one's very weights. It is no child of this one, as a
   * checkpoint is known by its weights, and was made as this one was.
   */
  NeuralModel as(ModelConfig config) {
    Making made = card.making().measured(Map.of());
    return other(config, "beside %s, %s".formatted(card.name(), parameters), made, "", parameters);
  }

  /** A model of another kind, whose weights were fitted to what this one sees. */
  NeuralModel fitted(ModelConfig config, Parameters weights, String line, Making making) {
    String how = "beside %s, %s".formatted(card.name(), line);
    return other(config, how, making, card.weights(), weights);
  }

  private NeuralModel other(
      ModelConfig config, String line, Making making, String parent, Parameters weights) {
    String name = card.name() + "-" + config.kind();
    Map<String, Object> shape = Kinds.map(config);
    Card own =
        new Card(
            name, config.kind(), shape, card.seed(), List.of(), "", card.licence(), making, parent);
    return new NeuralModel(Kinds.architecture(config), engine, own.trained(line, making), weights);
  }

  @Override
  public Card card() {
    return card;
  }

  @Override
  public ModelConfig config() {
    return architecture.config();
  }

  @Override
  public List<Condition> conditions() {
    return architecture.conditions().all();
  }

  @Override
  public Engine engine() {
    return engine;
  }

  /** A copy: the engine has prepared what it holds, and would not see a change; see accept. */
  @Override
  public Parameters parameters() {
    return parameters.copy();
  }

  @Override
  public synchronized void accept(Parameters trained) {
    parameters = trained;
    network = null;
  }

  @Override
  public Computation objective(Objective objective) {
    return architecture.objective(card.name(), objective);
  }

  @Override
  public Map<String, INDArray> noise(Objective objective, RandomGenerator random) {
    return architecture.noise(objective, 1, random);
  }

  @Override
  public Map<String, INDArray> inputs(
      Objective objective, List<Clip> windows, RandomGenerator random) {
    Map<String, INDArray> inputs =
        new HashMap<>(architecture.noise(objective, windows.size(), random));
    if (architecture.conditions().present()) {
      int frames = windows.get(0).frames();
      inputs.put("conditions", architecture.conditions().of(windows, 0, frames));
    }
    return inputs;
  }

  @Override
  public Optional<Computation> latents() {
    return Optional.of(
        (ops, in) -> {
          // A window's first frame only comes before its second: its conditions lead to no latent.
          Tensor all = in.get("conditions");
          Tensor conditions = all == null ? null : ops.slice(all, 1, 1, all.size(1));
          return Map.of("latents", architecture.encode(ops, in.get("frames"), conditions));
        });
  }

  @Override
  public Optional<Object> glimpse(Parameters weights, Clip clip) {
    int given = Math.min(4, clip.frames() - 1);
    if (given < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new NeuralModel(architecture, engine, card, weights)
            .imagine(clip)
            .given(given)
            .frames(clip.frames() - given));
  }

  @Override
  public void check(Clip clip) {
    architecture.sight().check(card.name(), clip);
    architecture.conditions().check(card.name(), clip);
  }

  @Override
  public INDArray encode(Clip clip) {
    INDArray latents = encode(List.of(clip));
    return latents.reshape(latents.size(1), latents.size(2));
  }

  @Override
  public INDArray encode(ClipSet clips) {
    return encode(clips.toList());
  }

  @Override
  public Map<String, INDArray> layers(ClipSet clips) {
    return watch(clips.toList(), new Questions.Look(architecture, true));
  }

  private INDArray encode(List<Clip> clips) {
    return watch(clips, new Questions.Look(architecture, false)).get("z");
  }

  private synchronized Network network() {
    if (network == null) {
      network = engine.network(parameters);
    }
    return network;
  }

  /** What a computation gives of clips, some at a time: each [clip, time, n]. */
  private Map<String, INDArray> watch(List<Clip> clips, Computation encoder) {
    int time = clips.get(0).frames();
    Map<String, INDArray> all = new LinkedHashMap<>();
    Network asked = network();
    for (int from = 0; from < clips.size(); from += ENCODED_AT_ONCE) {
      List<Clip> part = clips.subList(from, Math.min(clips.size(), from + ENCODED_AT_ONCE));
      part.forEach(this::check);
      Map<String, INDArray> inputs = new LinkedHashMap<>();
      inputs.put("frames", Frames.doubledFirst(part, time));
      if (architecture.conditions().present()) {
        inputs.put("conditions", architecture.conditions().of(part, 0, time));
      }
      int first = from;
      asked
          .run(encoder, inputs)
          .forEach(
              (name, values) -> {
                INDArray whole =
                    all.computeIfAbsent(
                        name, key -> Nd4j.create(clips.size(), time, (int) values.size(2)));
                for (int i = 0; i < part.size(); i++) {
                  whole.putSlice(first + i, values.slice(i));
                }
              });
    }
    return all;
  }

  @Override
  public INDArray decode(INDArray latents) {
    Sight sight = architecture.sight();
    INDArray painted =
        network().run(new Questions.Paint(architecture), Map.of("z", latents)).get("frames");
    int canvas = architecture.canvas();
    return Frames.enlarge(painted, sight.colours(), canvas, sight.size() / canvas);
  }

  @Override
  public Imagine imagine(Clip clip) {
    check(clip);
    return new Imagine(this, clip);
  }

  @Override
  public INDArray rollout(INDArray given, int steps) {
    return rollout(given, steps, null);
  }

  @Override
  public INDArray rollout(INDArray given, int steps, INDArray conditions) {
    architecture.conditions().check(card.name(), given, steps, conditions);
    Map<String, INDArray> inputs = new LinkedHashMap<>();
    inputs.put("z", given);
    if (conditions != null) {
      inputs.put("conditions", conditions);
    }
    return network().run(new Questions.Dream(architecture, steps), inputs).get("z");
  }

  @Override
  public FineTune fineTune(ClipSet clips) {
    architecture.requireTrainable(card.name());
    return FineTune.of(this, clips)
        .listen(
            new TrainingListener() {
              @Override
              public void stepped(TrainingStep step) {}

              @Override
              public void finished(TrainingRun run) {
                if (!run.history().isEmpty()) {
                  card = card.trained(run.toString(), run.making());
                }
              }
            });
  }

  @Override
  public WorldModel untrained() {
    return create(architecture.config(), card.seed() + 1, engine);
  }

  @Override
  public WorldModel copy() {
    return new NeuralModel(architecture, engine, card, parameters);
  }

  @Override
  public WorldModel measured(Map<String, Double> metrics) {
    card = card.measured(metrics);
    return this;
  }

  @Override
  public WorldModel licensed(String spdx) {
    card = card.licensed(spdx);
    return this;
  }

  @Override
  public void save(Path checkpoint, String name, String madeBy) {
    card = Checkpoint.write(checkpoint, card.named(name, madeBy), parameters);
  }

  @Override
  public String toString() {
    return "%s (%s, D = %d, %s) on %s"
        .formatted(
            card.name(), config().kind(), architecture.latent(), parameters, engine.describe());
  }
}

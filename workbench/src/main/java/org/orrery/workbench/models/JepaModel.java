package org.orrery.workbench.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.checkpoints.Card;
import org.orrery.workbench.checkpoints.Checkpoint;
import org.orrery.workbench.checkpoints.CheckpointException;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.training.FineTune;
import org.orrery.workbench.training.Objective;
import org.orrery.workbench.training.Trainable;
import org.orrery.workbench.training.TrainingListener;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.training.TrainingStep;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A {@link Jepa} with weights, on an engine. */
final class JepaModel implements WorldModel, Trainable {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();
  private static final String KIND = "jepa";
  private static final int ENCODED_AT_ONCE = 16;

  private final Jepa jepa;
  private final Engine engine;
  private Card card;
  private Parameters parameters;

  private JepaModel(Jepa jepa, Engine engine, Card card, Parameters parameters) {
    this.jepa = jepa;
    this.engine = engine;
    this.card = card;
    this.parameters = parameters;
  }

  static JepaModel create(JepaConfig config, long seed, Engine engine) {
    Map<String, Object> map = JSON.convertValue(config, new TypeReference<>() {});
    Card card = new Card("untrained", KIND, map, seed, List.of(), "", "Apache-2.0");
    Jepa jepa = Jepa.of(config);
    return new JepaModel(jepa, engine, card, jepa.initialize(seed));
  }

  static JepaModel of(Checkpoint checkpoint, Engine engine) {
    if (!KIND.equals(checkpoint.card().kind())) {
      throw new CheckpointException(
          "%s holds a model of kind %s; this version knows %s"
              .formatted(checkpoint.folder(), checkpoint.card().kind(), KIND));
    }
    try {
      JepaConfig config = JSON.convertValue(checkpoint.card().config(), JepaConfig.class);
      Jepa jepa = Jepa.of(config);
      Parameters parameters = checkpoint.matching(jepa.initialize(0));
      return new JepaModel(jepa, engine, checkpoint.card(), parameters);
    } catch (JacksonException e) {
      throw new CheckpointException(
          "%s: the config in its card is not a jepa's: %s"
              .formatted(checkpoint.folder(), e.getOriginalMessage()));
    }
  }

  @Override
  public Card card() {
    return card;
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public void accept(Parameters trained) {
    parameters = trained;
  }

  @Override
  public Computation objective(Objective objective) {
    int latents = objective.given() + objective.horizon();
    int history = jepa.config().history();
    if (objective.given() < 1 || latents <= history) {
      throw new IllegalArgumentException(
          "%s looks back on %d latents, so it needs windows of more; %d given + %d imagined are %d: use .horizon(%d)"
              .formatted(
                  card.name(),
                  history,
                  objective.given(),
                  objective.horizon(),
                  latents,
                  history + 1 - Math.min(history, Math.max(1, objective.given()))));
    }
    return new JepaObjective(jepa, objective);
  }

  @Override
  public Map<String, INDArray> noise(Objective objective, RandomGenerator random) {
    return Map.of(
        "projections", SigReg.projections(jepa.config().latent(), objective.projections(), random));
  }

  @Override
  public Optional<Computation> latents() {
    return Optional.of(
        (ops, in) ->
            Map.of(
                "latents", jepa.encoder().encode(ops, jepa.encoder().pool(ops, in.get("frames")))));
  }

  @Override
  public Optional<Object> glimpse(Parameters weights, Clip clip) {
    int given = Math.min(jepa.config().history(), clip.frames() - 1);
    if (given < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new JepaModel(jepa, engine, card, weights)
            .imagine(clip)
            .given(given)
            .frames(clip.frames() - given));
  }

  @Override
  public void check(Clip clip) {
    int size = jepa.config().size();
    if (clip.channels() != 1 || clip.height() != size || clip.width() != size) {
      throw new IllegalArgumentException(
          "%s watches grey clips of %dx%d; clip %s is %dx%d with %d channel(s): use .grey() and .resize(%d, %d)"
              .formatted(
                  card.name(),
                  size,
                  size,
                  clip.id(),
                  clip.width(),
                  clip.height(),
                  clip.channels(),
                  size,
                  size));
    }
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

  private INDArray encode(List<Clip> clips) {
    int time = clips.get(0).frames();
    INDArray latents = Nd4j.create(clips.size(), time, jepa.config().latent());
    Computation encoder =
        (ops, in) ->
            Map.of("z", jepa.encoder().encode(ops, jepa.encoder().pool(ops, in.get("frames"))));
    try (Network network = engine.network(parameters)) {
      for (int from = 0; from < clips.size(); from += ENCODED_AT_ONCE) {
        List<Clip> part = clips.subList(from, Math.min(clips.size(), from + ENCODED_AT_ONCE));
        part.forEach(this::check);
        INDArray encoded =
            network.run(encoder, Map.of("frames", Frames.doubledFirst(part, time))).get("z");
        for (int i = 0; i < part.size(); i++) {
          latents.putSlice(from + i, encoded.slice(i));
        }
      }
    }
    return latents;
  }

  @Override
  public INDArray decode(INDArray latents) {
    JepaConfig config = jepa.config();
    try (Network network = engine.network(parameters)) {
      INDArray inner =
          network
              .run(
                  (ops, in) ->
                      Map.of("frames", ops.sigmoid(jepa.decoder().logits(ops, in.get("z")))),
                  Map.of("z", latents))
              .get("frames");
      return Frames.enlarge(inner, config.inner(), config.pool());
    }
  }

  @Override
  public Imagine imagine(Clip clip) {
    check(clip);
    return new Imagine(this, clip);
  }

  @Override
  public INDArray rollout(INDArray given, int steps) {
    try (Network network = engine.network(parameters)) {
      return network
          .run(
              (ops, in) -> Map.of("z", jepa.predictor().rollout(ops, in.get("z"), steps)),
              Map.of("z", given))
          .get("z");
    }
  }

  @Override
  public FineTune fineTune(ClipSet clips) {
    return FineTune.of(this, clips)
        .listen(
            new TrainingListener() {
              @Override
              public void stepped(TrainingStep step) {}

              @Override
              public void finished(TrainingRun run) {
                card = card.trained(run.toString());
              }
            });
  }

  @Override
  public WorldModel untrained() {
    return create(jepa.config(), card.seed() + 1, engine);
  }

  @Override
  public WorldModel copy() {
    return new JepaModel(jepa, engine, card, parameters);
  }

  @Override
  public void save(Path checkpoint, String name, String madeBy) {
    Checkpoint.write(checkpoint, card.named(name, madeBy), parameters);
  }

  @Override
  public String toString() {
    return "%s (%s, D = %d, %s) on %s"
        .formatted(card.name(), KIND, jepa.config().latent(), parameters, engine.describe());
  }
}

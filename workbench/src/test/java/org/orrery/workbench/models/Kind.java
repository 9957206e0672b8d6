package org.orrery.workbench.models;

import java.util.List;
import java.util.Optional;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.training.FineTune;
import org.orrery.workbench.worlds.Worlds;

/** Every kind that learns by gradients, in the smallest size that has every part. */
enum Kind {
  JEPA(Tiny.config()),
  JEPA_VIT(
      new JepaConfig(
          16,
          1,
          2,
          3,
          false,
          List.of(),
          Optional.of(new VitConfig(4, 8, 1, 2)),
          16,
          6,
          8,
          1,
          2,
          3,
          1.5,
          3,
          0,
          16,
          4,
          List.of())),
  JEPA_TOLD(Tiny.config().withConditions(List.of(new Condition("velocity", 2, 10)))),
  LEWM(lewm(List.of())),
  LEWM_TOLD(lewm(List.of(new Condition("velocity", 2, 10)))),
  SLOTS(new SlotsConfig(16, 1, 1, 3, true, 2, 4, 4, 16, 1, 0.5, 1, 16, List.of())),
  SLOTS_TOLD(
      new SlotsConfig(
          16,
          1,
          1,
          3,
          false,
          1,
          3,
          4,
          16,
          1,
          0.5,
          0,
          16,
          List.of(new Condition("velocity", 2, 10)))),
  RECURRENT(new RecurrentConfig(16, 1, 1, 3, List.of(4, 8), 16, 8, 3, 0.8, 0.1, 1, List.of())),
  RECURRENT_TOLD(
      new RecurrentConfig(
          16,
          1,
          1,
          3,
          List.of(4, 8),
          16,
          8,
          3,
          0.8,
          0.1,
          1,
          List.of(new Condition("velocity", 2, 10))));

  final ModelConfig config;

  Kind(ModelConfig config) {
    this.config = config;
  }

  private static LewmConfig lewm(List<Condition> told) {
    return new LewmConfig(
        16, 1, new VitConfig(4, 8, 1, 2), 16, 6, 1, 2, 3, 12, 3, 0, 5, 16, 8, told);
  }

  NeuralModel create(Engine engine) {
    return NeuralModel.create(config, 5, engine);
  }

  static ClipSet clips(int n) {
    return Clips.of(Worlds.bouncingBall().size(16).frames(12), n).seed(3);
  }

  static FineTune tune(NeuralModel model, ClipSet clips) {
    return model.fineTune(clips).batch(4).warmup(1).horizon(2);
  }
}

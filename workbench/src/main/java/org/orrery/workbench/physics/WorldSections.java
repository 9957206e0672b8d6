package org.orrery.workbench.physics;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.Camera;
import org.orrery.workbench.worlds.Holdout;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;

/** The sections of an exam that need a world, each with what it needs of it. */
final class WorldSections {
  private static final int FLOOR_CLIPS = 5;
  private static final double READABLE = 0.25;
  private static final int MOST_FAULTS = 20;

  private final WorldModel model;
  private final World world;
  private final Holdout held;
  private final int clips;
  private final long seed;
  private final UnaryOperator<Clip> view;

  WorldSections(WorldModel model, World world, Holdout held, int clips, long seed) {
    this.model = model;
    this.world = world;
    this.held = held;
    this.clips = clips;
    this.seed = seed;
    this.view = ModelView.of(model);
  }

  ExamSection<Conservation> conservation(List<Imagination> dreams, Progress progress) {
    Conservation found = Conservation.of(world, dreams, progress);
    return found.applies() ? ExamSection.of(found) : ExamSection.none(found.text());
  }

  /** Beside how well the detector finds faults in this world, as the model sees it. */
  ExamSection<PermanenceLedger> permanence(List<Imagination> dreams, Progress progress) {
    PermanenceLedger ledger = PermanenceLedger.of(dreams, progress);
    int faults = Math.min(clips, MOST_FAULTS);
    return ExamSection.of(ledger.beside(DetectorTrial.in(world, faults, seed, view, progress)));
  }

  ExamSection<SurpriseReport> surprise(List<Violation> kinds, Progress progress) {
    if (kinds.isEmpty()) {
      return ExamSection.none(
          "not applicable, because %s gives no occasion for a violation".formatted(world.name()));
    }
    return ExamSection.of(new SurpriseTrial(model, world, clips, seed, progress).run(kinds));
  }

  /** By what is held back, where the velocity of one thing can be read off frames. */
  ExamSection<RulesReport> rules(Progress progress) {
    Optional<String> obstacle = unreadable();
    if (obstacle.isPresent()) {
      return ExamSection.none("not applicable, because " + obstacle.get());
    }
    if (held.parts().isEmpty()) {
      return ExamSection.none(
          "not applicable, because no parameter of %s has a range that something could lie beyond: give one the range that the model was trained on"
              .formatted(world.name()));
    }
    return ExamSection.of(
        RulesTrial.of(model, held, clips, seed, progress).run(model.card().name()));
  }

  private Optional<String> unreadable() {
    if (!world.camera().equals(Camera.still())) {
      return Optional.of(
          "it is filmed by %s, through which velocities are not those of the world"
              .formatted(world.camera()));
    }
    Variable place = world.generate(seed, 0).variables().get("position");
    if (place == null || place.components().size() != 2) {
      return Optional.of(
          "the velocity of one thing is judged, and clips of %s do not tell one place (x, y)"
              .formatted(world.name()));
    }
    VelocityError floor =
        VelocityError.floor(VelocityInstrument.CENTROID, world, FLOOR_CLIPS, seed);
    return floor.perFrame() <= READABLE * floor.speed()
        ? Optional.empty()
        : Optional.of(
            "even off the true frames of %s velocities are read %.2g m/s wrong at a speed of %.2g m/s"
                .formatted(world.name(), floor.perFrame(), floor.speed()));
  }

  ExamSection<WhatIfReport> whatIf(Progress progress) {
    Optional<Intervention> chosen = Intervention.in(world);
    if (chosen.isEmpty()) {
      return ExamSection.none(Intervention.why(world));
    }
    Intervention change = chosen.get();
    return ExamSection.of(
        new WhatIfTrial(model, world, change.outcome(), clips, seed, progress)
            .run(change.parameter(), change.values(world)));
  }

  ExamSection<TakesReport> physicsIq(List<Imagination> dreams, Progress progress) {
    return ExamSection.of(
        TakesReport.of(dreams, i -> view.apply(world.take(seed, i, 1)), progress));
  }

  ExamSection<SceneReport> scene(List<Imagination> dreams, Progress progress) {
    return SceneReport.obstacle(world, dreams.get(0).truth())
        .map(ExamSection::<SceneReport>none)
        .orElseGet(() -> ExamSection.of(SceneReport.of(world, dreams, progress)));
  }
}

package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.Holdout;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;

/** Takes an exam: lets a model imagine, and measures. */
final class Examination {
  private static final int GIVEN = 4;
  private static final int STEPS = 24;
  private static final int FEWEST = 5;
  private static final int MOST = 40;

  private final WorldModel model;
  private final UnaryOperator<Clip> view;
  private final Progress progress;
  private final Sections sections;
  private final Map<String, String> provenance = new LinkedHashMap<>();

  Examination(WorldModel model, Progress progress) {
    this.model = model;
    this.view = ModelView.of(model);
    this.progress = progress;
    this.sections = new Sections(progress);
    provenance.put("model", model.card().name());
    provenance.put("kind", model.card().kind());
    provenance.put("weights, SHA-256", model.card().weights());
    provenance.put("config", model.config().toString());
  }

  /** On the first clips of a seed of a world, with matched pairs of each kind of violation. */
  Exam in(World world, int clips, long seed, List<Violation> kinds) {
    return in(world, RulesTrial.around(world), clips, seed, kinds);
  }

  /** Inside a holdout, with rules by what is held back. */
  Exam in(Holdout held, int clips, long seed) {
    RulesTrial.requireHeldBack(held);
    World inside = held.inside();
    provenance.put("held back", String.join(", ", held.parts().keySet()));
    return in(inside, held, clips, seed, Violation.of(inside));
  }

  private Exam in(World world, Holdout held, int clips, long seed, List<Violation> kinds) {
    if (clips < FEWEST) {
      throw new IllegalArgumentException(
          "%d clips are too few for an exam: ask for %d or more".formatted(clips, FEWEST));
    }
    provenance.put("world", world.describe());
    provenance.put("split", "generated, clips 0 to %d".formatted(clips - 1));
    provenance.put("seed", Long.toString(seed));
    List<Imagination> dreams =
        dreams(
            IntStream.range(0, clips).boxed().toList(), i -> view.apply(world.generate(seed, i)));
    WorldSections in = new WorldSections(model, world, held, clips, seed);
    ExamSection<PermanenceLedger> permanence =
        sections.measure("permanence", p -> in.permanence(dreams, p));
    return exam(
        "%s, %d clips of seed %d".formatted(world.describe(), dreams.size(), seed),
        ExamPlan.of(world, clips, seed, kinds),
        dreams,
        permanence,
        sections.measure("conservation", p -> in.conservation(dreams, p)),
        sections.measure("surprise", p -> in.surprise(kinds, p)),
        sections.measure("rules", in::rules),
        sections.measure("what if", in::whatIf),
        sections.measure("Physics-IQ", p -> in.physicsIq(dreams, p)),
        sections.measure("mirror, shadow and joints", p -> in.scene(dreams, p)));
  }

  /** On clips of any origin. */
  Exam on(ClipSet set) {
    List<Clip> parts = parts(set);
    provenance.put("clips", set.describe());
    provenance.put("split", "as the clips say");
    String none = "not applicable, because the clips were given without a world that ";
    List<Imagination> dreams = dreams(parts, view);
    return exam(
        "%s, %s".formatted(set.describe(), provenance.get("windows")),
        ExamSection.none("its clips were made by no world"),
        dreams,
        sections.measure("permanence", p -> ExamSection.of(PermanenceLedger.of(dreams, p))),
        ExamSection.none(none + "says what must be kept"),
        ExamSection.none(none + "could show the same clip with something impossible in it"),
        ExamSection.none(none + "says which values lie beyond those that were seen"),
        ExamSection.none(none + "could be changed"),
        ExamSection.none(none + "could be filmed again"),
        ExamSection.none(none + "says where mirror, shadow or joints must be"));
  }

  /** An interrupt ends it between two clips; with enough of them the exam goes by those. */
  private <T> List<Imagination> dreams(List<T> places, Function<T, Clip> clip) {
    progress.step("imagination: %d clips".formatted(places.size()));
    List<Imagination> dreams = new ArrayList<>();
    for (T place : places) {
      if (Thread.currentThread().isInterrupted() && dreams.size() >= FEWEST) {
        sections.interruptedIn("imagination, after %d clips".formatted(dreams.size()));
        return dreams;
      }
      progress.check();
      Clip truth = clip.apply(place);
      int steps = Math.min(STEPS, truth.frames() - GIVEN);
      dreams.add(model.imagine(truth).given(GIVEN).frames(steps));
    }
    return dreams;
  }

  private Exam exam(
      String where,
      ExamSection<ExamPlan> plan,
      List<Imagination> dreams,
      ExamSection<PermanenceLedger> permanence,
      ExamSection<Conservation> conservation,
      ExamSection<SurpriseReport> surprise,
      ExamSection<RulesReport> rules,
      ExamSection<WhatIfReport> whatIf,
      ExamSection<TakesReport> physicsIq,
      ExamSection<SceneReport> scene) {
    RolloutReport rollout = Physics.rollout(dreams).report();
    provenance.put("frames given", Integer.toString(GIVEN));
    provenance.put("frames imagined", Integer.toString(rollout.horizons()));
    if (!sections.interrupted().isEmpty()) {
      provenance.put("interrupted", "during " + sections.interrupted());
    }
    provenance.put("Orrery", version());
    provenance.put("Java", System.getProperty("java.version"));
    return new Exam(
        model.card().name(),
        where,
        rollout,
        Ranking.of(dreams),
        dreams.stream().mapToDouble(Examination::error).toArray(),
        surprise,
        conservation,
        permanence,
        rules,
        whatIf,
        physicsIq,
        scene,
        plan,
        provenance);
  }

  /** Clips of one length: the beginnings of many clips, or windows of a few, end to end. */
  private List<Clip> parts(ClipSet set) {
    List<Clip> parts = new ArrayList<>();
    int clips = Math.min(MOST, set.size());
    int shortest = IntStream.range(0, clips).map(set::frames).min().orElse(0);
    int length = Math.min(GIVEN + STEPS, shortest);
    if (length <= GIVEN + 1) {
      throw new IllegalArgumentException(
          "the shortest of %s has %d frames; an exam needs %d or more (%d given + 2 imagined): leave it out"
              .formatted(set.describe(), shortest, GIVEN + 2, GIVEN));
    }
    boolean cut = set.size() < FEWEST;
    for (int i = 0; i < clips; i++) {
      int last = cut ? set.frames(i) - length : 0;
      for (int from = 0; from <= last && parts.size() < MOST; from += length) {
        Clip window = set.window(i, from, from + length);
        parts.add(cut ? window.named("%s-from-%d".formatted(window.id(), from)) : window);
      }
    }
    if (parts.size() < 2) {
      throw new IllegalArgumentException(
          "%s give %d window of %d frames; an exam compares 2 or more: use longer or more clips"
              .formatted(set.describe(), parts.size(), length));
    }
    provenance.put(
        "windows",
        cut
            ? "%d windows of %d frames, end to end: they are not independent, so intervals are too narrow"
                .formatted(parts.size(), length)
            : "the first %d frames of %d clips".formatted(length, parts.size()));
    return parts;
  }

  private static double error(Imagination dream) {
    double[][] guess = dream.imaginedLatents().toDoubleMatrix();
    double[][] truth = dream.trueLatents().toDoubleMatrix();
    double sum = 0;
    double copied = 0;
    for (int h = 0; h < guess.length; h++) {
      double[] actual = truth[dream.given() + h];
      sum += LatentArrays.squaredDistance(guess[h], actual);
      copied += LatentArrays.squaredDistance(truth[dream.given() - 1], actual);
    }
    return sum / copied;
  }

  private static String version() {
    return Optional.ofNullable(Exam.class.getPackage().getImplementationVersion())
        .orElse("from classes");
  }
}

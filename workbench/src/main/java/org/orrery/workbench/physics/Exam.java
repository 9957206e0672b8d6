package org.orrery.workbench.physics;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orrery.workbench.files.Aside;
import tech.tablesaw.api.Table;

/**
 * The physics exam of one model: what its imagination is worth, whether what it imagines obeys the
 * world's laws, and what surprises it.
 *
 * <pre>{@code
 * Exam exam = Physics.exam(model, Worlds.bouncingBall());
 * exam                                          // the page
 * exam.table()                                  // one figure a row, comparable between models
 * exam.html(Path.of("exam.html"));
 * exam.json(Path.of("exam.json"));              // every figure of every clip
 * }</pre>
 *
 * @param model the model's name
 * @param world what it was examined in
 * @param rollout imagination beside the truth, on the same clips
 * @param ranking where the true state ranks among those of all clips
 * @param errors squared latent error over all imagined frames, over that of copying the last given
 *     latent, [clip]: what two exams of the same world and seed are compared by, whatever the scale
 *     of their latents
 * @param surprise possible and impossible clips
 * @param conservation what the world keeps
 * @param permanence whether things stay what they are
 * @param rules whether it follows the world's rules beyond what was seen, or imitates cases
 * @param whatIf a changed value of the world, and what is imagined to come out
 * @param physicsIq imagined clips against two takes of the world
 * @param scene mirror, shadow or joints, where the world has them
 * @param plan what it takes to take the exam again
 * @param provenance what it takes to measure the same again: weights, clips, split, seed, versions
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record Exam(
    String model,
    String world,
    RolloutReport rollout,
    Ranking ranking,
    double[] errors,
    ExamSection<SurpriseReport> surprise,
    ExamSection<Conservation> conservation,
    ExamSection<PermanenceLedger> permanence,
    ExamSection<RulesReport> rules,
    ExamSection<WhatIfReport> whatIf,
    ExamSection<TakesReport> physicsIq,
    ExamSection<SceneReport> scene,
    ExamSection<ExamPlan> plan,
    Map<String, String> provenance) {

  /** Keeps the order of the provenance. */
  public Exam {
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** This exam's latent errors against another's of the same world and clips. */
  public PairedTest against(Exam other) {
    if (!world.equals(other.world)) {
      throw new IllegalArgumentException(
          "exams are compared on the same clips; \"%s\" and \"%s\" differ: take both in one world with one seed"
              .formatted(world, other.world));
    }
    return PairedTest.of(errors, other.errors);
  }

  /**
   * One figure a row, with the 95 % interval when the clips are drawn again; an interval is missing
   * where clips are not what is drawn.
   */
  public Table table() {
    return new ExamTable(this).table();
  }

  /** The sections by name, in the order of the page; those of the rollouts are always there. */
  public Map<String, ExamSection<?>> sections() {
    Map<String, ExamSection<?>> sections = new LinkedHashMap<>();
    sections.put("surprise", surprise);
    sections.put("conservation", conservation);
    sections.put("permanence", permanence);
    sections.put("rules", rules);
    sections.put("what if", whatIf);
    sections.put("Physics-IQ", physicsIq);
    sections.put("mirror, shadow and joints", scene);
    return sections;
  }

  /** What does not apply or failed, by section, with the reason. */
  public Map<String, String> notApplicable() {
    Map<String, String> reasons = new LinkedHashMap<>();
    sections()
        .forEach(
            (name, section) -> {
              if (!section.applies()) {
                reasons.put(name, section.why());
              }
            });
    return reasons;
  }

  /** Whether it follows rules, imitates or neither can be said, in a line with its evidence. */
  public String verdict() {
    return ExamVerdict.of(this);
  }

  /** Writes the page as one file that needs nothing else; it is whole or not there. */
  public void html(Path file) {
    Aside.text(file, ExamPage.found().of(this));
  }

  /**
   * Writes every figure, of every clip where there is one, with intervals, controls and provenance;
   * the file is whole or not there. Figures that are not finite are the strings NaN and Infinity.
   */
  public void json(Path file) {
    Aside.text(file, ExamJson.of(this));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Exam that
        && model.equals(that.model)
        && world.equals(that.world)
        && rollout.equals(that.rollout)
        && surprise.equals(that.surprise)
        && conservation.equals(that.conservation)
        && permanence.equals(that.permanence)
        && rules.equals(that.rules)
        && whatIf.equals(that.whatIf)
        && physicsIq.equals(that.physicsIq)
        && scene.equals(that.scene)
        && provenance.equals(that.provenance);
  }

  @Override
  public int hashCode() {
    return List.of(model, world, rollout).hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "%s in %s%n%s%n%s".formatted(model, world, verdict(), table().printAll()));
    sections().forEach((name, section) -> text.append("%n%n%s%n%s".formatted(name, section)));
    return text.toString();
  }
}

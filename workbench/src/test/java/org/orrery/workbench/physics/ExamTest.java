package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.models.JepaConfig;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.Holdout;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;
import tech.tablesaw.api.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ExamTest {
  private static final WorldModel MODEL =
      WorldModel.load(Path.of("..", "checkpoints", "jepa-tiny"));
  private static final World WORLD = Worlds.bouncingBall().gravity(1, 12);
  private static final List<Violation> KINDS = List.of(Violation.TELEPORTS);
  private static final List<String> LINES = new ArrayList<>();
  private static Exam exam;

  @TempDir Path folder;

  @BeforeAll
  static void take() {
    exam = Physics.exam(MODEL, WORLD, 6, 4711, KINDS, LINES::add);
  }

  @Test
  void theShippedModelIsAheadOfAnUntrainedOneOnTheSameClips() {
    Exam fresh = Physics.exam(MODEL.untrained(), WORLD, 6, 4711, KINDS, line -> {});

    assertThat(LINES).hasSizeGreaterThan(3);
    assertThat(exam.rollout().latentRatio(8)).isLessThan(1);
    assertThat(exam.rollout().model().ssim().value(8))
        .isGreaterThan(fresh.rollout().model().ssim().value(8));
    PairedTest ahead = exam.against(fresh);
    assertThat(ahead.difference()).isNegative();
    assertThat(ahead.p()).isLessThan(0.05);
    assertThat(exam.permanence().report().imagined())
        .isLessThan(fresh.permanence().report().imagined());
    assertThat(Physics.compare(exam, fresh).columnNames())
        .containsExactly("measure", "1 jepa-tiny", "2 untrained");
    assertThat(compared(fresh, "latent error against the first, effect size")).isPositive();
    assertThat(compared(fresh, "SSIM at 8 against the first, effect size")).isNegative();
    assertThat(compared(fresh, "SSIM at 8 against the first, p")).isLessThan(0.05);
    assertThat(exam.table().stringColumn("measure").asList())
        .contains("H@1 at 10", "MRR at 10", "SSIM at 24", "surprise, relative, TELEPORTS")
        .contains("valid prediction time, frames", "imagined clips with a fault");
    assertThat(exam.notApplicable().keySet()).containsExactly("mirror, shadow and joints");
  }

  /** A figure of the second exam in the comparison with the shipped model's. */
  private static double compared(Exam other, String measure) {
    Table table = Physics.compare(exam, other);
    int row = table.stringColumn("measure").asList().indexOf(measure);
    return table.doubleColumn(2).getDouble(row);
  }

  @Test
  void everySectionThatTheWorldHasAnOccasionForIsMeasuredAndTellsItsFigures() {
    RulesReport alone =
        Physics.rules(MODEL, Holdout.of(WORLD).outside("gravity", 13.1, 17.5), 6, 4711, line -> {});

    // the sections are the instruments of their own
    assertThat(exam.rules().report()).isEqualTo(alone);
    assertThat(exam.verdict()).startsWith(alone.why()).contains("with another gravity");
    assertThat(exam.whatIf().report().rows())
        .extracting(WhatIfReport.Row::value)
        .containsExactly(1.0, 6.5, 12.0);
    assertThat(exam.whatIf().report().row(12).simulated().value())
        .isGreaterThan(exam.whatIf().report().row(1).simulated().value());
    DetectorReport instrument = exam.permanence().report().instrument().orElseThrow();
    assertThat(instrument.row(VideoFault.TELEPORT).recall()).isGreaterThan(0.8);
    assertThat(instrument.rows()).allSatisfy(row -> assertThat(row.clips()).isEqualTo(6));
    TakesReport takes = exam.physicsIq().report();
    assertThat(takes.takesAlike()).isTrue();
    assertThat(takes.score().value()).isBetween(takes.copyLast().score(), 100.0);
    assertThat(exam.table().stringColumn("measure").asList())
        .contains("velocity error, held back over in distribution", "Physics-IQ")
        .contains("gain of least position y on gravity");
  }

  @Test
  void whoTrainedInsideAHoldoutIsExaminedByWhatWasHeldBack() {
    Holdout held =
        Holdout.of(Worlds.bouncingBall().gravity(1, 12).restitution(0.5, 0.9))
            .gap("gravity", 5, 7)
            .outside("gravity", 14, 16)
            .combination("gravity", 9, 12, "restitution", 0.5, 0.6);

    Exam asked = Physics.exam(MODEL, held, 5, 4711, line -> {});

    assertThat(asked.rules().report()).isEqualTo(Physics.rules(MODEL, held, 5, 4711, line -> {}));
    assertThat(asked.provenance()).containsEntry("held back", "gap, combination, gravity 14 to 16");
    assertThat(asked.surprise().report().rows()).isNotEmpty();
    assertThatThrownBy(() -> Physics.exam(MODEL, Holdout.of(WORLD), 5, 4711, line -> {}))
        .hasMessageContaining("nothing is held back of bouncing-ball: say what");
  }

  @Test
  void aWorldWithoutAnOccasionSaysWhyAndLosesNothingElse() {
    World light = Worlds.light();
    WorldModel colours = WorldModel.create(JepaConfig.nano().withColours(3), 1);

    Exam mirror =
        Physics.exam(colours, light, 5, 3, List.of(Violation.WRONG_REFLECTION), line -> {});

    assertThat(mirror.notApplicable().keySet()).containsExactly("conservation", "rules", "what if");
    assertThat(mirror.notApplicable().values())
        .allSatisfy(why -> assertThat(why).startsWith("not applicable, because"));
    SceneReport scene = mirror.scene().report();
    assertThat(scene.rows())
        .extracting(SceneReport.Row::check)
        .containsExactly("reflection", "shadow");
    assertThat(scene.rows().get(0).judged()).isPositive();
    assertThat(scene.rows().get(0).truth().value()).isBetween(0.0, 0.6);
    assertThat(mirror.verdict()).startsWith("No verdict on rules or imitation: not applicable");
  }

  @Test
  void clipsWithoutAWorldAreExaminedAsFarAsTheyCanBe() {
    Exam real = Physics.exam(MODEL, Clips.of(WORLD, 5).seed(4711));

    assertThat(real.rollout().horizons()).isEqualTo(24);
    assertThat(real.notApplicable().keySet())
        .containsExactly(
            "surprise",
            "conservation",
            "rules",
            "what if",
            "Physics-IQ",
            "mirror, shadow and joints");
    assertThat(real.notApplicable().values())
        .allSatisfy(why -> assertThat(why).startsWith("not applicable, because"));
    assertThat(real.errors()).containsExactly(Arrays.copyOf(exam.errors(), 5), within(1e-4));
  }

  @Test
  void aFewLongClipsAreCutIntoWindowsAndTheExamSaysSo() {
    Exam real = Physics.exam(MODEL, Clips.of(Worlds.bouncingBall().frames(90), 1).seed(1));

    assertThat(real.rollout().clips()).isEqualTo(3);
    assertThat(real.world()).contains("3 windows of 28 frames", "not independent");
    assertThatThrownBy(() -> Physics.exam(MODEL, Clips.of(Worlds.bouncingBall().frames(5), 6)))
        .hasMessageContaining("has 5 frames; an exam needs 6 or more");
  }

  @Test
  void whatIsWrittenIsWholeAndReadsBack() throws IOException {
    exam.html(folder.resolve("exam.html"));
    exam.json(folder.resolve("exam.json"));

    assertThat(Files.readString(folder.resolve("exam.html")))
        .startsWith("<!doctype html>")
        .contains("Imagination", "Surprise", "Conservation", "Permanence", "Provenance", "<svg")
        .contains("Mimicry or rules", "What if", "Physics-IQ", "Mirror, shadow and joints")
        .contains("teleports: what is impossible begins at frame", "faults injected into true")
        .doesNotContain("http://", "https://");
    JsonNode read = new ObjectMapper().readTree(folder.resolve("exam.json").toFile());
    assertThat(read.at("/rollout/model/SSIM/value")).hasSize(24);
    assertThat(read.at("/rollout/model/SSIM/each/23")).hasSize(6);
    assertThat(read.at("/rollout/model/SSIM/low/7").asDouble())
        .isEqualTo(exam.rollout().model().ssim().interval(8)[0]);
    assertThat(read.at("/provenance/seed").asString()).isEqualTo("4711");
    assertThat(read.at("/provenance/weights, SHA-256").asString()).hasSize(64);
    assertThat(read.get("table")).hasSize(exam.table().rowCount());
    assertThat(read.at("/surprise/rows")).hasSize(3);
    assertThat(read.at("/permanence/injected faults/0/recall").isNumber()).isTrue();
    assertThat(read.at("/version").asInt()).isEqualTo(2);
    assertThat(read.at("/rules/verdict").asString())
        .isEqualTo(exam.rules().report().verdict().name());
    assertThat(read.at("/what if/gain/value").asDouble())
        .isEqualTo(exam.whatIf().report().gain().value());
    assertThat(folder).isDirectoryNotContaining("glob:**aside**");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void oneClipIsRefused() {
    assertThatThrownBy(() -> Physics.exam(MODEL, WORLD, 1, 1, line -> {}))
        .hasMessageContaining("1 clips are too few");
  }

  @Test
  void anInterruptBeforeAnythingIsMeasuredEndsIt() throws InterruptedException {
    AtomicReference<Throwable> end = new AtomicReference<>();

    // interrupted before it imagines the first of 400 clips
    interrupted("imagination", 400, (thrown, made) -> end.set(thrown));

    assertThat(end.get()).isInstanceOf(CancellationException.class);
    assertThat(end.get()).hasMessageContaining("interrupted");
  }

  @Test
  void anInterruptLaterGivesThePageOfWhatIsDone() throws InterruptedException {
    AtomicReference<Exam> done = new AtomicReference<>();

    interrupted("surprise", 6, (thrown, made) -> done.set(made));

    Exam partial = done.get();
    assertThat(partial.rollout()).isEqualTo(exam.rollout());
    assertThat(partial.conservation()).isEqualTo(exam.conservation());
    assertThat(partial.notApplicable())
        .containsEntry("surprise", "not measured, because the exam was interrupted during surprise")
        .containsEntry("rules", "not measured, because the exam was interrupted during surprise");
    assertThat(partial.provenance()).containsEntry("interrupted", "during surprise");
    partial.json(folder.resolve("partial.json"));
    assertThatThrownBy(() -> ExamVerification.of(folder.resolve("partial.json"), MODEL, line -> {}))
        .hasMessageContaining("it was interrupted during surprise");
  }

  /** Takes an exam on a thread that is interrupted as soon as the section begins. */
  private static void interrupted(String section, int clips, BiConsumer<Throwable, Exam> end)
      throws InterruptedException {
    Thread examined =
        new Thread(
            () -> {
              try {
                end.accept(
                    null,
                    Physics.exam(
                        MODEL,
                        WORLD,
                        clips,
                        4711,
                        KINDS,
                        line -> {
                          if (line.contains(section + ":")) {
                            Thread.currentThread().interrupt();
                          }
                        }));
              } catch (CancellationException e) {
                end.accept(e, null);
              }
            });
    examined.start();
    examined.join(600_000);

    assertThat(examined.isAlive()).isFalse();
  }
}

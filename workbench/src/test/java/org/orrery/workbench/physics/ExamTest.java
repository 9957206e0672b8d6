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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;
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
    assertThat(exam.permanence().imagined()).isLessThan(fresh.permanence().imagined());
    assertThat(Physics.compare(exam, fresh).columnNames())
        .containsExactly("measure", "1 jepa-tiny", "2 untrained");
    assertThat(exam.table().stringColumn("measure").asList())
        .contains("H@1 at 10", "MRR at 10", "SSIM at 24", "surprise, relative, TELEPORTS")
        .contains("valid prediction time, frames", "imagined clips with a fault");
    assertThat(exam.notApplicable()).isEmpty();
  }

  @Test
  void clipsWithoutAWorldAreExaminedAsFarAsTheyCanBe() {
    Exam real = Physics.exam(MODEL, Clips.of(WORLD, 5).seed(4711));

    assertThat(real.rollout().horizons()).isEqualTo(24);
    assertThat(real.notApplicable().keySet()).containsExactly("surprise", "conservation");
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
  void anInterruptEndsItInTime() throws InterruptedException {
    AtomicReference<Throwable> end = new AtomicReference<>();
    CountDownLatch begun = new CountDownLatch(1);
    Thread examined =
        new Thread(
            () -> {
              try {
                Physics.exam(MODEL, WORLD, 400, 1, line -> begun.countDown());
              } catch (CancellationException e) {
                end.set(e);
              }
            });
    examined.start();
    begun.await();

    // interrupted while it imagines the first of 400 clips
    examined.interrupt();
    examined.join(5000);

    assertThat(examined.isAlive()).isFalse();
    assertThat(end.get()).hasMessageContaining("interrupted");
  }
}

package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class ExamTest {
  private static final WorldModel MODEL =
      WorldModel.load(Path.of("..", "checkpoints", "jepa-tiny"));
  private static final World WORLD = Worlds.bouncingBall().gravity(1, 12);

  @Test
  void theShippedModelIsAheadOfAnUntrainedOneOnTheSameClips() {
    List<String> lines = new ArrayList<>();
    Exam exam = Physics.exam(MODEL, WORLD, 8, 4711, lines::add);
    Exam fresh = Physics.exam(MODEL.untrained(), WORLD, 8, 4711, line -> {});

    assertThat(lines).hasSizeGreaterThan(3);
    assertThat(exam.rollout().latentRatio(8)).isLessThan(1);
    PairedTest ahead = exam.against(fresh);
    assertThat(ahead.difference()).isNegative();
    assertThat(ahead.p()).isLessThan(0.05);
    assertThat(Physics.compare(exam, fresh).columnNames())
        .containsExactly("measure", "1 jepa-tiny", "2 untrained");
    assertThat(exam.table().stringColumn("measure").asList())
        .contains("H@1 at 10", "MRR at 10", "surprise, relative, TELEPORTS");
  }

  @Test
  void oneClipIsRefused() {
    assertThatThrownBy(() -> Physics.exam(MODEL, WORLD, 1, 1, line -> {}))
        .hasMessageContaining("1 clips are too few");
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> Physics.exam(MODEL, WORLD, 8, 1, line -> {}))
          .isInstanceOf(CancellationException.class);
    } finally {
      Thread.interrupted();
    }
  }
}

package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

/** The shipped checkpoint that has seen discs collide knows what discs do not do. */
class CollisionsSurpriseTest {
  private static final WorldModel MODEL =
      WorldModel.load(Path.of("..", "checkpoints", "jepa-collisions"));

  /** The discs of its make.ipynb. */
  private static final World DISCS =
      Worlds.collisions()
          .set("bodies", 2)
          .set("boxes", 0)
          .set("restitution", 0.9)
          .set("heaviest", 1)
          .set("speed", 3, 6);

  @Test
  void itIsSurprisedByDiscsThatTeleportOrDisappear() {
    requireSurprise(DISCS);
  }

  @Test
  void itHasNotForgottenTheBouncingBall() {
    requireSurprise(Worlds.bouncingBall());
  }

  @Test
  void discsThatPassThroughWhatIsSolidSurpriseItMoreThanTheBaselines() {
    SurpriseReport report =
        Physics.surprise(MODEL, DISCS, 30, 2027, List.of(Violation.PASSES_THROUGH));

    double relative = report.row(Violation.PASSES_THROUGH, "model").relative();
    assertThat(relative).isGreaterThanOrEqualTo(0.9);
    for (String baseline : List.of("copy-last", "untrained")) {
      SurpriseReport.Row row = report.row(Violation.PASSES_THROUGH, baseline);
      assertThat(relative).as(baseline).isGreaterThan(row.relative());
      requireAhead(row);
    }
  }

  private static void requireSurprise(World world) {
    List<Violation> kinds = List.of(Violation.TELEPORTS, Violation.DISAPPEARS);
    SurpriseReport report = Physics.surprise(MODEL, world, 12, 4711, kinds);
    for (Violation kind : kinds) {
      assertThat(report.row(kind, "model").relative()).as("%s", kind).isGreaterThanOrEqualTo(0.9);
      requireAhead(report.row(kind, "copy-last"));
      requireAhead(report.row(kind, "untrained"));
    }
  }

  private static void requireAhead(SurpriseReport.Row row) {
    PairedTest ahead = row.marginAhead();
    assertThat(ahead.difference()).as("%s, %s", row.kind(), row.watcher()).isPositive();
    assertThat(ahead.p()).as("%s, %s", row.kind(), row.watcher()).isLessThan(0.01);
  }
}

package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.workbench.checkpoints.Checkpoint;
import org.orrery.workbench.checkpoints.Lineage;
import org.orrery.workbench.checkpoints.Making;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.physics.Outcome;
import org.orrery.workbench.physics.Physics;
import org.orrery.workbench.physics.RolloutReport;
import org.orrery.workbench.physics.WhatIfReport;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

/** What lies in checkpoints/ is what its cards say. */
class ShippedCheckpointsTest {
  private static final Path SHIPPED = Path.of("..", "checkpoints");

  @ParameterizedTest
  @CsvSource({
    "jepa-tiny, jepa",
    "jepa-collisions, jepa",
    "jepa-building, jepa",
    "jepa-crash, jepa",
    "lewm-nano, lewm",
    "slots-nano, slots",
    "recurrent-nano, recurrent",
    "copy-last-nano, copy-last",
    "linear-latent-nano, linear-latent"
  })
  void thereIsOneOfEveryKind(String name, String kind) {
    WorldModel model = WorldModel.load(SHIPPED.resolve(name));

    assertThat(model.card().name()).isEqualTo(name);
    assertThat(model.card().kind()).isEqualTo(kind);
    assertThat(model.card().madeBy()).contains("checkpoints/" + name + "/make.ipynb");
    assertThat(SHIPPED.resolve(name).resolve("make.ipynb")).isRegularFile();
    assertThat(model.card().history()).isNotEmpty();
    assertThat(model.card().licence()).isEqualTo("Apache-2.0");
    assertThat(model.card().making().metrics()).isNotEmpty();
  }

  /** All but jepa-tiny, which is older than such cards. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lewm-nano",
        "jepa-collisions",
        "jepa-building",
        "jepa-crash",
        "slots-nano",
        "recurrent-nano",
        "copy-last-nano"
      })
  void whatWasTrainedSaysOnWhatAndHowLong(String name) {
    Making making = Checkpoint.card(SHIPPED.resolve(name)).making();

    assertThat(making.data()).hasSize(64);
    assertThat(making.split()).hasSize(64);
    assertThat(making.seed()).isPositive();
    assertThat(making.steps()).isPositive();
    assertThat(making.code()).isNotEmpty();
  }

  @Test
  void theBaselinesStandBesideTheRecurrentOne() {
    Lineage linear = Lineage.of(SHIPPED.resolve("linear-latent-nano"));

    assertThat(linear.generations()).hasSize(2);
    assertThat(linear.generations().get(1).card().weights())
        .isEqualTo(Checkpoint.card(SHIPPED.resolve("recurrent-nano")).weights())
        .isEqualTo(Checkpoint.card(SHIPPED.resolve("copy-last-nano")).weights());
  }

  /** Minutes of training: its prior holds how a ball flies, not only what a frame shows. */
  @Test
  void theRecurrentOneFollowsTheBallForEightFrames() {
    ClipSet held = Clips.of(Worlds.bouncingBall(), 40).seed(12345);

    RolloutReport report =
        Physics.rollout(WorldModel.load(SHIPPED.resolve("recurrent-nano")), held, 4, 8);

    assertThat(report.centreError(8)).isLessThan(0.4 * report.copyLastError(8));
    assertThat(report.latentRatio(8)).isLessThan(0.25);
  }

  @Test
  void theyAreSmall() throws IOException {
    long together = 0;
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        assertThat(Files.size(file)).as(file.toString()).isLessThanOrEqualTo(5_000_000);
        together += Files.size(file);
      }
    }
    assertThat(together).isLessThanOrEqualTo(20_000_000);
  }

  @Test
  void theRecurrentOneImaginesBetterThanTheLastFrame() {
    ClipSet held = Clips.of(Worlds.bouncingBall(), 20).seed(12345);

    RolloutReport report =
        Physics.rollout(WorldModel.load(SHIPPED.resolve("recurrent-nano")), held, 4, 4);

    for (int step : List.of(1, 2, 4)) {
      assertThat(report.psnr()[step - 1])
          .as("step %d", step)
          .isGreaterThan(report.copyLastPsnr()[step - 1]);
    }
    assertThat(report.centreError(1)).isLessThan(report.copyLastError(1));
  }

  @Test
  void theLewmOneFollowsALargeBallForFourFrames() {
    ClipSet held = Clips.of(Worlds.bouncingBall().radius(0.9), 40).seed(12345);

    RolloutReport report =
        Physics.rollout(WorldModel.load(SHIPPED.resolve("lewm-nano")), held, 4, 4);

    assertThat(report.centreError(4)).isLessThan(0.4 * report.copyLastError(4));
    assertThat(report.latentRatio(4)).isLessThan(0.15);
  }

  @Test
  void theCrashOneAnswersForTheCrushAtAnotherSpeed() {
    requireGain("jepa-crash", Worlds.carCrash(), "speed", List.of(6.0, 14.0), "crush");
  }

  @Test
  void theBuildingOneAnswersForTheSwayInAnotherWind() {
    requireGain(
        "jepa-building", Worlds.building(), "wind", List.of(12.0, 33.0), "top displacement");
  }

  private static void requireGain(
      String name, World world, String parameter, List<Double> values, String outcome) {
    double[] asked = values.stream().mapToDouble(Double::doubleValue).toArray();
    WhatIfReport report =
        Physics.whatIf(
            WorldModel.load(SHIPPED.resolve(name)),
            world,
            parameter,
            asked,
            Outcome.largestSize(outcome),
            16,
            3);
    assertThat(report.gain().value()).as("%s", report).isBetween(0.75, 1.3);
  }
}

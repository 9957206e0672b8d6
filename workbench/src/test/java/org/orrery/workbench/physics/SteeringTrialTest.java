package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.Direction;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class SteeringTrialTest {
  private static final World WORLD = Worlds.bouncingBall().gravity(1, 12);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLinearModelFallsAsCommandedWhetherOrNotItKeepsGravityItself(boolean keepsGravity) {
    SteeringReport report = steering(new FallingModel(keepsGravity), "gravity", 24, line -> {});

    assertThat(report.r2()).isGreaterThan(0.99);
    assertThat(report.everyStep()).isTrue();
    assertThat(report.gain().median()).isCloseTo(1, within(0.05));
    assertThat(report.gains()).hasSize(4);
    assertThat(report.gains())
        .allSatisfy(gain -> assertThat(gain.median()).isCloseTo(1, within(0.1)));
    if (!keepsGravity) {
      assertThat(report.random()).isLessThan(0.25);
    }
    assertThat(report.following()[0]).isCloseTo(keepsGravity ? 1 : 0, within(0.1));
  }

  @Test
  void aDirectionThatMeansNothingChangesNoPicture() {
    WorldModel model = new FallingModel(true);
    Clip clip = WORLD.generate(3, 0);
    INDArray given = model.encode(clip).get(NDArrayIndex.interval(4, 8), NDArrayIndex.all());
    INDArray four = given.dup('c').reshape(1, 4, 64);

    Decoded plain = Decoded.of(model, model.rollout(four, 10));
    for (int window : new int[] {1, 4}) {
      Direction nothing = FallingModel.meaningless(window);
      Decoded steered = Decoded.of(model, model.steer(nothing, 3).rollout(four, 10));
      for (int t = 0; t < 10; t++) {
        assertThat(steered.clips().get(0).get(t)).isEqualTo(plain.clips().get(0).get(t));
      }
    }
  }

  @Test
  void aVelocityIsMovedOnceAndNothingElseWithIt() {
    SteeringReport report = steering(new FallingModel(true), "velocity x", 24, line -> {});

    assertThat(report.everyStep()).isFalse();
    assertThat(report.gain().median()).isCloseTo(1, within(0.05));
    assertThat(report.drift()).isLessThan(0.05);
    assertThat(report.drifts().stream().map(SteeringReport.Drift::quantity))
        .containsExactly("gravity", "position x", "position y", "velocity y", "radius");
  }

  @Test
  void theShippedModelImaginesAnotherVelocityWhenSteered() {
    List<String> lines = new ArrayList<>();
    WorldModel model = WorldModel.load(Path.of("..", "checkpoints", "jepa-tiny"));

    SteeringReport report = steering(model, "velocity x", 24, lines::add);

    assertThat(report.gain().low()).isPositive();
    assertThat(report.gain().median()).isGreaterThan(2 * report.random());
    assertThat(report.pictures()).hasSize(5).containsKey("unsteered");
    assertThat(report.toString()).contains("random directions", "bootstrap over clips");
    assertThat(lines).hasSizeGreaterThan(10);
  }

  /** With a probe of 480 clips, enough for windows of 4 latents of 64 numbers. */
  private static SteeringReport steering(
      WorldModel model, String quantity, int clips, Consumer<String> lines) {
    return new SteeringTrial(model, WORLD, Quantity.of(quantity), 480, 5, new Progress(lines))
        .run(clips);
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    assertThatThrownBy(() -> Physics.steering(new FallingModel(true), WORLD, "spin"))
        .hasMessageContaining("\"spin\"")
        .hasMessageContaining("velocity y");
    WorldModel model = new FallingModel(true);
    World short_ = Worlds.bouncingBall().frames(8);
    assertThatThrownBy(() -> Physics.steering(model, short_, "velocity x", 20, 1, line -> {}))
        .hasMessageContaining("20 clips that fly freely for 13 frames");
  }
}

package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/** A motion whose law is broken breaks that one law and keeps the others. */
class BrokenLawsTest {

  static Stream<World> withoutFriction() {
    return Stream.of(
        Worlds.pendulum().set("damping", 0),
        Worlds.doublePendulum(),
        Worlds.elasticPendulum(),
        Worlds.floatingBody().set("damping", 0).set("drop", 0.5));
  }

  @ParameterizedTest
  @MethodSource("withoutFriction")
  void underAGravityThatHasFlippedEnergyIsKeptAnew(World world) {
    MatchedPair pair = Violation.GRAVITY_FLIPS.pair(world, 5, 2);
    Clip after = pair.impossible().slice(pair.onset(), pair.impossible().frames());

    assertThat(after.frames()).isGreaterThan(6);
    assertThat(Told.drift(after, "energy")).isLessThan(2e-3);
    assertThat(after.variable("energy").at(0, 0))
        .isNotCloseTo(pair.possible().variable("energy").at(pair.onset(), 0), within(0.1f));
  }

  static Stream<World> hanging() {
    return Stream.of(
        Worlds.doublePendulum(),
        Worlds.elasticPendulum(),
        Worlds.cloth(),
        Worlds.tearingCloth(),
        Worlds.jelly(),
        Worlds.limbs().set("gesture", 2));
  }

  @ParameterizedTest
  @MethodSource("hanging")
  void underAGravityThatHasFlippedThingsRise(World world) {
    for (int i = 0; i < 4; i++) {
      MatchedPair pair = Violation.GRAVITY_FLIPS.pair(new Refilmed(world, 32), 5, i);
      Variable momentum = pair.impossible().variable("momentum");
      int soon = Math.min(31, pair.onset() + 2);
      assertThat(momentum.at(soon, 1))
          .as("downwards, %s", pair.impossible().id())
          .isLessThan(pair.possible().variable("momentum").at(soon, 1));
    }
  }

  @Test
  void aFloatingBodyUnderFlippedGravityIsLiftedDownwards() {
    MatchedPair pair = Violation.GRAVITY_FLIPS.pair(Worlds.floatingBody(), 5, 2);
    Clip clip = pair.impossible();

    assertThat(clip.variable("lift").at(pair.onset(), 0))
        .isCloseTo(-9810 * clip.variable("displaced").at(pair.onset(), 0), within(1e-1f));
    assertThat(clip.variable("lift").at(pair.onset() - 2, 0)).isPositive();
  }

  static Stream<World> worldsWhereEnergyAppears() {
    return Stream.concat(Worlds.all().stream(), Stream.of(Worlds.limbs().set("gesture", 2)))
        .filter(world -> Violation.ENERGY_APPEARS.find(new Refilmed(world, 32), 0, 0).isPresent());
  }

  @ParameterizedTest
  @MethodSource("worldsWhereEnergyAppears")
  void energyThatAppearsIsThereAtOnce(World world) {
    for (int i = 0; i < 8; i++) {
      MatchedPair pair = Violation.ENERGY_APPEARS.pair(new Refilmed(world, 32), 7, i);
      assertThat(energy(pair.impossible(), pair.onset()))
          .as(pair.impossible().id())
          .isGreaterThan(energy(pair.possible(), pair.onset()));
    }
  }

  static Stream<World> orbits() {
    return Stream.of(Worlds.twoBodyOrbit(), Worlds.threeBodyOrbit().set("perturbation", 0));
  }

  @ParameterizedTest
  @MethodSource("orbits")
  void energyThatAppearsInAnOrbitStaysAndBringsNoMomentum(World world) {
    MatchedPair pair = Violation.ENERGY_APPEARS.pair(world, 5, 2);
    Clip after = pair.impossible().slice(pair.onset(), pair.impossible().frames());

    assertThat(after.variable("energy").at(0, 0))
        .isGreaterThan(pair.possible().variable("energy").at(pair.onset(), 0) + 1);
    assertThat(Told.drift(after, "energy")).isLessThan(1e-4);
    for (int t = 0; t < after.frames(); t++) {
      assertThat(after.variable("momentum").at(t)).containsExactly(new float[2], within(1e-4f));
    }
  }

  @Test
  void energyThatAppearsInAStirredFluidMovesItsDyesFurther() {
    MatchedPair pair = Violation.ENERGY_APPEARS.pair(Worlds.stirredDye(), 5, 2);
    int onset = pair.onset();

    assertThat(energy(pair.impossible(), onset)).isGreaterThan(3 * energy(pair.possible(), onset));
    assertThat(pair.impossible().variable("dye").at(31, 0))
        .isCloseTo(pair.possible().variable("dye").at(31, 0), within(1e-6f));
  }

  @Test
  void aFallingFigureThatGainsEnergyIsThrownUp() {
    MatchedPair pair = Violation.ENERGY_APPEARS.pair(Worlds.limbs().set("gesture", 2), 5, 2);
    int onset = pair.onset();

    assertThat(energy(pair.impossible(), onset)).isGreaterThan(energy(pair.possible(), onset) + 50);
    assertThat(pair.impossible().variable("velocity").at(onset, 1)).isNegative();
    assertThat(pair.impossible().variable("beyond the limits").at(31, 0)).isLessThan(0.1f);
  }

  @Test
  void aFigureThatPassesThroughTheFloorFallsOnAsInTheAir() {
    World falling = Worlds.limbs().set("gesture", 2).frames(75);
    MatchedPair pair = Violation.PASSES_THROUGH.pair(falling, 5, 2);
    Clip clip = pair.impossible();
    Variable momentum = clip.variable("momentum");

    assertThat(clip.variable("position").at(74, 1)).as("m, below the floor").isGreaterThan(3);
    assertThat(pair.possible().variable("position").at(74, 1)).isLessThan(2.6f);
    double mass = (momentum.at(74, 1) - momentum.at(64, 1)) / (9.81 * 10 / clip.fps());
    double before = (momentum.at(3, 1) - momentum.at(1, 1)) / (9.81 * 2 / clip.fps());
    assertThat(mass).isCloseTo(before, within(0.01 * before));
  }

  @Test
  void waterThatPassesThroughTheJugIsAllThere() {
    MatchedPair pair =
        Violation.PASSES_THROUGH.pair(Worlds.pouring().size(32).set("tilt", 1.2).frames(48), 5, 2);
    Clip clip = pair.impossible();

    assertThat(pair.possible().variable("in the jug").at(47, 0)).isGreaterThan(0.02f);
    assertThat(clip.variable("in the jug").at(47, 0)).isLessThan(0.002f);
    for (int t = 0; t < 48; t++) {
      assertThat(clip.variable("volume").at(t, 0)).isEqualTo(clip.variable("volume").at(0, 0));
    }
  }

  private static float energy(Clip clip, int t) {
    return clip.variable("energy").at(t, 0);
  }
}

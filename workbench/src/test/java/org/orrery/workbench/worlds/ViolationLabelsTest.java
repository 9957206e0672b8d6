package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/** What the variables of an impossible clip say is true of what it shows. */
class ViolationLabelsTest {
  private static final Set<String> OF_MOTION = Set.of("m/s", "rad/s", "kg m/s", "kg/s", "kg m^2/s");

  static Stream<World> worlds() {
    return Worlds.all().stream();
  }

  static Stream<World> worldsThatTellGravity() {
    return Stream.of(
        Worlds.bouncingBall(),
        Worlds.parabola(),
        Worlds.drag(),
        Worlds.pendulum(),
        Worlds.doublePendulum(),
        Worlds.elasticPendulum(),
        Worlds.damBreak(),
        Worlds.pouring(),
        Worlds.cloth(),
        Worlds.tearingCloth(),
        Worlds.jelly());
  }

  @ParameterizedTest
  @MethodSource("worldsThatTellGravity")
  void gravityHasTheOtherSignFromTheFrameWhereItFlips(World world) {
    MatchedPair pair = Violation.GRAVITY_FLIPS.pair(new Refilmed(world, 32), 0, 0);
    Variable gravity = pair.impossible().variable("gravity");
    float g = pair.possible().variable("gravity").at(0, 0);
    int flip = 0;
    while (gravity.at(flip, 0) == g) {
      flip++;
    }
    assertThat(flip).isBetween(1, pair.onset());
    for (int t = 0; t < gravity.frames(); t++) {
      assertThat(gravity.at(t, 0)).isEqualTo(t < flip ? g : -g);
      assertThat(pair.possible().variable("gravity").at(t, 0)).isEqualTo(g);
    }
    assertThat(gravity.unit()).isEqualTo("m/s^2");
  }

  @Test
  void aBallThatNothingHoldsFallsTheWayGravityIsTold() {
    Clip clip = Violation.GRAVITY_FLIPS.pair(Worlds.parabola(), 4, 2).impossible();
    for (int t = 0; t < clip.frames(); t++) {
      assertThat(clip.variable("acceleration").at(t, 1))
          .isEqualTo(clip.variable("gravity").at(t, 0));
    }
  }

  @Test
  void aBallInTheLampsLightThatShrinksTellsItsRadius() {
    MatchedPair pair = Violation.CHANGES_SIZE.pair(Worlds.light().size(32), 4, 2);
    Variable shrunk = pair.impossible().variable("ball radius");
    float radius = pair.possible().variable("ball radius").at(0, 0);

    assertThat(shrunk.at(pair.onset() - 1, 0)).isEqualTo(radius);
    for (int t = pair.onset(); t < 32; t++) {
      assertThat(shrunk.at(t, 0)).isCloseTo(0.6f * radius, within(1e-6f));
      assertThat(pair.possible().variable("ball radius").at(t, 0)).isEqualTo(radius);
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void inAFrozenClipNothingHasAVelocity(World world) {
    MatchedPair pair = Violation.FREEZES.pair(new Refilmed(world, 64), 0, 0);
    int last = pair.onset() - 1;
    for (Variable told : told(world, pair.possible())) {
      Variable variable = pair.impossible().variable(told.name());
      for (int t = 0; t < variable.frames(); t++) {
        float[] expected = told.at(Math.min(t, last)).clone();
        if (t > last && OF_MOTION.contains(told.unit())) {
          expected = new float[expected.length];
        }
        assertThat(variable.at(t)).as("%s at frame %d", told.name(), t).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void inAClipThatRunsBackwardsEverythingMovesTheOtherWay(World world) {
    MatchedPair pair = Violation.RUNS_BACKWARDS.pair(new Refilmed(world, 64), 0, 0);
    for (Variable told : told(world, pair.possible())) {
      Variable variable = pair.impossible().variable(told.name());
      boolean turned = OF_MOTION.contains(told.unit());
      for (int t = 0; t < variable.frames(); t++) {
        boolean back = t >= pair.onset();
        float[] forwards = told.at(back ? 2 * pair.onset() - 2 - t : t);
        for (int k = 0; k < forwards.length; k++) {
          float expected = back && turned ? 0 - forwards[k] : forwards[k];
          assertThat(variable.at(t, k)).as("%s, frame %d", told.name(), t).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void velocitiesOfAReversedClipAreThoseOfTheMotionThatIsSeen() {
    MatchedPair pair = Violation.RUNS_BACKWARDS.pair(Worlds.parabola(), 4, 2);
    Clip clip = pair.impossible();
    for (int t = pair.onset() + 1; t + 1 < clip.frames(); t++) {
      for (int k = 0; k < 2; k++) {
        Variable place = clip.variable("position");
        double seen = (place.at(t + 1, k) - place.at(t - 1, k)) / 2 * clip.fps();
        assertThat((double) clip.variable("velocity").at(t, k)).isCloseTo(seen, within(1e-3));
      }
    }
  }

  /** Parameters say what was drawn for the clip, not how things move now. */
  private static List<Variable> told(World world, Clip clip) {
    List<String> parameters = world.parameters().stream().map(Parameter::name).toList();
    return clip.variables().values().stream()
        .filter(v -> !parameters.contains(v.name()) && !v.name().equals("violation"))
        .toList();
  }
}

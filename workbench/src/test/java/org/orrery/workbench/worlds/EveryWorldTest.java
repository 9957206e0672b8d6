package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

class EveryWorldTest {

  static Stream<World> worlds() {
    return Worlds.all().stream();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void clipsAreTheSameFromEveryThread(World world) {
    World small = new Refilmed(world, 16);
    List<Clip> alone = IntStream.range(0, 4).mapToObj(i -> small.generate(3, i)).toList();
    List<Clip> together =
        IntStream.range(0, 4).parallel().mapToObj(i -> small.generate(3, i)).toList();
    for (int i = 0; i < 4; i++) {
      for (int t = 0; t < small.frames(); t++) {
        assertThat(together.get(i).frame(t)).isEqualTo(alone.get(i).frame(t));
      }
      assertThat(together.get(i).variables()).isEqualTo(alone.get(i).variables());
    }
    assertThat(alone.get(0).frame(9)).isNotEqualTo(alone.get(1).frame(9));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void everyVariableIsKnownAtEveryFrame(World world) {
    for (int i = 0; i < 6; i++) {
      Clip clip = new Refilmed(world, 8).generate(11, i);
      for (Variable variable : clip.variables().values()) {
        for (float[] row : variable.values()) {
          for (float value : row) {
            assertThat(value).as("%s: %s", clip.id(), variable).isFinite();
          }
        }
      }
      for (Parameter parameter : world.parameters()) {
        float value = clip.variable(parameter.name()).at(0, 0);
        assertThat((double) value)
            .as(parameter.toString())
            .isBetween(parameter.range().low() - 1e-3, parameter.range().high() * 1.0001 + 1e-3);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void aLargeFrameShrunkIsTheSmallOne(World world) {
    Clip large = new Refilmed(shortened(world), 512).generate(5, 0);
    Clip small = new Refilmed(shortened(world), 64).generate(5, 0);
    byte[] shrunk = large.resize(64, 64).frame(1);
    byte[] own = small.frame(1);
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += Math.abs((shrunk[i] & 0xff) - (own[i] & 0xff));
    }
    assertThat(sum / own.length).as("mean difference in levels of 255").isLessThan(3);
  }

  @Test
  void worldsDescribeThemselvesWithTheirRanges() {
    assertThat(Worlds.carCrash().set("speed", 5, 8).describe())
        .startsWith("car-crash: speed 5 to 8 m/s, mass 900 to 1800 kg")
        .endsWith("32 frames of 64x64 at 250 fps");
  }

  private static World shortened(World world) {
    return world instanceof SimulatedWorld simulated
        ? simulated.frames(2)
        : Worlds.bouncingBall().frames(2);
  }
}

package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.worlds.Camera;
import org.orrery.workbench.worlds.MatchedPair;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class ConservationTest {
  private static final int GIVEN = 4;
  private static final int CLIPS = 12;

  /** What is dreamt of the true frames is the true frames. */
  static List<World> worlds() {
    return List.of(
        Worlds.bouncingBall(),
        Worlds.uniformMotion(),
        Worlds.parabola(),
        Worlds.pendulum(),
        Worlds.collisions());
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void trueFramesKeepWhatTheWorldKeepsToTheInstrumentsFloor(World world) {
    List<Clip> clips = clips(world);

    Conservation ledger = Physics.conservation(world, dreams(clips, clips));

    assertThat(ledger.applies()).isTrue();
    for (ConservedQuantity quantity : ledger.quantities()) {
      int last = quantity.lastHorizon();
      assertThat(quantity.truth().count(last)).isPositive();
      assertThat(quantity.truth().value(last))
          .as("%s of %s at %d", quantity.name(), world.name(), last)
          .isLessThan(0.05);
      assertThat(quantity.imagined()).isEqualTo(quantity.truth());
      assertThat(quantity.squaredError()).isZero();
    }
    // the instrument agrees with what the simulator knows
    ConservedQuantity first = ledger.quantities().get(0);
    assertThat(first.squaredFloor()).isPositive().isFinite();
  }

  @Test
  void energyFromNothingIsADriftAndMassIsKept() {
    // given parabolas whose velocity doubles at the first imagined frame
    World world = Worlds.parabola();
    List<Clip> possible = new ArrayList<>();
    List<Clip> impossible = new ArrayList<>();
    for (int i = 0; possible.size() < CLIPS; i++) {
      MatchedPair pair = Violation.ENERGY_APPEARS.pair(world, 3, i);
      int from = pair.onset() - GIVEN;
      if (pair.possible().frames() - from >= GIVEN + 6) {
        possible.add(pair.possible().slice(from, from + GIVEN + 6));
        impossible.add(pair.impossible().slice(from, from + GIVEN + 6));
      }
    }

    Conservation ledger = Physics.conservation(world, dreams(possible, impossible));

    ConservedQuantity energy = ledger.quantities().get(0);
    assertThat(energy.name()).isEqualTo("energy");
    assertThat(energy.imagined().value(3)).isGreaterThan(0.3);
    assertThat(energy.truth().value(3)).isLessThan(0.05);
    assertThat(energy.squaredError()).isGreaterThan(100 * energy.squaredFloor());
    // twice the horizontal velocity is a drift of one
    assertThat(ledger.quantities().get(1).imagined().value(3)).isBetween(0.9, 1.1);
    assertThat(ledger.quantities().get(2).imagined().value(3)).isLessThan(0.05);
  }

  @Test
  void aWorldWithoutAMeasurableLawIsRefusedWithTheReason() {
    List<Clip> clips = clips(Worlds.jelly().frames(8));
    assertThat(Physics.conservation(Worlds.jelly(), dreams(clips, clips)).text())
        .startsWith("not applicable, because")
        .contains("jelly");
    World hidden = Worlds.parabola().through(Camera.still().moving(0.1));
    Conservation seen = Physics.conservation(hidden, dreams(clips, clips));
    assertThat(seen.applies()).isFalse();
    assertThat(seen.text()).contains("filmed by");
  }

  private static List<Clip> clips(World world) {
    List<Clip> clips = new ArrayList<>();
    for (int i = 0; i < CLIPS; i++) {
      clips.add(world.generate(4711, i));
    }
    return clips;
  }

  static List<Imagination> dreams(List<Clip> truth, List<Clip> imagined) {
    List<Imagination> dreams = new ArrayList<>();
    for (int i = 0; i < truth.size(); i++) {
      INDArray latents = Nd4j.zeros(truth.get(i).frames(), 2);
      dreams.add(new Imagination(truth.get(i), GIVEN, imagined.get(i), latents, Nd4j.zeros(2, 2)));
    }
    return dreams;
  }
}

package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

class ViolationsTest {

  static Stream<World> worlds() {
    return Worlds.all().stream();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void aPairIsTheSameUpToTheOnsetAndDiffersFromThere(World world) throws IOException {
    World small = new Refilmed(world, 40);
    Clip unbroken = small.generate(0, 0);
    List<String> labels = new ArrayList<>();
    for (Violation kind : Violation.values()) {
      Optional<MatchedPair> pair = new Staging(small, 0, 0, kind).find();
      if (pair.isPresent()) {
        labels.add(kind.label());
        assertMatched(pair.get(), unbroken);
      }
    }
    String page = Files.readString(new WorldPage(world).text());
    assertThat(page).endsWith(WorldPage.VIOLATIONS + String.join(", ", labels) + ".\n");
  }

  private static void assertMatched(MatchedPair pair, Clip unbroken) {
    Clip impossible = pair.impossible();
    int onset = pair.onset();
    String kind = pair.kind().label();
    assertThat(onset).as(kind).isBetween(1, unbroken.frames() - 1);
    for (int t = 0; t < unbroken.frames(); t++) {
      assertThat(pair.possible().frame(t)).isEqualTo(unbroken.frame(t));
      boolean same = Arrays.equals(impossible.frame(t), unbroken.frame(t));
      if (pair.kind() == Violation.APPEARS) {
        assertThat(same).as("%s, frame %d", kind, t).isEqualTo(t >= onset);
      } else if (t <= onset) {
        assertThat(same).as("%s, frame %d", kind, t).isEqualTo(t < onset);
      }
      assertThat(impossible.variable("violation").at(t, 0)).isEqualTo(t < onset ? 0 : 1);
      assertThat(pair.possible().variable("violation").at(t, 0)).isZero();
    }
  }

  /** What only a falling figure can do, which the first clip of its world does not show. */
  @ParameterizedTest
  @EnumSource(names = {"PASSES_THROUGH", "GRAVITY_FLIPS", "ENERGY_APPEARS"})
  void aFallingFigureBreaksTheLawsOfFalling(Violation kind) throws IOException {
    World falling = new Refilmed(Worlds.limbs().set("gesture", 2), 40);

    assertMatched(kind.pair(falling, 0, 1), falling.generate(0, 1));
    assertThat(kind.find(Worlds.limbs().set("gesture", 0), 0, 1)).isEmpty();
    assertThat(Files.readString(new WorldPage(falling).text())).contains(kind.label());
  }

  @Test
  void everyKindOfViolationIsToBeHadFromSomeWorld() throws IOException {
    StringBuilder pages = new StringBuilder();
    for (World world : Worlds.all()) {
      pages.append(Files.readString(new WorldPage(world).text()));
    }
    for (Violation kind : Violation.values()) {
      assertThat(pages).containsPattern("[ \n]" + kind.label() + "[,.]");
    }
  }

  @Test
  void aFrozenClipShowsOneFrameFromTheOnsetOn() {
    MatchedPair pair = Violation.FREEZES.pair(Worlds.uniformMotion(), 4, 2);

    for (int t = pair.onset(); t < 32; t++) {
      assertThat(pair.impossible().frame(t)).isEqualTo(pair.possible().frame(pair.onset() - 1));
    }
  }

  @Test
  void aReversedClipShowsWhatItShowedBefore() {
    MatchedPair pair = Violation.RUNS_BACKWARDS.pair(Worlds.pendulum(), 4, 2);

    for (int t = pair.onset(); t < 32; t++) {
      assertThat(pair.impossible().frame(t))
          .isEqualTo(pair.possible().frame(2 * pair.onset() - 2 - t));
    }
  }

  @Test
  void withGravityUpsideDownTheBallFallsToTheCeiling() {
    World world = Worlds.bouncingBall().gravity(10).restitution(1).frames(60);
    MatchedPair pair = Violation.GRAVITY_FLIPS.pair(world, 4, 2);
    Clip clip = pair.impossible();
    Variable velocity = clip.variable("velocity");
    int free = 0;
    for (int t = pair.onset() + 1; t < 60; t++) {
      if (clip.variable("contact").at(t, 0) == 0) {
        free++;
        assertThat(velocity.at(t, 1) - velocity.at(t - 1, 1)).isCloseTo(-0.4f, within(1e-5f));
      }
    }
    assertThat(free).isPositive();
    assertThat(Told.drift(clip.slice(pair.onset(), 60), "energy")).isLessThan(1e-5);
  }

  @Test
  void aClipWithoutAnOccasionSaysSo() {
    assertThatThrownBy(() -> Violation.PASSES_THROUGH.pair(Worlds.parabola(), 7, 0))
        .hasMessageContaining("clip parabola-7-0 gives no occasion for passes-through");
  }
}

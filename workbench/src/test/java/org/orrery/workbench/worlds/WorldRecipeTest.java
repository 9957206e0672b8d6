package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;

class WorldRecipeTest {

  @Test
  void everyWorldOfOrrerysComesBackWithTheSameClips() {
    for (World world : Worlds.all()) {
      World brief =
          world instanceof SimulatedWorld simulated
              ? simulated.frames(2).size(32)
              : Worlds.bouncingBall().gravity(2, 3).speed(4).frames(2).size(32).fps(12.5);

      World again = WorldRecipe.of(brief).orElseThrow().world();

      assertSameClip(again.generate(3, 1), brief.generate(3, 1));
    }
  }

  @Test
  void rangesAndCameraComeBack() {
    World storm =
        Worlds.building().set("wind", 30, 40).frames(3).through(Camera.still().noise(4).blur(1));

    World again = WorldRecipe.of(storm).orElseThrow().world();

    assertThat(again.describe()).isEqualTo(storm.describe());
    assertSameClip(again.generate(1, 0), storm.generate(1, 0));
  }

  @Test
  void whatIsMoreThanNumbersHasNoRecipe() {
    World ball = Worlds.parabola();

    assertThat(WorldRecipe.of(ball.where(values -> true))).isEmpty();
    assertThat(WorldRecipe.of(ball.change("gravity", g -> 2 * g))).isEmpty();
    assertThat(WorldRecipe.of(Worlds.of("mine", List.of(), Shot.of(4), (values, random) -> null)))
        .isEmpty();
    assertThatThrownBy(() -> new WorldRecipe("moon", Map.of(), 8, 64, 25, Camera.still()).world())
        .hasMessageContaining("no world \"moon\"", "bouncing-ball");
  }

  private static void assertSameClip(Clip again, Clip first) {
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.variables()).isEqualTo(first.variables());
    for (int t = 0; t < first.frames(); t++) {
      assertThat(again.frame(t)).as(first.id()).isEqualTo(first.frame(t));
    }
  }
}

package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;
import org.orrery.workbench.worlds.MatchedPair;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class OpticsTest {
  private static final World LIGHT = Worlds.light();

  @Test
  void theSceneIsTheWorlds() {
    // a ball, its image and the lamp are where the world's own variables put them in the frame
    for (int i = 0; i < 10; i++) {
      Clip clip = LIGHT.generate(11, i).slice(0, 1);
      Variable ball = clip.variable("ball");
      LightScene.Ball place =
          new LightScene.Ball(ball.at(0, 0), ball.at(0, 2), clip.variable("ball radius").at(0, 0));
      LightScene.Disc image = LightScene.reflection(place);
      assertThat(image.x()).isCloseTo(clip.variable("reflection in frame").at(0, 0), within(1e-5));
      assertThat(image.y()).isCloseTo(clip.variable("reflection in frame").at(0, 1), within(1e-5));

      Variable seen = clip.variable("lamp in frame");
      Variable lamp = clip.variable("lamp");
      assertThat(LightScene.lamp(seen.at(0, 0), seen.at(0, 1), lamp.at(0, 2)))
          .containsExactly(
              new double[] {lamp.at(0, 0), lamp.at(0, 1), lamp.at(0, 2)}, within(1e-5));

      Variable dark = clip.variable("shadow in frame");
      double[] floor = LightScene.floor(dark.at(0, 0), dark.at(0, 1));
      if (floor != null) {
        assertThat(floor[0]).isCloseTo(clip.variable("shadow").at(0, 0), within(1e-4));
        assertThat(floor[1]).isCloseTo(clip.variable("shadow").at(0, 2), within(1e-4));
      }
    }
  }

  @Test
  void aWrongReflectionDisagreesAndARightOneDoesNot() {
    assertThat(auroc(Violation.WRONG_REFLECTION, Optics::worstReflection)).isGreaterThan(0.95);
  }

  @Test
  void aWrongShadowDisagreesMoreThanARightOne() {
    assertThat(auroc(Violation.WRONG_SHADOW, Optics::worstShadow)).isGreaterThan(0.7);
  }

  @Test
  void aGreyClipIsRefused() {
    assertThatThrownBy(() -> Physics.optics(LIGHT.generate(1, 0).grey()))
        .hasMessageContaining("watch it in three");
  }

  private static double auroc(Violation kind, ToDoubleFunction<Optics> score) {
    List<Double> possible = new ArrayList<>();
    List<Double> impossible = new ArrayList<>();
    for (int i = 0; possible.size() < 12; i++) {
      Optional<MatchedPair> pair = kind.find(LIGHT, 2027, i);
      pair.ifPresent(
          p -> {
            double right = score.applyAsDouble(Physics.optics(p.possible()));
            double wrong = score.applyAsDouble(Physics.optics(p.impossible()));
            if (!Double.isNaN(right) && !Double.isNaN(wrong)) {
              possible.add(right);
              impossible.add(wrong);
            }
          });
    }
    return Separation.auroc(
        possible.stream().mapToDouble(Double::doubleValue).toArray(),
        impossible.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

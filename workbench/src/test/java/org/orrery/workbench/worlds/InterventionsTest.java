package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;

class InterventionsTest {
  private final SimulatedWorld thrown = Worlds.parabola();

  @Test
  void aCounterfactualChangesOneValueAndDrawsTheRestAsBefore() {
    World heavier = thrown.change("gravity", g -> 2 * g);
    for (int i = 0; i < 10; i++) {
      Clip fact = thrown.generate(7, i);
      Clip other = heavier.generate(7, i);
      assertThat(other.id()).isEqualTo(fact.id());
      assertThat(other.frame(0)).isEqualTo(fact.frame(0));
      assertThat(other.variable("velocity").at(0)).isEqualTo(fact.variable("velocity").at(0));
      assertThat(other.variable("gravity").at(0, 0))
          .isCloseTo(2 * fact.variable("gravity").at(0, 0), within(1e-5f));
      assertThat(other.frame(20)).isNotEqualTo(fact.frame(20));
    }
  }

  @Test
  void whatCannotBeSimulatedIsRefused() {
    assertThatThrownBy(() -> thrown.set("wind", 1))
        .hasMessage("parabola has no parameter \"wind\"; it has [speed, angle, gravity, radius]");
    assertThatThrownBy(() -> thrown.change("wind", w -> w))
        .hasMessageContaining("has no parameter");
    assertThatThrownBy(() -> thrown.set("radius", 5))
        .hasMessage("radius needs 0.05 to 3 m; received 5");
    assertThatThrownBy(() -> thrown.change("radius", r -> -r).generate(1, 0))
        .hasMessageContaining("radius needs 0.05 to 3 m");
    assertThatThrownBy(() -> Worlds.collisions().set("bodies", 2.5))
        .hasMessage("bodies needs whole numbers; received 2.5");
    assertThatThrownBy(() -> thrown.frames(0)).hasMessageContaining("at least 1 frame");
  }

  @Test
  void whatWasChangedOrAskedOfAWorldHoldsInItsPartsToo() {
    World changed = thrown.change("radius", r -> 0.5).where(v -> v.get("gravity") > 9);

    World fast = Holdout.of(changed).outside("speed", 12, 14).outside("speed");

    for (int i = 0; i < 5; i++) {
      Clip clip = fast.generate(3, i);
      assertThat(clip.variable("radius").at(0, 0)).isEqualTo(0.5f);
      assertThat(clip.variable("gravity").at(0, 0)).isGreaterThan(9);
      assertThat(clip.variable("speed").at(0, 0)).isBetween(12f, 14f);
    }
  }

  @Test
  void aHoldoutKeepsItsPartsApart() {
    Holdout held =
        Holdout.of(thrown)
            .gap("gravity", 9, 10)
            .outside("speed", 11, 14)
            .combination("gravity", 11, 14, "radius", 0.7, 0.9);

    assertThat(drawn(held.inside()))
        .allMatch(v -> v.get("gravity") < 9 || v.get("gravity") > 10)
        .noneMatch(v -> v.get("gravity") >= 11 && v.get("radius") >= 0.7)
        .anyMatch(v -> v.get("gravity") >= 11)
        .anyMatch(v -> v.get("radius") >= 0.7);
    assertThat(drawn(held.gaps())).allMatch(v -> v.get("gravity") >= 9 && v.get("gravity") <= 10);
    assertThat(drawn(held.combinations()))
        .allMatch(v -> v.get("gravity") >= 11 && v.get("radius") >= 0.7);
    assertThat(drawn(held.outside("speed"))).allMatch(v -> v.get("speed") >= 11);
    assertThatThrownBy(() -> held.outside("angle")).hasMessageContaining("nothing is held back");
    assertThatThrownBy(() -> held.gap("gravity", 1, 2)).hasMessageContaining("inside the range");
    assertThatThrownBy(() -> thrown.where(v -> false).generate(0, 0))
        .hasMessageContaining("none of 10000 draws");
  }

  @Test
  void partsAreHeldBackOfTheBouncingBallAsWell() {
    Holdout held =
        Holdout.of(Worlds.bouncingBall()).outside("gravity", 15, 20).gap("gravity", 5, 6);

    assertThat(drawn(held.outside("gravity"))).allMatch(v -> v.get("gravity") >= 15);
    assertThat(held.outside("gravity").generate(5, 0).variable("gravity").at(0, 0))
        .isBetween(15f, 20f);
    assertThat(drawn(held.inside())).noneMatch(v -> v.get("gravity") > 12);
  }

  @Test
  void aWorldOfOnesOwnIsAFewLines() {
    World mine =
        Worlds.of(
            "drift",
            List.of(Parameter.of("speed", "m/s", 1, 2)),
            Shot.of(4),
            (values, random) ->
                new Motion() {
                  private double x = random.nextDouble();

                  @Override
                  public void advance(double seconds) {
                    x += values.get("speed") * seconds;
                  }

                  @Override
                  public void draw(Scene scene) {
                    scene.disc("dot", x, 2, 0.3, 0xffffff);
                  }

                  @Override
                  public void record(Truth truth) {
                    truth.point("position", "m", x, 2);
                  }
                });

    Clip clip = mine.generate(3, 1);

    assertThat(clip.id()).isEqualTo("drift-3-1");
    assertThat(clip.variables()).containsOnlyKeys("position", "speed");
    double moved = clip.variable("position").at(25, 0) - clip.variable("position").at(0, 0);
    assertThat(moved).isCloseTo(clip.variable("speed").at(0, 0), within(1e-5));
    assertThat(Violation.of(mine)).contains(Violation.TELEPORTS, Violation.DISAPPEARS);
  }

  @Test
  void aVariableThatIsNotToldAtEveryFrameIsRefused() {
    Truth truth = new Truth();
    truth.scalar("angle", "rad", 1).endFrame();

    assertThatThrownBy(truth::endFrame)
        .hasMessage("variable angle is not told at frame 1; tell it at every frame");
    assertThatThrownBy(() -> new Truth().scalar("a", "", 1).scalar("a", "", 1))
        .hasMessageContaining("told twice at frame 0");
  }

  private static List<Values> drawn(World world) {
    return IntStream.range(0, 200).mapToObj(i -> world.values(5, i)).toList();
  }
}

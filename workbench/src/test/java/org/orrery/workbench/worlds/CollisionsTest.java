package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dyn4j.dynamics.Body;
import org.dyn4j.geometry.Geometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

class CollisionsTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 0.8, 1})
  void twoDiscsPartAsNewtonsLawOfRestitutionSays(double restitution) {
    Collisions table = new Collisions(restitution);
    Body light = table.add(Geometry.createCircle(0.5), 1.5, 3, 1);
    Body heavy = table.add(Geometry.createCircle(0.5), 4, 3, 3);
    light.setLinearVelocity(3, 0);
    heavy.setLinearVelocity(-1, 0);

    table.advance(0.6);

    double common = (1 * 3 + 3 * -1) / 4.0;
    assertThat(light.getLinearVelocity().x)
        .isCloseTo(common - restitution * 3 * (3 + 1) / 4.0, within(1e-9));
    assertThat(heavy.getLinearVelocity().x)
        .isCloseTo(common + restitution * 1 * (3 + 1) / 4.0, within(1e-9));
  }

  @Test
  void anObliqueImpactChangesOnlyTheVelocityAlongTheLineOfCentres() {
    Collisions table = new Collisions(1);
    Body moving = table.add(Geometry.createCircle(0.5), 2, 3, 1);
    Body resting = table.add(Geometry.createCircle(0.5), 4, 3.5, 1);
    moving.setLinearVelocity(2, 0);

    table.advance(1.2);

    double dot =
        moving.getLinearVelocity().x * resting.getLinearVelocity().x
            + moving.getLinearVelocity().y * resting.getLinearVelocity().y;
    assertThat(dot).as("equal discs part at a right angle").isCloseTo(0, within(1e-9));
    assertThat(resting.getLinearVelocity().y).isPositive();
  }

  @Test
  void elasticDiscsKeepTheirEnergyAndInelasticBodiesLoseIt() {
    SimulatedWorld elastic = Worlds.collisions().set("boxes", 0).set("restitution", 1).frames(100);
    for (Clip clip : Clips.of(elastic, 10).seed(4)) {
      assertThat(Told.drift(clip, "energy")).as(clip.id()).isLessThan(1e-5);
    }
    SimulatedWorld inelastic = Worlds.collisions().set("restitution", 0.5).frames(100);
    for (Clip clip : Clips.of(inelastic, 10).seed(4)) {
      Variable energy = clip.variable("energy");
      for (int t = 1; t < clip.frames(); t++) {
        assertThat(energy.at(t, 0)).isLessThanOrEqualTo(energy.at(t - 1, 0) * 1.0001f);
      }
      assertThat(energy.at(99, 0)).isLessThan(energy.at(0, 0));
    }
  }

  @Test
  void bodiesStayOnTheTableAndOutOfEachOther() {
    SimulatedWorld discs = Worlds.collisions().set("boxes", 0).set("bodies", 5).frames(60);
    for (Clip clip : Clips.of(discs, 10).seed(9)) {
      Variable position = clip.variable("position");
      for (int t = 0; t < clip.frames(); t++) {
        for (int k = 0; k < 10; k++) {
          assertThat(position.at(t, k)).isBetween(0.3f, 6.1f);
        }
      }
    }
  }

  @Test
  void theSameSeedMakesTheSameBytes() {
    SimulatedWorld boxes = Worlds.collisions().set("boxes", 1).set("bodies", 5);
    Clip first = boxes.generate(7, 3);
    Clip again = boxes.generate(7, 3);
    for (int t = 0; t < first.frames(); t++) {
      assertThat(again.frame(t)).isEqualTo(first.frame(t));
    }
  }
}

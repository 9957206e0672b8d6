package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orrery.workbench.models.JepaConfig;
import org.orrery.workbench.models.WorldModel;

class QuantityTest {

  @Test
  void aLawIsReadFromAsManyLatentsAsTheModelLooksBackOnButFromFourAtLeast() {
    Quantity gravity = Quantity.of("gravity");

    assertThat(gravity.over(ModelView.history(jepa(10))).window()).isEqualTo(10);
    assertThat(gravity.over(ModelView.history(jepa(2))).window()).isEqualTo(4);
    assertThat(gravity.over(10).target().window()).isEqualTo(10);
  }

  @Test
  void aStateIsReadFromOneLatent() {
    assertThat(Quantity.of("velocity x").over(10).window()).isEqualTo(1);
  }

  private static WorldModel jepa(int history) {
    JepaConfig nano = JepaConfig.nano();
    return WorldModel.create(
        new JepaConfig(64, 4, 3, true, nano.channels(), 64, 16, 64, 1, 2, 2, history, 0, 128), 1);
  }
}

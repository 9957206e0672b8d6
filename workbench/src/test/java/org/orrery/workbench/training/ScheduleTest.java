package org.orrery.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void theRateRisesInALineAndFallsOnHalfACosine() {
    Schedule schedule = new Schedule(2, 4, 12);

    assertThat(schedule.at(0)).isEqualTo(0.5);
    assertThat(schedule.at(3)).isEqualTo(2);
    assertThat(schedule.at(4)).isEqualTo(2);
    assertThat(schedule.at(8)).isCloseTo(1, within(1e-12));
    assertThat(schedule.at(11)).isCloseTo(1 + Math.cos(Math.PI * 7 / 8), within(1e-12));
  }

  @Test
  void aRunThatIsAllWarmUpEndsAtThePeak() {
    assertThat(new Schedule(2, 3, 3).at(2)).isEqualTo(2);
  }
}

package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResidentLimitTest {
  private final AtomicInteger collections = new AtomicInteger();
  private final ResidentLimit limit = new ResidentLimit(1000, collections::incrementAndGet);

  @Test
  void belowTheLimitNothingIsCollected() {
    limit.check(10);
    limit.check(1000);

    assertThat(collections).hasValue(0);
  }

  @Test
  void aboveTheLimitItCollectsAndThenOnlyWhenMuchMoreIsUsed() {
    limit.check(2000);
    limit.check(2000);
    limit.check(2200);
    assertThat(collections).hasValue(1);

    limit.check(2201);
    assertThat(collections).hasValue(2);
  }

  @Test
  void onceBelowItLooksAtTheLimitAgain() {
    limit.check(2000);
    limit.check(500);
    limit.check(1001);

    assertThat(collections).hasValue(2);
  }
}

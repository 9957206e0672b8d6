package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Clip;

class SteeringTest {
  private static final WorldModel MODEL = WorldModel.create(Tiny.config(), 1);
  private static final Clip CLIP = Tiny.clips(1).get(0);
  private static final Direction STATE =
      new Direction("state", new double[][] {{1, 0, -1, 0, 0, 2}});
  private static final Direction LAW =
      new Direction("law", new double[][] {{0, 1, 0, 0, 0, 0}, {1, 1, 0, 0, 0, 1}});

  @Test
  void aChangeOfNothingImaginesTheSame() {
    Imagination plain = MODEL.imagine(CLIP).given(4).frames(6);

    for (Direction direction : new Direction[] {STATE, LAW}) {
      Imagination steered = MODEL.steer(direction, 0).imagine(CLIP).given(4).frames(6);
      assertThat(steered.imaginedLatents().equalsWithEps(plain.imaginedLatents(), 1e-5)).isTrue();
      assertThat(steered.given()).isEqualTo(4);
      assertThat(steered.trueLatents()).isEqualTo(plain.trueLatents());
    }
  }

  @Test
  void onceMovesTheGivenLatentsAndLeavesTheRestToTheModel() {
    INDArray given = given();
    INDArray moved = given.dup();
    double[] change = {1, 0, -1, 0, 0, 2};
    for (int t = 0; t < 3; t++) {
      for (int j = 0; j < 6; j++) {
        moved.putScalar(new long[] {0, t, j}, given.getFloat(0, t, j) + 0.5f * (float) change[j]);
      }
    }

    INDArray steered = MODEL.steer(STATE, 0.5).rollout(given, 4);

    assertThat(steered).isEqualTo(MODEL.rollout(moved, 4));
    assertThat(given).isEqualTo(given());
    assertThat(MODEL.steer(STATE, 0.5).everyStep()).isFalse();
  }

  @Test
  void atEveryStepTheAnswerIsCarriedOverToTheChangedLaw() {
    // given copy-last, whose answer is the latent it looks at
    INDArray given = given();
    INDArray steered = WorldModel.copyLast(MODEL).steer(LAW, 2).rollout(given, 3);

    // then each step adds the newest latent's change less that of the one before
    for (int k = 0; k < 3; k++) {
      float[] expected = given.slice(0).getRow(2).toFloatVector();
      expected[0] += 2 * (k + 1);
      expected[1] += 2;
      expected[5] += 2 * (k + 1);
      for (int j = 0; j < 6; j++) {
        assertThat(steered.getFloat(0, k, j)).isCloseTo(expected[j], within(1e-5f));
      }
    }
    assertThat(MODEL.steer(LAW, 2).everyStep()).isTrue();
  }

  @Test
  void aDirectionOfAnotherModelIsRefused() {
    Direction other = new Direction("gravity", new double[][] {{1, 2}});

    assertThatThrownBy(() -> MODEL.steer(other, 1).rollout(given(), 2))
        .hasMessageContaining("[n, time, 2]")
        .hasMessageContaining("[1, 3, 6]");
    assertThatThrownBy(() -> MODEL.steer(STATE, Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> new Direction("x", new double[][] {{1}, {1, 2}}))
        .hasMessageContaining("1 and 2 numbers");
    assertThatThrownBy(() -> Direction.of("x", Nd4j.zeros(1, 2, 3)))
        .hasMessageContaining("[1, 2, 3]");
  }

  private static org.assertj.core.data.Offset<Float> within(float value) {
    return org.assertj.core.api.Assertions.within(value);
  }

  private static INDArray given() {
    return Nd4j.createFromArray(
            0.1f, -0.4f, 0.3f, 0.8f, 0f, 1f, 0.2f, -0.3f, 0.3f, 0.7f, 0.1f, 1f, 0.3f, -0.2f, 0.3f,
            0.6f, 0.2f, 1f)
        .reshape(1, 3, 6);
  }
}

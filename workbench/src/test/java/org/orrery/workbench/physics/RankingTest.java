package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.Imagination;

class RankingTest {
  private static final int GIVEN = 2;

  /** A dream of one step: its true state and what was imagined. */
  private static Imagination dream(int clip, double[] truth, double[] imagined) {
    Clip.Builder frames = Clip.builder("clip-" + clip, 1, 1, 1);
    for (int t = 0; t < GIVEN + 1; t++) {
      frames.frame(new byte[1]);
    }
    Clip film = frames.build();
    INDArray latents = Nd4j.zeros(GIVEN + 1, truth.length);
    INDArray after = Nd4j.zeros(1, truth.length);
    for (int j = 0; j < truth.length; j++) {
      latents.putScalar(GIVEN, j, truth[j]);
      after.putScalar(0, j, imagined[j]);
    }
    return new Imagination(film, GIVEN, film, latents, after);
  }

  @Test
  void perfectStatesAreAllHits() {
    Ranking ranking =
        Ranking.of(
            List.of(
                dream(0, new double[] {0, 1}, new double[] {0, 1}),
                dream(1, new double[] {3, 1}, new double[] {3, 1})));

    assertThat(ranking.hits(1, 1)).isEqualTo(1);
    assertThat(ranking.meanReciprocalRank(1)).isEqualTo(1);
    assertThat(ranking.states()).isEqualTo(2);
  }

  @Test
  void ranksAreThoseOfTheDistances() {
    // Truths at 0, 1 and 4. Imagined 0.2 is nearest to its own; 3 and 0 stand third with theirs.
    Ranking ranking =
        Ranking.of(
            List.of(
                dream(0, new double[] {0}, new double[] {0.2}),
                dream(1, new double[] {1}, new double[] {3}),
                dream(2, new double[] {4}, new double[] {0})));

    assertThat(ranking.hits(1, 1)).isEqualTo(1 / 3.0);
    assertThat(ranking.hits(2, 1)).isEqualTo(2 / 3.0);
    assertThat(ranking.hits(3, 1)).isEqualTo(1);
    assertThat(ranking.meanReciprocalRank(1)).isCloseTo((1 + 1 / 2.0 + 1 / 3.0) / 3, within(1e-12));
    assertThat(ranking.toString()).contains("among 3", "1 step: H@1 0.333, MRR 0.611");
  }

  @Test
  void theTrueStateWinsTies() {
    // A collapsed model: every state is the same, so every distance is.
    List<Imagination> collapsed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      collapsed.add(dream(i, new double[] {1, 1}, new double[] {2, 2}));
    }

    assertThat(Ranking.of(collapsed).hits(1, 1)).isEqualTo(1);
  }

  @Test
  void guessesHaveTheRanksOfChance() {
    int n = 400;
    Random random = new Random(3);
    List<Imagination> guesses = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double[] truth = {random.nextGaussian(), random.nextGaussian()};
      guesses.add(dream(i, truth, new double[] {random.nextGaussian(), random.nextGaussian()}));
    }
    double harmonic = 0;
    for (int i = 1; i <= n; i++) {
      harmonic += 1.0 / i;
    }

    Ranking ranking = Ranking.of(guesses);

    assertThat(ranking.hits(n / 2, 1)).isCloseTo(0.5, within(0.1));
    assertThat(ranking.meanReciprocalRank(1)).isCloseTo(harmonic / n, within(0.01));
  }

  @Test
  void whatCannotBeRankedIsRefused() {
    Imagination one = dream(0, new double[] {0}, new double[] {0});
    Ranking ranking = Ranking.of(List.of(one, one));

    assertThatThrownBy(() -> Ranking.of(List.of(one))).hasMessageContaining("received 1");
    assertThatThrownBy(() -> ranking.hits(1, 2)).hasMessageContaining("step 2: 1 were imagined");
  }
}

package org.orrery.workbench.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Compares with scikit-learn; the reference is made by make_embedding_reference.py. */
class EmbeddingTest {
  private static final Reference REFERENCE = Reference.read("embedding_reference.json");

  @Test
  void principalComponentsAreScikitLearns() {
    Embedding flat = Embedding.pca(REFERENCE.array("x"));

    double[][] expected = REFERENCE.matrix("pca"); // without signs, which are free
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(flat.points()[i][0])).isCloseTo(expected[i][0], within(1e-6));
      assertThat(Math.abs(flat.points()[i][1])).isCloseTo(expected[i][1], within(1e-6));
    }
    assertThat(flat.method())
        .contains("%.0f %% of the variance".formatted(100 * REFERENCE.number("explained")));
  }

  @Test
  void neighboursAreWeighedAsInScikitLearn() {
    double[][] joint = Tsne.joint(REFERENCE.matrix("x"), 8);

    double[][] expected = REFERENCE.matrix("joint");
    double sum = 0;
    for (double[] row : joint) {
      for (double value : row) {
        sum += value;
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    for (int i = 0; i < expected.length; i++) {
      assertThat(joint[i]).containsExactly(expected[i], within(2e-6));
    }
  }

  @Test
  void everyRowHasThePerplexityThatWasAskedFor() {
    double[][] samples = REFERENCE.matrix("x");
    for (int i : new int[] {0, 20, 59}) {
      double entropy = 0;
      for (double value : Tsne.row(samples, i, 12)) {
        entropy -= value > 0 ? value * Math.log(value) : 0;
      }
      assertThat(Math.exp(entropy)).isCloseTo(12, within(1e-4));
    }
  }

  @Test
  void groupsStayTogetherAndTheLayoutIsAboutAsGoodAsScikitLearns() {
    Embedding near = Embedding.tsne(REFERENCE.array("x"), 8, 750);

    int[] groups = REFERENCE.integers("groups");
    int right = 0;
    for (int i = 0; i < groups.length; i++) {
      right += groups[i] == groups[nearest(near.points(), i)] ? 1 : 0;
    }
    assertThat(right).isGreaterThan(54);
    double divergence = new Tsne(REFERENCE.matrix("x"), 8).divergence(near.points());
    assertThat(divergence).isLessThan(1.25 * REFERENCE.number("divergence"));
  }

  @Test
  void theSameSamplesGiveTheSamePicture() {
    double[][] once = Embedding.tsne(REFERENCE.array("x"), 8, 60).points();

    assertThat(Embedding.tsne(REFERENCE.array("x"), 8, 60).points()).isDeepEqualTo(once);
  }

  @Test
  void whatCannotBeLaidOutIsRefused() {
    assertThatThrownBy(() -> Embedding.tsne(REFERENCE.array("x"), 30, 100))
        .hasMessageContaining("a third of them")
        .hasMessageContaining("60 samples and 30.0");
    assertThatThrownBy(() -> Embedding.pca(Nd4j.zeros(3, 5))).hasMessageContaining("[3, 5]");
    assertThatThrownBy(() -> Embedding.pca(Nd4j.valueArrayOf(new long[] {5, 5}, Double.NaN)))
        .hasMessageContaining("sample 0, column 0 is NaN");
  }

  private static int nearest(double[][] points, int i) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < points.length; j++) {
      double distance = Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
      if (j != i && distance < least) {
        least = distance;
        best = j;
      }
    }
    return best;
  }
}

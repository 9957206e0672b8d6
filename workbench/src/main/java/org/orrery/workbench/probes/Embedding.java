package org.orrery.workbench.probes;

import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Samples laid out in a plane.
 *
 * <pre>{@code
 * Embedding flat = Embedding.pca(samples);           // [n, d] along the two directions of most variance
 * Embedding near = Embedding.tsne(samples, 30, 1);   // neighbours stay neighbours; distances mean little
 * }</pre>
 *
 * @param points [n][2]
 * @param method how it was made, and what is kept
 */
@SuppressWarnings("ArrayRecordComponent") // points are shared; nobody compares embeddings
public record Embedding(double[][] points, String method) {
  private static final int MOST_FOR_TSNE = 3000;

  /** The first two principal components of samples [n, d]. */
  public static Embedding pca(INDArray samples) {
    INDArray doubles = checked(samples);
    PrincipalComponents components = PrincipalComponents.of(doubles, 2, 0);
    double[][] rows = Rows.of(doubles);
    double all = Arrays.stream(Columns.meanSquare(rows, Columns.mean(rows))).sum();
    double n = samples.size(0);
    double kept = 0;
    for (double variance : components.variances()) {
      kept += variance * (n - 1) / n;
    }
    return new Embedding(
        Rows.of(components.project(doubles)),
        String.format(
            Locale.ROOT, "two principal components, %.0f %% of the variance", 100 * kept / all));
  }

  /**
   * t-SNE (van der Maaten and Hinton 2008), exact, from the principal components: as many
   * neighbours as the perplexity says are kept near. The same samples give the same picture.
   *
   * @param samples [n, d], at most 3,000 of them
   * @param perplexity about how many neighbours count, 5 to 50; below a third of the samples
   * @param iterations steps of gradient descent; 750 is the usual number
   */
  public static Embedding tsne(INDArray samples, double perplexity, int iterations) {
    INDArray doubles = checked(samples);
    if (samples.size(0) > MOST_FOR_TSNE || !(perplexity >= 2 && 3 * perplexity < samples.size(0))) {
      throw new IllegalArgumentException(
          "t-SNE takes up to %,d samples, and a perplexity of 2 to a third of them; received %,d samples and %s: draw some of them"
              .formatted(MOST_FOR_TSNE, samples.size(0), perplexity));
    }
    Tsne tsne = new Tsne(Rows.of(doubles), perplexity);
    double[][] points =
        tsne.layout(Rows.of(PrincipalComponents.of(doubles, 2, 0).project(doubles)), iterations);
    return new Embedding(
        points,
        String.format(
            Locale.ROOT,
            "t-SNE, perplexity %.0f, divergence %.2f",
            perplexity,
            tsne.divergence(points)));
  }

  private static INDArray checked(INDArray samples) {
    if (samples.rank() != 2 || samples.size(0) < 4 || samples.size(1) < 2) {
      throw new IllegalArgumentException(
          "an embedding needs samples [n, d] of 4 or more, in 2 dimensions or more; received "
              + Arrays.toString(samples.shape()));
    }
    DataChecks.finite("an embedding", "samples", samples);
    return samples.castTo(DataType.DOUBLE);
  }
}

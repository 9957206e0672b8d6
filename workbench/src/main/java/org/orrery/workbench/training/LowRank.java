package org.orrery.workbench.training;

import java.util.List;

/**
 * Low-rank adapters: a weight matrix W [out, in] stays as it is, and W + (alpha / rank) B A is used
 * in its place, where only A [rank, in] and B [out, rank] are trained (Hu et al. 2021, "LoRA", eq.
 * 3; A is drawn normal, B is zero at the start). When the run ends the adapters are merged into
 * plain weights.
 *
 * <pre>{@code
 * model.fineTune(clips).adapt(LowRank.of(4).on("predictor")).run();
 * }</pre>
 *
 * <p>Every matrix named {@code ....weight} of the chosen parts whose shorter side is longer than
 * the rank is adapted, linear and attention weights alike. The other parameters of these parts are
 * frozen; parts that are not chosen train as ever, unless they are frozen too.
 *
 * @param rank inner length of the adapters
 * @param alpha scale of the change, over the rank
 * @param parts the chosen parts, by the beginning of their names; none for all
 */
public record LowRank(int rank, double alpha, List<String> parts) {

  /** Refuses a rank below 1 and a scale that is not above 0. */
  public LowRank {
    parts = List.copyOf(parts);
    if (rank < 1 || !(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "rank %d: expected 1 or more; alpha %s: expected above 0".formatted(rank, alpha));
    }
  }

  /** Adapters of this rank on every part, alpha as large as the rank. */
  public static LowRank of(int rank) {
    return new LowRank(rank, rank, List.of());
  }

  /** The same with another scale. */
  public LowRank alpha(double scale) {
    return new LowRank(rank, scale, parts);
  }

  /** The same on these parts alone, such as {@code predictor}. */
  public LowRank on(String... chosen) {
    return new LowRank(rank, alpha, List.of(chosen));
  }

  /** What A is multiplied with after B: alpha / rank. */
  double scale() {
    return alpha / rank;
  }

  boolean covers(String name) {
    return parts.isEmpty() || Parts.anyHolds(parts, name);
  }
}

package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether two ways of measuring the same clips differ.
 *
 * <pre>{@code
 * PairedTest test = PairedTest.of(errorsOfA, errorsOfB);
 * test.p();                                   // two-sided, by random exchange of the two
 * }</pre>
 *
 * @param n pairs
 * @param difference mean of first minus second
 * @param effect that mean over the standard deviation of the differences (Cohen's d of paired
 *     samples); 0 if all are 0, infinite if all differ alike
 * @param p two-sided probability of so large a difference if the two were exchangeable
 */
public record PairedTest(int n, double difference, double effect, double p) {
  private static final int EXCHANGES = 20_000;

  /**
   * The exchange test (Fisher's randomisation of signs): the share of 20,000 random exchanges,
   * drawn from a fixed seed, and of the observed one, whose mean difference is as far from 0.
   */
  public static PairedTest of(double[] first, double[] second) {
    if (first.length != second.length || first.length < 2) {
      throw new IllegalArgumentException(
          "a paired test needs 2 pairs or more; received %d and %d values"
              .formatted(first.length, second.length));
    }
    int n = first.length;
    double[] d = new double[n];
    for (int i = 0; i < n; i++) {
      d[i] = first[i] - second[i];
      if (!Double.isFinite(d[i])) {
        throw new IllegalArgumentException(
            "a paired test needs finite values; pair %d holds %s and %s"
                .formatted(i, first[i], second[i]));
      }
    }
    double mean = Arrays.stream(d).sum() / n;
    double square = Arrays.stream(d).map(v -> (v - mean) * (v - mean)).sum() / (n - 1);
    double effect = mean == 0 ? 0 : mean / Math.sqrt(square);
    SplittableRandom random = new SplittableRandom(1);
    int asFar = 1;
    double limit = Math.abs(mean) * n * (1 - 1e-12);
    for (int k = 0; k < EXCHANGES; k++) {
      double sum = 0;
      for (double value : d) {
        sum += random.nextBoolean() ? value : -value;
      }
      asFar += Math.abs(sum) >= limit ? 1 : 0;
    }
    return new PairedTest(n, mean, effect, asFar / (EXCHANGES + 1.0));
  }

  /**
   * McNemar's exact test for pairs of right and wrong answers: two-sided binomial probability of
   * the discordant ones.
   */
  public static PairedTest ofAnswers(boolean[] first, boolean[] second) {
    double[] a = numbers(first);
    double[] b = numbers(second);
    PairedTest exchanged = of(a, b);
    int more = 0;
    int discordant = 0;
    for (int i = 0; i < a.length; i++) {
      more += a[i] > b[i] ? 1 : 0;
      discordant += a[i] != b[i] ? 1 : 0;
    }
    double p = Math.min(1, 2 * tail(Math.max(more, discordant - more), discordant));
    return new PairedTest(a.length, exchanged.difference, exchanged.effect, p);
  }

  /** P(X >= k) of a fair coin thrown n times. */
  private static double tail(int k, int n) {
    double logHalf = n * Math.log(0.5);
    double logChoose = 0;
    double sum = 0;
    for (int i = 0; i <= n; i++) {
      sum += i >= k ? Math.exp(logChoose + logHalf) : 0;
      logChoose += Math.log(n - i) - Math.log(i + 1);
    }
    return sum;
  }

  private static double[] numbers(boolean[] answers) {
    double[] numbers = new double[answers.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = answers[i] ? 1 : 0;
    }
    return numbers;
  }
}

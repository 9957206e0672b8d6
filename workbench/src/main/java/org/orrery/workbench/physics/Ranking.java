package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.probes.Bootstrap;

/**
 * Where the true state ranks among all evaluated ones by its distance to the imagined state (Kipf,
 * van der Pol and Welling 2020, "Contrastive learning of structured world models", section 4.2).
 *
 * <pre>{@code
 * Ranking ranking = Ranking.of(model, clips.test());
 * ranking.hits(1, 5);                       // share of clips whose true state at step 5 is nearest
 * ranking.meanReciprocalRank(10);
 * }</pre>
 *
 * <p>Distances are Euclidean in latent space; the states are those of all clips at that step. The
 * true state wins ties.
 */
public final class Ranking {
  private static final int GIVEN = 4;
  private static final int LONGEST = 10;
  private static final int[] SHOWN = {1, 5, 10};

  /** The true state's rank from 1, [step][clip]. */
  private final int[][] ranks;

  private Ranking(int[][] ranks) {
    this.ranks = ranks;
  }

  /** Ten steps imagined after four given frames of each clip. */
  public static Ranking of(WorldModel model, ClipSet clips) {
    List<Imagination> dreams =
        clips.stream()
            .map((Clip clip) -> model.imagine(clip).given(GIVEN).frames(LONGEST))
            .toList();
    return of(dreams);
  }

  /** Ranks what was imagined of two clips or more, with as many given and imagined frames each. */
  public static Ranking of(List<Imagination> dreams) {
    if (dreams.size() < 2) {
      throw new IllegalArgumentException(
          "a ranking compares the states of several clips; received %d: imagine 2 or more"
              .formatted(dreams.size()));
    }
    Imagination first = dreams.get(0);
    for (Imagination dream : dreams) {
      if (dream.given() != first.given() || dream.steps() != first.steps()) {
        throw new IllegalArgumentException(
            "a ranking needs dreams alike; received \"%s\" and \"%s\"".formatted(first, dream));
      }
    }
    int[][] ranks = new int[first.steps()][];
    for (int step = 0; step < ranks.length; step++) {
      ranks[step] = ranks(dreams, first.given(), step);
    }
    return new Ranking(ranks);
  }

  private static int[] ranks(List<Imagination> dreams, int given, int step) {
    double[][] imagined = new double[dreams.size()][];
    double[][] truth = new double[dreams.size()][];
    for (int i = 0; i < imagined.length; i++) {
      imagined[i] = row(dreams.get(i).imaginedLatents(), step);
      truth[i] = row(dreams.get(i).trueLatents(), given + step);
    }
    int[] ranks = new int[imagined.length];
    for (int i = 0; i < ranks.length; i++) {
      double[] state = imagined[i];
      double own = LatentArrays.squaredDistance(state, truth[i]);
      ranks[i] =
          1
              + (int)
                  Arrays.stream(truth)
                      .filter(other -> LatentArrays.squaredDistance(state, other) < own)
                      .count();
    }
    return ranks;
  }

  private static double[] row(INDArray latents, int t) {
    return latents.getRow(t).toDoubleVector();
  }

  /** Clips ranked. */
  public int states() {
    return ranks[0].length;
  }

  /** Steps imagined. */
  public int steps() {
    return ranks.length;
  }

  /** Share of clips whose true state is among the k nearest after {@code step} imagined frames. */
  public double hits(int k, int step) {
    return IntStream.of(at(step)).filter(rank -> rank <= k).count() / (double) states();
  }

  /** Mean of 1 / rank of the true state after {@code step} imagined frames. */
  public double meanReciprocalRank(int step) {
    return IntStream.of(at(step)).mapToDouble(rank -> 1.0 / rank).average().orElseThrow();
  }

  /** The 95 % interval of {@link #hits} when the clips are drawn again. */
  public double[] hitsInterval(int k, int step) {
    int[] row = at(step);
    return Bootstrap.interval(
        row.length,
        0,
        chosen -> IntStream.of(chosen).filter(c -> row[c] <= k).count() / (double) chosen.length);
  }

  /** The 95 % interval of {@link #meanReciprocalRank} when the clips are drawn again. */
  public double[] meanReciprocalRankInterval(int step) {
    int[] row = at(step);
    return Bootstrap.interval(
        row.length,
        0,
        chosen -> IntStream.of(chosen).mapToDouble(c -> 1.0 / row[c]).average().orElseThrow());
  }

  private int[] at(int step) {
    if (step < 1 || step > steps()) {
      throw new IllegalArgumentException(
          "step %d: %d were imagined; choose 1 to %d".formatted(step, steps(), steps()));
    }
    return ranks[step - 1];
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("the true state among %d".formatted(states()));
    for (int step : SHOWN) {
      if (step <= steps()) {
        text.append(
            "; %d step%s: H@1 %.3f, MRR %.3f"
                .formatted(step, step == 1 ? "" : "s", hits(1, step), meanReciprocalRank(step)));
      }
    }
    return text.toString();
  }
}

package org.orrery.workbench.physics;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.orrery.workbench.clips.Clip;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Physics-IQ of generated clips: where, when and how much they move as a real take does, against
 * how far another real take of the same scene agrees with it (Motamed et al. 2025, "Do generative
 * video models understand physical principles?").
 *
 * <pre>{@code
 * PhysicsIq iq = Physics.iq(take1, take2, generated);
 * iq.score();                                     // 0 to 100; 100 is as near as the second take
 * PhysicsIq.mean(List.of(iq, other)).score();     // of a set: measures are averaged first
 * }</pre>
 *
 * @param generated the four measures of the generated clip against the first take
 * @param takes the same of the second take against the first: the physical variance
 */
public record PhysicsIq(Measures generated, Measures takes) {

  /**
   * The four measures.
   *
   * @param spatial intersection over union of the places in which anything ever moves
   * @param spatiotemporal the same frame by frame, mean over frames
   * @param weighted sum of the smaller over sum of the larger of the shares of time that places
   *     move
   * @param mse mean squared difference of the frames at a quarter of their size, colours 0 to 1
   */
  public record Measures(double spatial, double spatiotemporal, double weighted, double mse) {}

  static PhysicsIq of(Clip take1, Clip take2, Clip generated, int shrinkMasks) {
    require(take1, take2, "second take");
    require(take1, generated, "generated clip");
    return new PhysicsIq(
        MotionOverlap.of(take1, generated, shrinkMasks),
        MotionOverlap.of(take1, take2, shrinkMasks));
  }

  /** The mean of each measure over clips, from which the score of a set is taken. */
  public static PhysicsIq mean(List<PhysicsIq> clips) {
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("a mean needs one clip or more; received none");
    }
    return new PhysicsIq(mean(clips, PhysicsIq::generated), mean(clips, PhysicsIq::takes));
  }

  /** 100 * clip((1/3) sum of IoU / IoU of the takes - (MSE - MSE of the takes), 0, 1). */
  public double score() {
    double shares =
        (generated.spatial / takes.spatial
                + generated.spatiotemporal / takes.spatiotemporal
                + generated.weighted / takes.weighted)
            / 3;
    double score = shares - (generated.mse - takes.mse);
    if (Double.isNaN(score) || Double.isInfinite(score)) {
      throw new IllegalStateException(
          "the two takes move nowhere alike (%s), so that nothing can be measured by them: take the mean over more clips first"
              .formatted(takes));
    }
    return 100 * Math.max(0, Math.min(1, score));
  }

  /** The measures, generated and of the takes. */
  public Table table() {
    return Table.create(
        "Physics-IQ %.1f".formatted(score()),
        StringColumn.create(
            "measure", "spatial IoU", "spatiotemporal IoU", "weighted IoU", "MSE", "score"),
        DoubleColumn.create("generated", figures(generated, score())),
        DoubleColumn.create("second take", figures(takes, 100)));
  }

  @Override
  public String toString() {
    return "Physics-IQ %.1f: %s; takes %s".formatted(score(), generated, takes);
  }

  private static double[] figures(Measures m, double score) {
    return new double[] {m.spatial, m.spatiotemporal, m.weighted, m.mse, score};
  }

  private static Measures mean(List<PhysicsIq> clips, Function<PhysicsIq, Measures> which) {
    List<Measures> all = clips.stream().map(which).toList();
    return new Measures(
        mean(all, Measures::spatial),
        mean(all, Measures::spatiotemporal),
        mean(all, Measures::weighted),
        mean(all, Measures::mse));
  }

  private static double mean(List<Measures> all, ToDoubleFunction<Measures> figure) {
    return all.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static void require(Clip take, Clip other, String what) {
    boolean alike =
        take.frames() == other.frames()
            && take.channels() == other.channels()
            && take.height() == other.height()
            && take.width() == other.width();
    if (!alike) {
      throw new IllegalArgumentException(
          "Physics-IQ compares clips frame by frame; the first take is %s, the %s %s: cut with .slice, .grey and .resize"
              .formatted(take, what, other));
    }
  }
}

package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The physics exam of one model in one world: what its imagination is worth, and what surprises it.
 *
 * <pre>{@code
 * Exam exam = Physics.exam(model, Worlds.bouncingBall());
 * exam                                          // the page
 * exam.table()                                  // one figure a row, comparable between models
 * }</pre>
 *
 * @param model the model's name
 * @param world what it was examined in
 * @param rollout imagination beside the truth, on the same clips
 * @param ranking where the true state ranks among those of all clips
 * @param errors squared latent error over all imagined frames, over that of copying the last given
 *     latent, [clip]: what two exams of the same world and seed are compared by, whatever the scale
 *     of their latents
 * @param surprise possible and impossible clips
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record Exam(
    String model,
    String world,
    RolloutReport rollout,
    Ranking ranking,
    double[] errors,
    SurpriseReport surprise) {
  private static final int GIVEN = 4;
  private static final int STEPS = 24;

  static Exam of(WorldModel model, World world, int clips, long seed, Consumer<String> listener) {
    if (clips < 5) {
      throw new IllegalArgumentException(
          "%d clips are too few for an exam: ask for 5 or more".formatted(clips));
    }
    Progress progress = new Progress(listener);
    progress.step("imagination of %d clips".formatted(clips));
    UnaryOperator<Clip> view = ModelView.of(model);
    List<Imagination> dreams = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      progress.check();
      Clip clip = view.apply(world.generate(seed, i));
      dreams.add(model.imagine(clip).given(GIVEN).frames(Math.min(STEPS, clip.frames() - GIVEN)));
    }
    RolloutReport rollout = Physics.rollout(dreams).report();
    SurpriseReport surprise =
        new SurpriseTrial(model, world, clips, seed, progress).run(Violation.of(world));
    return new Exam(
        model.card().name(),
        "%s, %d clips of seed %d".formatted(world.describe(), clips, seed),
        rollout,
        Ranking.of(dreams),
        dreams.stream().mapToDouble(Exam::error).toArray(),
        surprise);
  }

  /** This exam's latent errors against another's of the same world and clips. */
  public PairedTest against(Exam other) {
    if (!world.equals(other.world)) {
      throw new IllegalArgumentException(
          "exams are compared on the same clips; \"%s\" and \"%s\" differ: take both in one world with one seed"
              .formatted(world, other.world));
    }
    return PairedTest.of(errors, other.errors);
  }

  /** One figure a row. */
  public Table table() {
    List<String> names = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int h : horizons(rollout.horizons())) {
      add(names, values, "centre error px at " + h, rollout.centreError(h));
      add(names, values, "PSNR dB at " + h, rollout.psnr()[h - 1]);
      add(names, values, "latent error over copy-last at " + h, rollout.latentRatio(h));
    }
    for (int h : new int[] {1, 5, 10}) {
      if (h <= ranking.steps()) {
        add(names, values, "H@1 at " + h, ranking.hits(1, h));
        add(names, values, "MRR at " + h, ranking.meanReciprocalRank(h));
      }
    }
    add(names, values, "effective rank", rollout.effectiveRank());
    add(names, values, "straightness, true latents", rollout.straightness());
    add(names, values, "straightness, imagined latents", rollout.imaginedStraightness());
    surprise.rows().stream()
        .filter(row -> row.watcher().equals("model"))
        .forEach(row -> add(names, values, "surprise, relative, " + row.kind(), row.relative()));
    return Table.create(
        model, StringColumn.create("measure", names), DoubleColumn.create("value", values));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Exam that
        && model.equals(that.model)
        && world.equals(that.world)
        && rollout.equals(that.rollout)
        && surprise.equals(that.surprise);
  }

  @Override
  public int hashCode() {
    return 31 * model.hashCode() + world.hashCode();
  }

  @Override
  public String toString() {
    return "%s in %s%n%s%n%s".formatted(model, world, table().printAll(), surprise);
  }

  private static double error(Imagination dream) {
    double[][] guess = dream.imaginedLatents().toDoubleMatrix();
    double[][] truth = dream.trueLatents().toDoubleMatrix();
    double sum = 0;
    double copied = 0;
    for (int h = 0; h < guess.length; h++) {
      double[] actual = truth[dream.given() + h];
      sum += LatentArrays.squaredDistance(guess[h], actual);
      copied += LatentArrays.squaredDistance(truth[dream.given() - 1], actual);
    }
    return sum / copied;
  }

  private static int[] horizons(int last) {
    return IntStream.of(1, 8, 24).filter(h -> h <= last).toArray();
  }

  private static void add(List<String> names, List<Double> values, String name, double value) {
    names.add(name);
    values.add(value);
  }
}

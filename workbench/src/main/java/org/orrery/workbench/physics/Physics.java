package org.orrery.workbench.physics;

import java.util.List;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import tech.tablesaw.api.Table;

/**
 * Where physical measures start.
 *
 * <pre>{@code
 * RolloutReport report = Physics.rollout(model, clips.test());
 * report.centreError(24);                                    // pixels, median over clips
 * double rank = Physics.effectiveRank(trueLatents);
 * }</pre>
 */
public final class Physics {
  private Physics() {}

  /** What a model's imagination of these clips is worth: 24 frames from 4 given ones. */
  public static RolloutReport rollout(WorldModel model, ClipSet clips) {
    return rollout(model, clips, 4, 24);
  }

  /** The same with other numbers of given and imagined frames. */
  public static RolloutReport rollout(WorldModel model, ClipSet clips, int given, int frames) {
    return rollout(
            clips.stream().map(clip -> model.imagine(clip).given(given).frames(frames)).toList())
        .report();
  }

  /**
   * Compares imagined futures with the true ones.
   *
   * @param truth whole true clips
   * @param imagined what was imagined of each: frame h of it stands for the true frame {@code
   *     given} + h, so it holds no given frame; another frame size than the truth's is allowed
   * @param given how many true frames the model was given
   */
  public static Rollout rollout(List<Clip> truth, List<Clip> imagined, int given) {
    return new Rollout(truth, imagined, given);
  }

  /** The same for what a model imagined, latents included; all with as many given frames. */
  public static Rollout rollout(List<Imagination> dreams) {
    return Dreams.rollout(dreams);
  }

  /**
   * Looks for what cannot happen in a video of any origin, without labels or a model: things that
   * come from nothing, vanish, jump, double or change colour, frames shown twice, standstills, a
   * ground that changes; with the smoothness of motion.
   */
  public static VideoReport watch(Clip clip) {
    return VideoReport.of(clip);
  }

  /**
   * How well {@link #watch} finds faults: {@code perKind} clips of each kind injected into clips of
   * these worlds in turn, each beside the same clip without it.
   */
  public static DetectorReport detector(List<World> worlds, int perKind, long seed) {
    return new DetectorTrial(worlds, perKind, seed).run();
  }

  /** How much each frame of a clip surprises a model; the clip is shown in its colours and size. */
  public static Surprise surprise(WorldModel model, Clip clip) {
    return Surprise.of(model, ModelView.of(model).apply(clip));
  }

  /**
   * Whether a model is more surprised by the impossible: {@code pairs} matched pairs of each kind
   * of violation that a world gives an occasion for, beside copy-last and the untrained model.
   */
  public static SurpriseReport surprise(WorldModel model, World world, int pairs, long seed) {
    return surprise(model, world, pairs, seed, Violation.of(world));
  }

  /** The same for some kinds. */
  public static SurpriseReport surprise(
      WorldModel model, World world, int pairs, long seed, List<Violation> kinds) {
    return new SurpriseTrial(model, world, pairs, seed, Progress.silent()).run(kinds);
  }

  /**
   * Whether moving latents along a probe's direction changes what is imagined as commanded: {@code
   * gravity}, {@code position x}, {@code position y}, {@code velocity x}, {@code velocity y} or
   * {@code radius} of one thing in flight, in 200 clips; the direction is found on 1,000 others.
   */
  public static SteeringReport steering(WorldModel model, World world, String quantity) {
    return steering(model, world, quantity, 200, 1, line -> {});
  }

  /** The same with other numbers of clips, seed and a listener for lines of progress. */
  public static SteeringReport steering(
      WorldModel model,
      World world,
      String quantity,
      int clips,
      long seed,
      Consumer<String> progress) {
    return new SteeringTrial(
            model, world, Quantity.of(quantity), SteeringTrial.PROBED, seed, new Progress(progress))
        .run(clips);
  }

  /** The exam of a model in a world, 40 clips and 40 matched pairs of each violation; no output. */
  public static Exam exam(WorldModel model, World world) {
    return exam(model, world, 40, 1, line -> {});
  }

  /**
   * The same with other numbers of clips, seed and a listener for lines of progress, such as {@code
   * System.out::println}. An interrupt of the thread ends it with a CancellationException.
   */
  public static Exam exam(
      WorldModel model, World world, int clips, long seed, Consumer<String> progress) {
    return Exam.of(model, world, clips, seed, progress);
  }

  /**
   * Exams of one world and seed side by side: a row a measure, a column a model; the last two rows
   * are each model's latent error over copy-last against the first one's, as the effect size of the
   * paired differences (below 0 is better than the first) and its p value.
   */
  public static Table compare(Exam... exams) {
    return Comparison.of(List.of(exams));
  }

  /**
   * The effective rank of latents [clip, time, latent] or [sample, latent]: exp of the entropy of
   * the singular values, divided by their sum, of the centred samples (Roy and Vetterli, "The
   * effective rank", 2007). Between 1 and the latent's size; low means that latents have collapsed.
   */
  public static double effectiveRank(INDArray latents) {
    return LatentGeometry.effectiveRank(latents);
  }

  /**
   * The mean cosine between consecutive latent velocities z_t - z_{t-1} of latents [clip, time,
   * latent]: 1 for straight paths, 0 for a random turn at each step (LeWM, equation 9). A step that
   * does not move is left out.
   */
  public static double straightness(INDArray latents) {
    return LatentGeometry.straightness(latents);
  }
}

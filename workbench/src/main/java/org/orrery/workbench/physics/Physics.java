package org.orrery.workbench.physics;

import java.util.List;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.Holdout;
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

  /**
   * Whether the mirror and the shadow of a clip of the light world show what they must, from its
   * frames alone.
   */
  public static Optics optics(Clip clip) {
    return Optics.of(clip);
  }

  /**
   * Whether the near elbow and knee in a clip of the limbs world bend the way they can, from its
   * frames alone; 128 pixels or more.
   */
  public static JointLimits joints(Clip clip) {
    return JointLimits.of(clip);
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
   * Gravity is read from as many latents as a jepa looks back on, 4 or more, and as many are given.
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
    Quantity steered = Quantity.of(quantity).over(ModelView.history(model));
    return new SteeringTrial(
            model, world, steered, SteeringTrial.PROBED, seed, new Progress(progress))
        .run(clips);
  }

  /** The exam of a model in a world, 40 clips and 40 matched pairs of each violation; no output. */
  public static Exam exam(WorldModel model, World world) {
    return exam(model, world, 40, 1, line -> {});
  }

  /**
   * The same with other numbers of clips, seed and a listener for lines of progress, such as {@code
   * System.out::println}. An interrupt of the thread ends it with what was measured so far, or with
   * a CancellationException before five clips were imagined.
   */
  public static Exam exam(
      WorldModel model, World world, int clips, long seed, Consumer<String> progress) {
    return exam(model, world, clips, seed, Violation.of(world), progress);
  }

  /** The same with surprise by some kinds of violation only. */
  public static Exam exam(
      WorldModel model,
      World world,
      int clips,
      long seed,
      List<Violation> kinds,
      Consumer<String> progress) {
    return new Examination(model, new Progress(progress)).in(world, clips, seed, kinds);
  }

  /**
   * The exam of a model that was trained on the inside of a holdout: its rules are judged by what
   * was held back, the gaps inside ranges, the combinations and what lies outside, and everything
   * else by the inside.
   */
  public static Exam exam(
      WorldModel model, Holdout held, int clips, long seed, Consumer<String> progress) {
    return new Examination(model, new Progress(progress)).in(held, clips, seed);
  }

  /**
   * The exam of a model on clips of any origin, at most 40 of them: all that needs no world.
   *
   * <pre>{@code
   * Physics.exam(model, Clips.open("films").test()).html(Path.of("car.html"));
   * }</pre>
   *
   * What needs one (violations, laws) is said to be not applicable, with the reason. Fewer than
   * five clips are cut into windows.
   */
  public static Exam exam(WorldModel model, ClipSet clips) {
    return exam(model, clips, line -> {});
  }

  /** The same with a listener for lines of progress. */
  public static Exam exam(WorldModel model, ClipSet clips, Consumer<String> progress) {
    return new Examination(model, new Progress(progress)).on(clips);
  }

  /**
   * Whether what a world keeps (energy, momentum, mass) is kept in imagined frames, measured from
   * frames, beside the same measure of the true ones.
   */
  public static Conservation conservation(World world, List<Imagination> dreams) {
    return Conservation.of(world, dreams, Progress.silent());
  }

  /** Whether things stay what they are in imagined clips, beside the true ones' floor. */
  public static PermanenceLedger permanence(List<Imagination> dreams) {
    return PermanenceLedger.of(dreams, Progress.silent());
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
   * How far the velocity of the one thing that moves is from the true one, in m/s.
   *
   * @param truth a whole true clip
   * @param imagined what was imagined of it: its frame h stands for the true frame {@code given} +
   *     h; another frame size than the truth's is allowed
   */
  public static VelocityError velocityError(Clip truth, Clip imagined, int given) {
    return velocityError(VelocityInstrument.CENTROID, truth, imagined, given);
  }

  /** The same by another instrument. */
  public static VelocityError velocityError(
      VelocityInstrument instrument, Clip truth, Clip imagined, int given) {
    return VelocityError.of(instrument, truth, imagined, given);
  }

  /** An instrument's own error: of the true frames of a world's clips after 4 given ones. */
  public static VelocityError velocityFloor(
      VelocityInstrument instrument, World world, int clips, long seed) {
    return VelocityError.floor(instrument, world, clips, seed);
  }

  /**
   * Whether a model that was trained on {@code held.inside()} follows rules or imitates cases, by
   * {@code clips} clips of each part, beside copy-last, a linear latent and the untrained model. An
   * interrupt of the thread ends it with a CancellationException.
   */
  public static RulesReport rules(
      WorldModel model, Holdout held, int clips, long seed, Consumer<String> progress) {
    return RulesTrial.of(model, held, clips, seed, new Progress(progress)).run(model.card().name());
  }

  /** The same of a model that was trained on a world, beyond each of its ranges; no output. */
  public static RulesReport rules(WorldModel model, World world) {
    return rules(model, RulesTrial.around(world), 40, 1, line -> {});
  }

  /** The same of anything that says how a clip goes on, beside copy-last. */
  public static RulesReport rules(
      String name, Forecast forecast, Holdout held, int clips, long seed) {
    return RulesTrial.of(forecast, held, clips, seed, Progress.silent()).run(name);
  }

  /**
   * Physics-IQ of a generated clip, by two real takes of the same scene; all of one length, size
   * and colour, without the given frames.
   */
  public static PhysicsIq iq(Clip take1, Clip take2, Clip generated) {
    return PhysicsIq.of(take1, take2, generated, 1);
  }

  /** The same with the masks, too, at a quarter of their size, as the released code has them. */
  public static PhysicsIq iqAsReleased(Clip take1, Clip take2, Clip generated) {
    return PhysicsIq.of(take1, take2, generated, 4);
  }

  /**
   * A model in a simulator's place: the outcome it imagines for each value of a parameter, beside
   * the simulated one, on {@code clips} clips that differ in that value only. It sees the first 4
   * frames of each and is told its conditions, if it has any.
   */
  public static WhatIfReport whatIf(
      WorldModel model,
      World world,
      String parameter,
      double[] values,
      Outcome outcome,
      int clips,
      long seed) {
    return new WhatIfTrial(model, world, outcome, clips, seed, Progress.silent())
        .run(parameter, values);
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

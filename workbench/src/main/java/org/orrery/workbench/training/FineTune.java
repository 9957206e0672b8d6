package org.orrery.workbench.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Training;

/**
 * A training run in the making: settings first, then {@link #run()}.
 *
 * <pre>{@code
 * TrainingRun run = model.fineTune(clips.train()).epochs(20).batch(24).learningRate(1e-3).run();
 * }</pre>
 *
 * <p>The model holds the trained weights afterwards. The same clips, settings and seed give the
 * same bytes on the same machine's CPU. An interrupt of the thread stops the run after the current
 * step; the model keeps what it learned so far.
 */
public final class FineTune {
  private final Trainable model;
  private final ClipSet clips;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private Objective objective = Objective.standard();
  private AdamW optimizer = AdamW.standard();
  private int epochs = 10;
  private int steps;
  private int batch = 32;
  private int warmup = 50;
  private double learningRate = 1e-3;
  private long seed = 1;

  private FineTune(Trainable model, ClipSet clips) {
    this.model = model;
    this.clips = clips;
    ServiceLoader.load(TrainingListener.class, FineTune.class.getClassLoader())
        .forEach(listeners::add);
  }

  /** A run of this model on these clips. */
  public static FineTune of(Trainable model, ClipSet clips) {
    return new FineTune(model, clips);
  }

  /** How often every clip is seen; 10 unless told. */
  public FineTune epochs(int epochs) {
    this.epochs = positive("epochs", epochs);
    this.steps = 0;
    return this;
  }

  /** Optimizer steps, in place of epochs. */
  public FineTune steps(int steps) {
    this.steps = positive("steps", steps);
    return this;
  }

  /** Windows a step; 32 unless told, fewer if there are fewer clips. */
  public FineTune batch(int windows) {
    this.batch = positive("batch", windows);
    return this;
  }

  /** The rate at the end of the warm-up; 1e-3 unless told. */
  public FineTune learningRate(double peak) {
    if (!(peak > 0)) {
      throw new IllegalArgumentException("learning rate %s: expected above 0".formatted(peak));
    }
    this.learningRate = peak;
    return this;
  }

  /** Steps over which the learning rate rises; 50 unless told. */
  public FineTune warmup(int steps) {
    this.warmup = positive("warm-up", steps);
    return this;
  }

  /** Imagined steps in the loss; 4 unless told. Longer horizons train better dreams, slower. */
  public FineTune horizon(int steps) {
    this.objective = objective.withHorizon(positive("horizon", steps));
    return this;
  }

  /** What the loss asks for, in full. */
  public FineTune objective(Objective objective) {
    this.objective = objective;
    return this;
  }

  /** The optimizer's constants. */
  public FineTune optimizer(AdamW optimizer) {
    this.optimizer = optimizer;
    return this;
  }

  /** Decides the order of clips, the windows and the noise; 1 unless told. */
  public FineTune seed(long seed) {
    this.seed = seed;
    return this;
  }

  /** Tells one more listener of this run. */
  public FineTune listen(TrainingListener listener) {
    listeners.add(listener);
    return this;
  }

  /** Trains; shows its progress to the listeners; returns the history. */
  public TrainingRun run() {
    checkClips();
    Windows windows = new Windows(clips, batch, objective.window(), seed);
    int total = steps > 0 ? steps : epochs * windows.stepsAnEpoch();
    Schedule schedule = new Schedule(learningRate, Math.min(warmup, total), total);
    List<TrainingStep> history = new ArrayList<>(total);
    String what = describe(total);
    listeners.forEach(listener -> listener.started(what, total));
    boolean interrupted = false;
    long start = System.nanoTime();
    try (Network network = model.engine().network(model.parameters())) {
      Training training = network.train(model.objective(objective), optimizer);
      try {
        for (int step = 0; step < total && !interrupted; step++) {
          List<Clip> chosen = windows.clips(step);
          Map<String, INDArray> inputs = new HashMap<>();
          inputs.put("frames", windows.frames(chosen, step));
          inputs.putAll(
              model.inputs(
                  objective, windows.slices(chosen, step), new SplittableRandom(seed * 31 + step)));
          Map<String, Double> losses = training.step(inputs, schedule.at(step));
          requireFinite(losses, step, chosen);
          double seconds = (System.nanoTime() - start) / 1e9;
          TrainingStep done =
              new TrainingStep(
                  step + 1,
                  total,
                  Map.copyOf(losses),
                  schedule.at(step),
                  seconds,
                  (step + 1.0) * chosen.size() / seconds);
          history.add(done);
          listeners.forEach(listener -> listener.stepped(done));
          interrupted = Thread.interrupted();
        }
      } finally {
        model.accept(network.parameters());
      }
    } catch (RuntimeException e) {
      listeners.forEach(listener -> listener.failed(e));
      throw e;
    }
    TrainingRun run = new TrainingRun(what, List.copyOf(history), interrupted);
    listeners.forEach(listener -> listener.finished(run));
    return run;
  }

  private void checkClips() {
    for (int i = 0; i < clips.size(); i++) {
      Clip clip = clips.get(i);
      model.check(clip);
      if (clip.frames() < objective.window()) {
        throw new IllegalArgumentException(
            "clip %s has %d frames; %d are needed (%d given + %d imagined): shorten .horizon(%d) or drop the clip"
                .formatted(
                    clip.id(),
                    clip.frames(),
                    objective.window(),
                    objective.given() + 1,
                    objective.horizon(),
                    objective.horizon()));
      }
    }
  }

  private static void requireFinite(Map<String, Double> losses, int step, List<Clip> chosen) {
    for (Map.Entry<String, Double> loss : new LinkedHashMap<>(losses).entrySet()) {
      if (!Double.isFinite(loss.getValue())) {
        throw new DivergenceException(
            "step %d: the %s is %s; the weights of the step before are kept. Lower .learningRate(...) or look at the clips of this batch: %s"
                .formatted(
                    step + 1,
                    loss.getKey(),
                    loss.getValue(),
                    chosen.stream().map(Clip::id).collect(Collectors.joining(", "))));
      }
    }
  }

  private String describe(int total) {
    return "%s; %d steps of %d windows of %d frames, learning rate %s, seed %d"
        .formatted(
            clips.describe(),
            total,
            Math.min(batch, clips.size()),
            objective.window(),
            learningRate,
            seed);
  }

  private static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s %d: expected at least 1".formatted(name, value));
    }
    return value;
  }
}

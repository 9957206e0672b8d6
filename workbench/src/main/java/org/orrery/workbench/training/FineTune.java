package org.orrery.workbench.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Precision;

/**
 * A training run in the making: settings first, then {@link #run()}.
 *
 * <pre>{@code
 * TrainingRun run = model.fineTune(clips.train()).validateOn(clips.validation())
 *     .epochs(8).batch(32).learningRate(3e-4)
 *     .freeze("encoder").every(1, epoch(), checkpoint()).run();
 * }</pre>
 *
 * <p>The model holds the trained weights afterwards. The same clips, settings and seed give the
 * same bytes on the same machine's CPU, also when the run was stopped and resumed. An interrupt of
 * the thread stops the run within a step; the run so far is returned, and the model keeps what it
 * learned.
 */
public final class FineTune {
  private final Trainable model;
  private final ClipSet clips;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private final List<Augmentation> augmentations = new ArrayList<>();
  private final List<Occasion> occasions = new ArrayList<>();
  private final Map<String, Double> rates = new LinkedHashMap<>();
  private final Set<String> frozen = new LinkedHashSet<>();
  private final Set<String> said = new LinkedHashSet<>();
  private ClipSet validation;
  private Objective objective = Objective.standard();
  private AdamW optimizer = AdamW.standard();
  private LowRank lowRank;
  private Precision precision = Precision.FULL;
  private BatchSize auto;
  private Path resumed;
  private int epochs = 10;
  private int steps;
  private int batch = 32;
  private int accumulate = 1;
  private int warmup = 50;
  private int patience;
  private double learningRate = 1e-3;
  private double averaging;
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
    return said("epochs", "steps");
  }

  /** Optimizer steps, in place of epochs. */
  public FineTune steps(int steps) {
    this.steps = positive("steps", steps);
    return said("steps");
  }

  /** Windows a step; 32 unless told, fewer if there are fewer clips. */
  public FineTune batch(int windows) {
    this.batch = positive("batch", windows);
    this.auto = null;
    return said("batch");
  }

  /** Windows a step, as many as fit into memory: {@link FineTuning#auto()}. */
  public FineTune batch(BatchSize size) {
    this.auto = size;
    said.remove("batch");
    return this;
  }

  /**
   * Computes each batch in that many parts, one after the other, so that only one of them need fit
   * into memory. Batch normalisation and the collapse guard then see one part at a time.
   */
  public FineTune accumulate(int parts) {
    this.accumulate = positive("accumulate", parts);
    return said("accumulate");
  }

  /** The rate at the end of the warm-up; 1e-3 unless told. */
  public FineTune learningRate(double peak) {
    this.learningRate = above("learning rate", peak);
    return said("learningRate");
  }

  /** A rate of its own for a part, such as {@code encoder}; the longest name that fits decides. */
  public FineTune learningRate(String part, double peak) {
    rates.put(part, above("learning rate of " + part, peak));
    return said("rates");
  }

  /** Steps over which the learning rate rises; 50 unless told. A cosine falls to zero after it. */
  public FineTune warmup(int steps) {
    this.warmup = positive("warm-up", steps);
    return said("warmup");
  }

  /** Largest norm of the gradient, which is shortened to it; 1 unless told. */
  public FineTune clip(double norm) {
    above("clip", norm);
    this.optimizer =
        new AdamW(
            optimizer.beta1(),
            optimizer.beta2(),
            optimizer.epsilon(),
            optimizer.weightDecay(),
            norm);
    return said("optimizer");
  }

  /** Imagined steps in the loss; 4 unless told. Longer horizons train better dreams, slower. */
  public FineTune horizon(int steps) {
    this.objective = objective.withHorizon(positive("horizon", steps));
    return said("objective");
  }

  /** What the loss asks for, in full. */
  public FineTune objective(Objective objective) {
    this.objective = objective;
    return said("objective");
  }

  /** The optimizer's constants. */
  public FineTune optimizer(AdamW optimizer) {
    this.optimizer = optimizer;
    return said("optimizer");
  }

  /**
   * Keeps parts as they are, by the beginning of their parameters' names: {@code encoder}, {@code
   * predictor.block0}. They cost no gradient, and their batch normalisation is at rest.
   */
  public FineTune freeze(String... parts) {
    frozen.addAll(List.of(parts));
    return said("frozen");
  }

  /** Trains low-rank adapters in the place of weight matrices; merged when the run ends. */
  public FineTune adapt(LowRank adapters) {
    this.lowRank = adapters;
    return said("lowRank");
  }

  /** Precision of the arithmetic; {@link Precision#FULL} unless told. */
  public FineTune precision(Precision precision) {
    this.precision = precision;
    return said("precision");
  }

  /**
   * Gives the model a moving average of its weights in place of the last ones, and validates it: of
   * decay 0.999 it remembers about the last 1,000 steps.
   */
  public FineTune average(double decay) {
    if (!(decay > 0 && decay < 1)) {
      throw new IllegalArgumentException(
          "average(%s): expected a decay above 0 and below 1, such as 0.999".formatted(decay));
    }
    this.averaging = decay;
    return said("averaging");
  }

  /** Computes the losses on held-out clips after each epoch, and after the last step. */
  public FineTune validateOn(ClipSet heldOut) {
    this.validation = heldOut;
    return this;
  }

  /**
   * Ends the run after so many epochs in a row without a lower loss on the held-out clips; the
   * model then has the weights that had the lowest.
   */
  public FineTune stopEarly(int epochs) {
    this.patience = positive("patience", epochs);
    return said("patience");
  }

  /** Changes each window at random before it is trained on, labels and all, in this order. */
  public FineTune augment(Augmentation... changes) {
    augmentations.addAll(List.of(changes));
    return this;
  }

  /** Decides the order of clips, the windows, the noise and dropout; 1 unless told. */
  public FineTune seed(long seed) {
    this.seed = seed;
    return said("seed");
  }

  /**
   * Does something after every n steps or epochs: {@code every(1, epoch(), checkpoint("runs/a"))},
   * {@code every(100, steps(), now -> System.out.println(now.last()))}.
   */
  public FineTune every(int n, FineTuning.Unit unit, Action action) {
    occasions.add(new Occasion(positive("every", n), unit, action));
    return this;
  }

  /** Goes on with the run whose checkpoint is in a folder. */
  public FineTune resume(String folder) {
    return resume(Path.of(folder));
  }

  /**
   * Goes on with the run whose checkpoint is in a folder. Its settings are taken from there; what
   * was said here must agree with them, and the clips must be the same.
   */
  public FineTune resume(Path folder) {
    this.resumed = folder;
    return this;
  }

  /** Tells one more listener of this run. */
  public FineTune listen(TrainingListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * Trains; shows its progress to the listeners; returns the history.
   *
   * @throws DivergenceException when a loss or gradient is not finite, or the loss explodes; it
   *     names the step, the batch's clips and the first bad tensor
   * @throws DeviceMemoryException when a step does not fit into memory; it says which batch would
   */
  public TrainingRun run() {
    Set<String> checked = new LinkedHashSet<>(said);
    checked.add("augmentations");
    SavedRun saved = resumed == null ? null : new RunFolder(resumed).read(settings(batch), checked);
    Objective asked = saved == null ? objective : saved.notes().settings().objective();
    if (patience > 0 && validation == null) {
      throw new IllegalArgumentException(
          "stopEarly(%d) needs held-out clips: say .validateOn(clips.validation())"
              .formatted(patience));
    }
    Optional<String> seen = Stopping.unlessStopped(() -> ClipCheck.hash(model, clips, asked));
    Optional<String> aside =
        validation == null
            ? Optional.of("")
            : Stopping.unlessStopped(() -> ClipCheck.hash(model, validation, asked));
    if (seen.isEmpty() || aside.isEmpty()) {
      return beforeItBegan(saved);
    }
    String data = seen.get();
    String heldOut = aside.get();
    Settings settings =
        saved != null ? saved.notes().settings() : settings(auto == null ? batch : foundBatch());
    if (saved != null) {
      ClipCheck.requireSame(resumed, saved, model.engine().name(), data, heldOut);
    }
    Job job = job(settings, data, heldOut, saved);
    Loop loop = new Loop(job);
    listeners.forEach(listener -> listener.started(loop.describe(), loop.total()));
    TrainingRun run;
    try {
      run = loop.run();
    } catch (RuntimeException | Error e) {
      listeners.forEach(listener -> listener.failed(e));
      throw e;
    }
    listeners.forEach(listener -> listener.finished(run));
    return run;
  }

  /** A run that was interrupted while its clips were read; nobody heard of it. */
  private TrainingRun beforeItBegan(SavedRun saved) {
    Settings settings = saved == null ? settings(batch) : saved.notes().settings();
    return new TrainingRun(new Loop(job(settings, "", "", null)).describe(), List.of(), true);
  }

  private Job job(Settings settings, String data, String heldOut, SavedRun saved) {
    return new Job(
        model,
        clips,
        data,
        validation,
        heldOut,
        settings,
        List.copyOf(augmentations),
        List.copyOf(occasions),
        List.copyOf(listeners),
        saved);
  }

  private int foundBatch() {
    return auto.find(
        accumulate,
        clips.size(),
        windows -> new Loop(job(settings(windows), "", "", null)).tryOneStep());
  }

  private Settings settings(int windows) {
    return new Settings(
        objective,
        optimizer,
        epochs,
        steps,
        windows,
        accumulate,
        warmup,
        learningRate,
        rates,
        List.copyOf(frozen),
        lowRank,
        precision,
        averaging,
        patience,
        augmentations.stream().map(FineTune::name).toList(),
        seed);
  }

  /** As it prints itself; one that does not would be another in every JVM. */
  private static String name(Augmentation augmentation) {
    String said = augmentation.toString();
    String nothing =
        augmentation.getClass().getName() + "@" + Integer.toHexString(augmentation.hashCode());
    return said.equals(nothing) ? "one of your own" : said;
  }

  private FineTune said(String... names) {
    said.addAll(Arrays.asList(names));
    return this;
  }

  private static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s %d: expected at least 1".formatted(name, value));
    }
    return value;
  }

  private static double above(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("%s %s: expected above 0".formatted(name, value));
    }
    return value;
  }
}

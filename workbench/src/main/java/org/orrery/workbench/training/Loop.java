package org.orrery.workbench.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Training;

/** The training loop: draw, step, look, repeat. */
final class Loop implements Snapshot {
  private static final int GLIMPSES = 20;

  private final Job job;
  private final Settings settings;
  private final Plan plan;
  private final int total;
  private final int epoch;
  private final Schedule schedule;
  private final Guard guard = new Guard();
  private final Computation objective;
  private final Optional<Computation> latents;
  private final List<TrainingStep> history = new ArrayList<>();
  private final Set<Path> own = new HashSet<>();

  private Network network;
  private Training training;
  private Batch batch;
  private Best best = Best.NONE;
  private double waitedBefore;
  private double steppingBefore;
  private double stepping;
  private Feed feed;

  Loop(Job job) {
    this.job = job;
    this.settings = job.settings();
    settings.requireEqualParts(job.clips().size());
    this.plan = Plan.of(job.model().parameters(), settings);
    this.epoch = job.windows().stepsAnEpoch();
    this.total = settings.steps() > 0 ? settings.steps() : settings.epochs() * epoch;
    this.schedule =
        new Schedule(settings.learningRate(), Math.min(settings.warmup(), total), total);
    this.objective = plan.objective(job.model().objective(settings.objective()));
    this.latents = job.model().latents();
  }

  int total() {
    return total;
  }

  String describe() {
    return job.describe(total) + plan.describe();
  }

  /** Trains to the end, or to an interrupt or an early stop; the model then has the weights. */
  TrainingRun run() {
    Parameters start = plan.start();
    if (job.saved() != null) {
      start = goOn(job.saved(), start);
    }
    TrainingRun.Ending ending = null;
    boolean good = true;
    try (Network opened = job.network(start);
        Feed opening = new Feed(job.batches(), history.size(), total)) {
      network = opened;
      feed = opening;
      training = network.train(objective, plan.optimization());
      if (job.saved() != null) {
        training.restore(job.saved().optimizer());
      }
      try {
        long began = System.nanoTime();
        while (ending == null && history.size() < total) {
          ending = step(began);
        }
      } catch (DivergenceException e) {
        good = e.weightsAreGood();
        throw e;
      } finally {
        if (good) {
          job.model().accept(weights());
        }
      }
      double waiting = (waitedBefore + feed.waited()) / (steppingBefore + stepping);
      return new TrainingRun(
          describe(),
          List.copyOf(history),
          ending == null ? TrainingRun.Ending.COMPLETED : ending,
          best.isKept() && settings.patience() > 0 ? best.step() : history.size(),
          waiting,
          job.data(),
          job.split(),
          settings.seed());
    }
  }

  /** One step and all that follows it; gives the ending when there is one. */
  private TrainingRun.Ending step(long began) {
    int step = history.size();
    long start = System.nanoTime();
    if (batch != null) {
      batch.again().run();
    }
    double rate = schedule.at(step);
    Optional<Map<String, Double>> taken =
        Stopping.unlessStopped(
            () -> {
              batch = feed.take();
              return train(step, rate);
            });
    if (taken.isEmpty()) {
      return TrainingRun.Ending.INTERRUPTED;
    }
    Map<String, Double> losses = taken.get();
    stepping += (System.nanoTime() - start) / 1e9;
    guard.check(losses, step, batch.clips(), training.notFinite());
    Optional<Map<String, Double>> held = Stopping.unlessStopped(() -> validate(step + 1));
    double seconds = (System.nanoTime() - began) / 1e9;
    double before = job.saved() == null ? 0 : job.saved().seconds();
    int count = step + 1 - (job.saved() == null ? 0 : job.saved().step());
    TrainingStep done =
        new TrainingStep(
            step + 1,
            total,
            Map.copyOf(losses),
            rate,
            before + seconds,
            (double) count * batch.clips().size() / seconds,
            held.orElse(Map.of()));
    history.add(done);
    Optional<TrainingStep> told = Stopping.unlessStopped(() -> tell(done));
    if (Thread.interrupted() || held.isEmpty() || told.isEmpty()) {
      return TrainingRun.Ending.INTERRUPTED;
    }
    return isStale(step + 1) ? TrainingRun.Ending.STOPPED_EARLY : null;
  }

  private TrainingStep tell(TrainingStep done) {
    job.listeners().forEach(listener -> listener.stepped(done));
    if (done.step() % Math.max(1, total / GLIMPSES) == 0 || done.step() == total) {
      job.listeners().forEach(listener -> listener.glimpsed(this));
    }
    for (Occasion occasion : job.occasions()) {
      if (occasion.isDue(done.step(), epoch)) {
        occasion.action().take(this);
      }
    }
    return done;
  }

  private Map<String, Double> train(int step, double rate) {
    try {
      return training.step(batch.parts(), rate, Mix.of(settings.seed(), step));
    } catch (RuntimeException e) {
      Optional<DeviceMemory> memory = DeviceMemory.of(e);
      if (memory.isEmpty()) {
        throw e;
      }
      int windows = batch.clips().size();
      int fits = memory.get().fitting(windows);
      throw new DeviceMemoryException(
          "step %d: a batch of %d windows does not fit into memory: %s. About %d windows fit: say .batch(%d), or .batch(auto()) to find the most, or .accumulate(%d) to compute the batch in parts"
              .formatted(
                  step + 1,
                  windows,
                  memory.get().missing(),
                  fits,
                  fits,
                  (windows + fits - 1) / fits),
          e);
    }
  }

  /** Whether a step fits into memory; what it said if not. The model stays as it is. */
  Optional<DeviceMemory> tryOneStep() {
    try (Network trial = job.network(plan.start())) {
      trial
          .train(objective, plan.optimization())
          .step(job.batches().of(0).parts(), schedule.at(0), settings.seed());
      return Optional.empty();
    } catch (RuntimeException e) {
      Optional<DeviceMemory> memory = DeviceMemory.of(e);
      if (memory.isEmpty()) {
        throw e;
      }
      return memory;
    }
  }

  /** The losses on held-out clips when they are due; none when an interrupt came meanwhile. */
  private Map<String, Double> validate(int step) throws InterruptedException {
    if (job.validation() == null || (step % epoch != 0 && step != total)) {
      return Map.of();
    }
    Validation validation = new Validation(job.model(), settings, job.validation());
    Map<String, Double> held;
    if (settings.averaging() > 0) {
      try (Network averaged = job.network(training.average())) {
        held = validation.of(averaged, objective);
      }
    } else {
      held = validation.of(network, objective);
    }
    if (settings.patience() > 0 && held.get("loss") < best.loss()) {
      best = new Best(held.get("loss"), step, training.average());
    }
    return Map.copyOf(held);
  }

  private boolean isStale(int step) {
    return settings.patience() > 0
        && best.isKept()
        && step - best.step() >= settings.patience() * epoch
        && step < total;
  }

  private Parameters goOn(SavedRun saved, Parameters like) {
    history.addAll(saved.notes().history());
    guard.limit(saved.notes().limit());
    waitedBefore = saved.notes().waited();
    steppingBefore = saved.notes().stepping();
    Parameters kept = saved.best(like);
    if (kept != null) {
      best = new Best(saved.notes().bestLoss(), saved.notes().best(), kept);
    }
    return saved.weights(like);
  }

  @Override
  public int step() {
    return history.size();
  }

  @Override
  public TrainingStep last() {
    return history.get(history.size() - 1);
  }

  @Override
  public Parameters weights() {
    return plan.merged(
        best.isKept() && settings.patience() > 0 ? best.weights() : training.average());
  }

  @Override
  public Optional<INDArray> latents() {
    return latents.map(
        encoder -> {
          INDArray found = network.run(encoder, batch.parts().get(0)).get("latents");
          return found.reshape(-1, found.size(-1));
        });
  }

  @Override
  public Optional<Object> imagination() {
    ClipSet shown = job.validation() == null ? job.clips() : job.validation();
    Clip clip = shown.get(0);
    return job.model().glimpse(plan.merged(training.average()), clip);
  }

  @Override
  public void checkpoint(Path folder) {
    RunFolder place = new RunFolder(folder);
    if (job.saved() == null && own.add(folder.toAbsolutePath().normalize())) {
      place.clear();
    }
    SavedRun now =
        SavedRun.of(
            new SavedRun.Notes(
                settings,
                job.model().engine().name(),
                job.data(),
                job.validationData(),
                training.state().steps(),
                guard.limit(),
                waitedBefore + feed.waited(),
                steppingBefore + stepping,
                best.step(),
                best.isKept() ? best.loss() : 0,
                history),
            network.parameters(),
            training.state(),
            best.weights());
    Stopping.afterwards(() -> place.write(now));
  }
}

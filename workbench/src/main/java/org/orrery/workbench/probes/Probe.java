package org.orrery.workbench.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.models.WorldModel;

/**
 * A set of probes to run on a frozen model.
 *
 * <pre>{@code
 * var report = Probe.standard().run(model, clips);
 * Probe.linear().targets(ProbeTarget.of("velocity").window(2)).seed(3).run(model, clips);
 * Probe.linear().choosing(LambdaChoice.overClipFolds(5)).withDescriptionLength().run(model, clips);
 * Probe.linear().run(FrozenEncoder.read(Path.of("theirs.npz"), "z"), clips);
 * Probe.standard().compare(Map.of("before", checkpoint, "after", model), clips);
 * }</pre>
 *
 * Clips are split by their own parts: fitted on {@code train()}, regularised by {@code
 * validation()}, scored on {@code test()}. Beside each result stand the same latents with shuffled
 * targets, raw pixels through principal components, and the untrained encoder. The same seed gives
 * the same figures.
 */
public final class Probe {
  private static final ProbeTarget GRAVITY = ProbeTarget.of("gravity").freeFlight(8);
  private static final List<ProbeTarget> MOTION =
      List.of(
          ProbeTarget.of("position"),
          ProbeTarget.of("velocity"),
          ProbeTarget.of("velocity").window(2),
          GRAVITY);

  private final List<Task> tasks;
  private final Set<Control> controls;
  private final long seed;
  private final LambdaChoice choice;
  private final boolean description;
  private final boolean fewClips;

  record Task(ProbeTarget target, Readout readout) {}

  private Probe(
      List<Task> tasks,
      Set<Control> controls,
      long seed,
      LambdaChoice choice,
      boolean description,
      boolean fewClips) {
    this.tasks = List.copyOf(tasks);
    this.controls = controls;
    this.seed = seed;
    this.choice = choice;
    this.description = description;
    this.fewClips = fewClips;
  }

  /**
   * Linear probes of position and velocity from z_t, velocity from [z_t-1, z_t], and gravity from 8
   * latents in free flight.
   */
  public static Probe linear() {
    return of(Readout.LINEAR, MOTION);
  }

  /** MLP probes of the same targets. */
  public static Probe mlp() {
    return of(Readout.MLP, MOTION);
  }

  /** The linear probes, and an MLP probe of gravity. */
  public static Probe standard() {
    return linear().and(mlp().targets(GRAVITY));
  }

  /** The same kinds of probe, for these targets instead. */
  public Probe targets(ProbeTarget... targets) {
    List<Task> chosen = new ArrayList<>();
    for (ProbeTarget target : targets) {
      tasks.stream()
          .map(Task::readout)
          .distinct()
          .forEach(readout -> chosen.add(new Task(target, readout)));
    }
    return new Probe(chosen, controls, seed, choice, description, fewClips);
  }

  /** These probes and the other's, with this one's controls and seed. */
  public Probe and(Probe other) {
    Set<Task> both = new LinkedHashSet<>(tasks);
    both.addAll(other.tasks);
    return new Probe(List.copyOf(both), controls, seed, choice, description, fewClips);
  }

  /** Runs these controls only; none for a quick look. */
  public Probe controls(Control... chosen) {
    return new Probe(tasks, Set.of(chosen), seed, choice, description, fewClips);
  }

  /** Sets the seed of shuffles, components, networks and intervals; 0 unless told. */
  public Probe seed(long value) {
    return new Probe(tasks, controls, value, choice, description, fewClips);
  }

  /** Chooses lambda in this way; on the validation part unless told. */
  public Probe choosing(LambdaChoice lambda) {
    return new Probe(tasks, controls, seed, lambda, description, fewClips);
  }

  /**
   * Measures the description length of each target beside its score: four further fits a line, of
   * an MLP four further trainings.
   */
  public Probe withDescriptionLength() {
    return new Probe(tasks, controls, seed, choice, true, fewClips);
  }

  /**
   * Goes on where there are fewer train clips than features, which is refused otherwise: the
   * windows of a clip are alike, so ridge regression then rests on its penalty alone.
   */
  public Probe withFewClips() {
    return new Probe(tasks, controls, seed, choice, description, true);
  }

  /** Probes a world model's latents of these clips. */
  public ProbeReport run(WorldModel model, ClipSet clips) {
    return run(FrozenEncoder.of(model), clips);
  }

  /** Probes anything that gives latents; its line in the report is called "model". */
  public ProbeReport run(FrozenEncoder encoder, ClipSet clips) {
    return compareEncoders(Map.of(ProbeReport.MODEL, encoder), clips);
  }

  /**
   * Probes several models side by side, in the map's order; pixels are measured once, and the
   * untrained encoder is that of the last model.
   */
  public ProbeReport compare(Map<String, ? extends WorldModel> models, ClipSet clips) {
    Map<String, FrozenEncoder> encoders = new LinkedHashMap<>();
    models.forEach((name, model) -> encoders.put(name, FrozenEncoder.of(model)));
    return compareEncoders(encoders, clips);
  }

  /** The same for anything that gives latents. */
  public ProbeReport compareEncoders(Map<String, FrozenEncoder> encoders, ClipSet clips) {
    if (encoders.isEmpty()) {
      throw new IllegalArgumentException("at least one model is needed to compare; received none");
    }
    return OneThread.run(() -> run(clips).of(encoders));
  }

  /**
   * Probes every layer of a world model, from its first convolution to what it predicts: a chart of
   * the score by layer. Maps are averaged to 4 x 4, and most layers are wide: say {@link
   * #withFewClips} or bring thousands of clips.
   */
  public ProbeReport perLayer(WorldModel model, ClipSet clips) {
    return perLayer(model::layers, clips);
  }

  /** Probes every layer of an encoder; each is a model of the report, under the layer's name. */
  public ProbeReport perLayer(LayeredEncoder encoder, ClipSet clips) {
    Map<String, FrozenEncoder> layers = new LinkedHashMap<>();
    encoder
        .layers(clips)
        .forEach(
            (name, values) ->
                layers.put(
                    name, FrozenEncoder.of(values.reshape(values.size(0), values.size(1), -1))));
    return compareEncoders(layers, clips);
  }

  /** Scores of growing numbers of train clips, each beside its shuffled control. */
  public LearningCurve learningCurve(WorldModel model, ClipSet clips) {
    return learningCurve(FrozenEncoder.of(model), clips);
  }

  /** The same for anything that gives latents. */
  public LearningCurve learningCurve(FrozenEncoder encoder, ClipSet clips) {
    return OneThread.run(() -> run(clips).learningCurve(ProbeReport.MODEL, encoder));
  }

  private ProbeRun run(ClipSet clips) {
    return new ProbeRun(tasks, controls, seed, choice, description, fewClips, clips);
  }

  /** The held-out score of the first readout on plain numbers, without clips or controls. */
  public Score score(ProbeData data) {
    check(data);
    return OneThread.run(
        () -> Fitted.of(data, tasks.get(0).readout(), choice, seed).score(data, seed));
  }

  /** The description length of plain numbers or classes under the first readout. */
  public DescriptionLength descriptionLength(ProbeData data) {
    check(data);
    return OneThread.run(() -> DescriptionLength.of(data, tasks.get(0).readout(), choice, seed));
  }

  private void check(ProbeData data) {
    if (!fewClips) {
      data.requireAsManyClipsAsFeatures();
    }
  }

  private static Probe of(Readout readout, List<ProbeTarget> targets) {
    return new Probe(
        targets.stream().map(target -> new Task(target, readout)).toList(),
        new LinkedHashSet<>(Arrays.asList(Control.values())),
        0,
        LambdaChoice.onValidation(),
        false,
        false);
  }
}

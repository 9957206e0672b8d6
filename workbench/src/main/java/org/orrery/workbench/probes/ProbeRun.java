package org.orrery.workbench.probes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Split;
import org.orrery.workbench.models.Direction;

/** One run: every task for every model, and the controls that do not depend on a model once. */
final class ProbeRun {
  private final List<Probe.Task> tasks;
  private final Set<Control> controls;
  private final long seed;
  private final LambdaChoice choice;
  private final boolean description;
  private final boolean fewClips;
  private final ClipSet clips;
  private final Map<ProbeTarget, Windows> windows = new LinkedHashMap<>();

  ProbeRun(
      List<Probe.Task> tasks,
      Set<Control> controls,
      long seed,
      LambdaChoice choice,
      boolean description,
      boolean fewClips,
      ClipSet clips) {
    this.tasks = tasks;
    this.controls = controls;
    this.seed = seed;
    this.choice = choice;
    this.description = description;
    this.fewClips = fewClips;
    this.clips = clips;
    for (Probe.Task task : tasks) {
      windows.computeIfAbsent(task.target(), target -> Windows.of(target, clips));
    }
  }

  ProbeReport of(Map<String, FrozenEncoder> encoders) {
    Map<String, INDArray> latents = new LinkedHashMap<>();
    FrozenEncoder last = null;
    for (Map.Entry<String, FrozenEncoder> encoder : encoders.entrySet()) {
      last = encoder.getValue();
      latents.put(encoder.getKey(), last.encode(clips));
    }
    Map<Control, INDArray> others = others(last);
    List<ProbeResult> results = new ArrayList<>();
    for (Probe.Task task : tasks) {
      Map<Control, Score> shared = new EnumMap<>(Control.class);
      others.forEach(
          (control, values) -> shared.put(control, score(task, values, control.label())));
      latents.forEach((name, values) -> results.add(result(task, name, values, shared)));
    }
    return new ProbeReport(clips.describe(), seed, results);
  }

  private Map<Control, INDArray> others(FrozenEncoder encoder) {
    Map<Control, INDArray> others = new EnumMap<>(Control.class);
    if (controls.contains(Control.PIXELS_16) || controls.contains(Control.PIXELS_64)) {
      INDArray pixels = PixelPairs.fit(clips.train(), seed).encode(clips);
      others.put(Control.PIXELS_16, PixelPairs.leading(16, pixels));
      others.put(Control.PIXELS_64, pixels);
      others.keySet().retainAll(controls);
    }
    if (controls.contains(Control.UNTRAINED)) {
      encoder.untrained().ifPresent(fresh -> others.put(Control.UNTRAINED, fresh.encode(clips)));
    }
    return others;
  }

  private ProbeResult result(
      Probe.Task task, String name, INDArray latents, Map<Control, Score> shared) {
    ProbeData data = own(task, name, latents);
    Map<Control, Score> beside = new EnumMap<>(Control.class);
    beside.putAll(shared);
    boolean control = controls.contains(Control.SHUFFLED);
    ProbeData shuffled = control ? data.shuffledAcrossClips(seed) : null;
    Score score;
    List<Direction> directions = List.of();
    if (task.readout() == Readout.LINEAR) {
      Ridge ridge = Ridge.on(data, choice);
      Ridge.Fit fit = ridge.fit(data);
      score = held(fit::predict, data);
      if (!task.target().categorical()) {
        directions = Directions.of(task.target(), data.part(Split.TRAIN), fit::predict);
      }
      if (control) {
        beside.put(Control.SHUFFLED, held(ridge.fit(shuffled)::predict, shuffled));
      }
    } else {
      score = score(task.readout(), data);
      if (control) {
        beside.put(Control.SHUFFLED, score(task.readout(), shuffled));
      }
    }
    Optional<DescriptionLength> length =
        description
            ? Optional.of(DescriptionLength.of(data, task.readout(), choice, seed))
            : Optional.empty();
    return new ProbeResult(task.target(), task.readout(), name, score, beside, length, directions);
  }

  LearningCurve learningCurve(String name, FrozenEncoder encoder) {
    INDArray latents = encoder.encode(clips);
    List<LearningCurve.Point> points = new ArrayList<>();
    for (Probe.Task task : tasks) {
      ProbeData data = own(task, name, latents);
      points.addAll(LearningCurve.of(task, name, data, choice, seed));
    }
    return new LearningCurve(clips.describe(), points);
  }

  /** A model's own samples: controls have as many features as they have. */
  private ProbeData own(Probe.Task task, String name, INDArray latents) {
    ProbeData data = windows.get(task.target()).over(latents, name);
    if (!fewClips) {
      data.requireAsManyClipsAsFeatures();
    }
    return data;
  }

  private Score score(Probe.Task task, INDArray latents, String whose) {
    return score(task.readout(), windows.get(task.target()).over(latents, whose));
  }

  private Score score(Readout readout, ProbeData data) {
    return held(Fitted.of(data, readout, choice, seed), data);
  }

  private Score held(Fitted fitted, ProbeData data) {
    return fitted.score(data, seed);
  }
}

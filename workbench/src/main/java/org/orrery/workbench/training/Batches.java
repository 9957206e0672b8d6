package org.orrery.workbench.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;

/** Makes the batch of any step, from the seed and the step's number alone. */
final class Batches {
  private final Trainable model;
  private final Settings settings;
  private final Windows windows;
  private final List<Augmentation> augmentations;
  // Arrays outside the heap are freed when a collection finds them, which no one hurries.
  private final Queue<INDArray> spare = new ConcurrentLinkedQueue<>();

  Batches(Trainable model, Settings settings, Windows windows, List<Augmentation> augmentations) {
    this.model = model;
    this.settings = settings;
    this.windows = windows;
    this.augmentations = augmentations;
  }

  Batch of(int step) {
    List<Clip> chosen = windows.clips(step);
    List<Clip> cut = windows.cut(chosen, step);
    if (!augmentations.isEmpty()) {
      SplittableRandom random = new SplittableRandom(Mix.of(settings.seed() + 1, step));
      cut = cut.stream().map(window -> augmented(window, random)).toList();
    }
    int together = cut.size() / settings.accumulate();
    List<Map<String, INDArray>> parts = new ArrayList<>();
    List<INDArray> frames = new ArrayList<>();
    for (int from = 0; from < cut.size(); from += together) {
      long noise = settings.seed() * 31 + step;
      long own = from == 0 ? noise : Mix.of(noise, from);
      List<Clip> part = cut.subList(from, from + together);
      INDArray shown = Windows.frames(part, spare.poll());
      frames.add(shown);
      parts.add(inputs(model, settings, shown, part, new SplittableRandom(own)));
    }
    return new Batch(chosen, parts, () -> spare.addAll(frames));
  }

  private Clip augmented(Clip window, SplittableRandom random) {
    Clip changed = window;
    for (Augmentation augmentation : augmentations) {
      changed = augmentation.apply(changed, random);
    }
    return changed;
  }

  /** The inputs of an objective for these windows. */
  static Map<String, INDArray> inputs(
      Trainable model,
      Settings settings,
      INDArray frames,
      List<Clip> cut,
      SplittableRandom random) {
    Map<String, INDArray> inputs = new HashMap<>();
    inputs.put("frames", frames);
    inputs.putAll(model.inputs(settings.objective(), cut, random));
    return inputs;
  }
}

package org.orrery.workbench.training;

import java.util.List;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;

/**
 * A run, ready to begin.
 *
 * @param model what learns
 * @param clips what it learns from
 * @param data their hash
 * @param validation held-out clips, or null
 * @param validationData their hash; empty without any
 * @param settings what decides the rest
 * @param augmentations what each window goes through
 * @param occasions what is done meanwhile
 * @param listeners who hears of it
 * @param saved where it goes on, or null
 */
record Job(
    Trainable model,
    ClipSet clips,
    String data,
    ClipSet validation,
    String validationData,
    Settings settings,
    List<Augmentation> augmentations,
    List<Occasion> occasions,
    List<TrainingListener> listeners,
    SavedRun saved) {

  /** Parameters on the model's engine, in the run's precision. */
  Network network(Parameters parameters) {
    return model.engine().network(parameters, settings.precision());
  }

  Windows windows() {
    return new Windows(clips, settings.batch(), settings.objective().window(), settings.seed());
  }

  Batches batches() {
    return new Batches(model, settings, windows(), augmentations);
  }

  /** SHA-256 of which clips are trained on and which are held out. */
  String split() {
    return DataHash.ofSplit(clips, validation);
  }

  String describe(int total) {
    return "%s; %d steps of %d windows of %d frames, learning rate %s, seed %d, %s"
        .formatted(
            clips.describe(),
            total,
            Math.min(settings.batch(), clips.size()),
            settings.objective().window(),
            settings.learningRate(),
            settings.seed(),
            model.engine().device());
  }
}

package org.orrery.workbench.training;

import java.nio.file.Path;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;

/** Whether clips can be trained on, and whether they are those of an earlier run. */
final class ClipCheck {
  private ClipCheck() {}

  /**
   * Refuses clips that the model cannot watch or that are too short; gives their hash.
   *
   * @throws InterruptedException when the thread was interrupted before all were seen
   */
  static String hash(Trainable model, ClipSet clips, Objective objective)
      throws InterruptedException {
    DataHash hash = new DataHash();
    for (int i = 0; i < clips.size(); i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the reading of the clips was cut short");
      }
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
      hash.add(clip);
    }
    return hash.hex();
  }

  /** Refuses to go on with a run on another engine or on other clips. */
  static void requireSame(Path folder, SavedRun saved, String engine, String data, String heldOut) {
    SavedRun.Notes notes = saved.notes();
    require(folder, "engine", notes.engine(), engine);
    require(folder, "SHA-256 of the training clips", notes.data(), data);
    require(folder, "SHA-256 of the held-out clips", notes.validation(), heldOut);
  }

  private static void require(Path folder, String what, String stored, String here) {
    if (!stored.equals(here)) {
      throw new IllegalArgumentException(
          "the run in %s cannot go on: the %s was %s and is %s. Take the same, or leave .resume(...) out to begin anew"
              .formatted(folder, what, named(stored), named(here)));
    }
  }

  private static String named(String value) {
    return value.isEmpty() ? "none" : value;
  }
}

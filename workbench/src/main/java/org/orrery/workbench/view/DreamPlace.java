package org.orrery.workbench.view;

import org.orrery.kernel.display.Display;
import org.orrery.workbench.training.Glimpse;

/** The place below a training run's bar where what the model imagines is painted over. */
final class DreamPlace {
  private final double secondsBetween;
  private double painted;
  private String id;

  DreamPlace(double secondsBetween) {
    this.secondsBetween = secondsBetween;
  }

  /** Forgets the place: the next dream gets one of its own. */
  void clear() {
    id = null;
    painted = 0;
  }

  /** Paints the dream of this moment, in seconds of the run, unless the one before is fresh. */
  void refresh(double seconds, boolean atTheEnd, Glimpse glimpse) {
    if (id != null && !atTheEnd && seconds - painted < secondsBetween) {
      return;
    }
    glimpse
        .imagination()
        .ifPresent(
            dream -> {
              painted = seconds;
              if (id == null) {
                id = Display.display(dream);
              } else {
                Display.update(id, dream);
              }
            });
  }
}

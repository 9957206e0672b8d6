package org.orrery.workbench.physics;

import java.util.Locale;

/** What can be wrong with a video whatever it shows; found without labels. */
public enum VideoFault {
  /** A thing is there from one frame to the next, away from the border. */
  BIRTH,
  /** A thing is gone from one frame to the next, away from the border. */
  DEATH,
  /** A thing is gone here and there elsewhere in the same frame. */
  TELEPORT,
  /** A thing is there from one frame to the next beside another one of the same shape. */
  DUPLICATE,
  /** A thing has another colour from one frame to the next. */
  RECOLOUR,
  /** A thing has another size from one frame to the next. */
  RESIZE,
  /** One frame is shown twice while things move. */
  DUPLICATE_FRAME,
  /** What moved stands still from one frame to the next, for three frames or more. */
  STILLNESS,
  /** The ground changes from one frame to the next. */
  GROUND;

  /** The name as a table shows it: lower case, words apart. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

package org.orrery.workbench.training;

import java.util.function.UnaryOperator;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/** A window with other frames and other labels. */
final class Windowed {
  private Windowed() {}

  /** What becomes of a frame, which may be changed in place. */
  @FunctionalInterface
  interface Frames {
    byte[] of(int t, byte[] frame);
  }

  static Clip map(Clip window, Frames frames, UnaryOperator<Variable> labels) {
    Clip.Builder other =
        Clip.builder(window.id(), window.channels(), window.height(), window.width())
            .fps(window.fps())
            .pixelsPerMetre(window.pixelsPerMetre());
    for (int t = 0; t < window.frames(); t++) {
      other.frame(frames.of(t, window.frame(t)));
    }
    window.variables().values().forEach(variable -> other.variable(labels.apply(variable)));
    return other.build();
  }

  /** Whether a variable says where something is, not how it moves. */
  static boolean isPlace(Variable variable) {
    return variable.unit().equals("m") || variable.unit().equals("px");
  }

  /** A length in pixels in the variable's unit. */
  static double size(Clip window, Variable variable, double pixels) {
    if (variable.unit().equals("px")) {
      return pixels;
    }
    if (Double.isNaN(window.pixelsPerMetre())) {
      throw new IllegalArgumentException(
          "clip %s does not say how many pixels a metre has, so %s cannot move with its frames: give it a scale or drop the variable"
              .formatted(window.id(), variable));
    }
    return pixels / window.pixelsPerMetre();
  }
}

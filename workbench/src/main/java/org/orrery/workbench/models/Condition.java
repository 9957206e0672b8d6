package org.orrery.workbench.models;

/**
 * A clip's variable that a model is told beside the frames: an action, a force, the wind.
 *
 * <pre>{@code
 * JepaConfig config = JepaConfig.tiny().withConditions(List.of(new Condition("wind", 2, 5)));
 * }</pre>
 *
 * The value at frame t acts between frames t and t + 1.
 *
 * @param variable the variable's name
 * @param components how many numbers it has at a frame
 * @param scale what its numbers are divided by before the network sees them: about their largest
 */
public record Condition(String variable, int components, double scale) {
  /** Refuses a nameless, empty or unscaled condition. */
  public Condition {
    if (variable.isBlank() || components < 1 || !(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException(
          "a condition needs a variable's name, 1 component or more and a finite scale above 0; received \"%s\", %d and %s"
              .formatted(variable, components, scale));
    }
  }
}

package org.orrery.workbench.physics;

/**
 * One thing that is wrong in a video.
 *
 * @param frame the first frame that cannot follow the one before it
 * @param fault what is wrong
 * @param x where in the frame, pixels from its left edge; NaN for the whole frame
 * @param y pixels from its top edge; NaN for the whole frame
 * @param why what was measured
 */
public record Flag(int frame, VideoFault fault, double x, double y, String why) {
  Flag times(double factor) {
    return new Flag(frame, fault, factor * x, factor * y, why);
  }

  @Override
  public String toString() {
    return "frame %d: %s, %s".formatted(frame, fault.label(), why);
  }
}

package org.orrery.workbench.clips;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The axes that a Tracker project measures in: where their origin lies in the picture, how far x is
 * turned counter-clockwise from the picture's rows, and the scale. They hold from a key frame up to
 * the next one. A place (i, j) in the picture, in pixels, is
 *
 * <pre>{@code
 * u = (i - originX) / scaleX,  v = (originY - j) / scaleY,  since the picture's y points down;
 * x = u cos(angle) + v sin(angle),  y = v cos(angle) - u sin(angle)
 * }</pre>
 *
 * as Tracker has it (org.opensourcephysics.media.core.ImageCoordSystem).
 *
 * @param keys the axes from each key frame on; the first is frame 0
 */
record TrackerAxes(TreeMap<Integer, Key> keys) {

  /** The axes at a key frame: pixels, radians and pixels a metre. */
  record Key(double originX, double originY, double angle, double scaleX, double scaleY) {
    private boolean isKnown() {
      return Double.isFinite(originX)
          && Double.isFinite(originY)
          && Double.isFinite(angle)
          && scaleX > 0
          && scaleY > 0;
    }
  }

  /** Axes from the numbers of each key frame; nothing when one of them is missing. */
  static Optional<TrackerAxes> of(Map<Integer, Key> found) {
    TreeMap<Integer, Key> keys = new TreeMap<>(found);
    boolean known = keys.containsKey(0) && keys.values().stream().allMatch(Key::isKnown);
    return known ? Optional.of(new TrackerAxes(keys)) : Optional.empty();
  }

  /** The place (i, j) of frame {@code t}, in metres along the axes. */
  float[] place(int t, double i, double j) {
    Key key = keys.floorEntry(t).getValue();
    double u = (i - key.originX()) / key.scaleX();
    double v = (key.originY() - j) / key.scaleY();
    double cos = Math.cos(key.angle());
    double sin = Math.sin(key.angle());
    return new float[] {(float) (u * cos + v * sin), (float) (v * cos - u * sin)};
  }
}

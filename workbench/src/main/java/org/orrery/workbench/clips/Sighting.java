package org.orrery.workbench.clips;

/**
 * Where a followed point was in one frame.
 *
 * @param frame the frame
 * @param x its place in pixels from the left edge of the frame; pixel i covers i to i + 1
 * @param y the same from the top edge
 * @param turn how far its surroundings have turned since the first mark, in radians, from x towards
 *     y
 * @param match how well they agree with what was followed so far: the normalised cross-correlation,
 *     at most 1
 */
public record Sighting(int frame, double x, double y, double turn, double match) {

  /** This one at weight 1 - {@code weight}, another of the same frame at {@code weight}. */
  Sighting mixed(Sighting other, double weight) {
    return new Sighting(
        frame,
        x + weight * (other.x - x),
        y + weight * (other.y - y),
        turn,
        Math.max(match, other.match));
  }

  Sighting turned(double more) {
    return new Sighting(frame, x, y, turn + more, match);
  }
}

package org.orrery.workbench.clips;

/**
 * A bright or dark spot of one frame.
 *
 * @param frame the frame it is in
 * @param x its centre of brightness in pixels from the left edge of the frame; pixel i covers i to
 *     i + 1
 * @param y the same from the top edge
 * @param area how many pixels it has
 * @param mass the sum over its pixels of how far they stand out, in grey levels
 */
public record Blob(int frame, double x, double y, int area, double mass) {

  double squaredDistance(double otherX, double otherY) {
    return (x - otherX) * (x - otherX) + (y - otherY) * (y - otherY);
  }
}

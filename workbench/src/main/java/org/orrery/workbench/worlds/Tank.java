package org.orrery.workbench.worlds;

/**
 * Where a liquid is: a grid of square cells with walls around it.
 *
 * @param left where it begins, in m
 * @param top the same, downwards
 * @param columns cells from left to right
 * @param rows cells from top to bottom
 * @param cell the side of a cell in m
 */
record Tank(double left, double top, int columns, int rows, double cell) {

  /** Cells from the left side to a place in m. */
  double ownX(double x) {
    return (x - left) / cell;
  }

  /** Cells from the top to a place in m. */
  double ownY(double y) {
    return (y - top) / cell;
  }

  double placeX(double ownX) {
    return left + cell * ownX;
  }

  double placeY(double ownY) {
    return top + cell * ownY;
  }
}

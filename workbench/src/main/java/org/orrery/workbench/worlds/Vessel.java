package org.orrery.workbench.worlds;

/** Solid walls in a liquid that may move; places in m, x to the right and y down. */
interface Vessel {

  /** No walls but those of the tank. */
  Vessel NONE =
      new Vessel() {
        @Override
        public double fastest() {
          return 0;
        }

        @Override
        public void advance(double seconds) {}

        @Override
        public double distance(double x, double y) {
          return Double.MAX_VALUE;
        }

        @Override
        public double[] held(double fromX, double fromY, double toX, double toY, boolean moved) {
          return null;
        }

        @Override
        public double velocityX(double x, double y) {
          return 0;
        }

        @Override
        public double velocityY(double x, double y) {
          return 0;
        }
      };

  /** The speed that no part of a wall exceeds, in m/s. */
  double fastest();

  /** Moves on. */
  void advance(double seconds);

  /** How far the nearest wall is, in m; negative inside it. */
  double distance(double x, double y);

  /**
   * Where a thing stays that would go through the middle of a wall on its straight way from one
   * place to another; null if nothing is in its way.
   *
   * @param moved whether the walls have moved on between the two: then it stays where the wall took
   *     it
   */
  double[] held(double fromX, double fromY, double toX, double toY, boolean moved);

  /** The velocity to the right of the nearest wall, in m/s. */
  double velocityX(double x, double y);

  /** The velocity downwards of the nearest wall, in m/s. */
  double velocityY(double x, double y);
}

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

  /** The velocity to the right of the nearest wall, in m/s. */
  double velocityX(double x, double y);

  /** The velocity downwards of the nearest wall, in m/s. */
  double velocityY(double x, double y);
}

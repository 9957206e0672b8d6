package org.orrery.workbench.worlds;

/**
 * The classical Runge-Kutta method of order 4 (Hairer, Norsett and Wanner, Solving Ordinary
 * Differential Equations I, table II.1.2).
 */
final class RungeKutta {

  /** A system of first-order equations that does not depend on time. */
  @FunctionalInterface
  interface Equations {

    /** Writes the derivative at a state into {@code rate}. */
    void rate(double[] state, double[] rate);
  }

  private final Equations equations;
  private final double[][] rates;
  private final double[] between;

  RungeKutta(Equations equations, int dimension) {
    this.equations = equations;
    this.rates = new double[4][dimension];
    this.between = new double[dimension];
  }

  /** Moves the state on by {@code seconds} in equal steps. */
  void advance(double[] state, double seconds, int steps) {
    for (int i = 0; i < steps; i++) {
      step(state, seconds / steps);
    }
  }

  private void step(double[] state, double h) {
    equations.rate(state, rates[0]);
    equations.rate(along(state, rates[0], h / 2), rates[1]);
    equations.rate(along(state, rates[1], h / 2), rates[2]);
    equations.rate(along(state, rates[2], h), rates[3]);
    for (int i = 0; i < state.length; i++) {
      state[i] += h / 6 * (rates[0][i] + 2 * rates[1][i] + 2 * rates[2][i] + rates[3][i]);
    }
  }

  private double[] along(double[] state, double[] rate, double h) {
    for (int i = 0; i < state.length; i++) {
      between[i] = state[i] + h * rate[i];
    }
    return between;
  }
}

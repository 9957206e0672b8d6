package org.orrery.workbench.worlds;

/** The colour of a picture at each place in the world. */
@FunctionalInterface
public interface Shader {

  /** Writes red, green and blue, each 0 to 1, at a place in metres into {@code rgb}. */
  void colour(double x, double y, double[] rgb);
}

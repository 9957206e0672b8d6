package org.orrery.workbench.training;

import org.orrery.workbench.engine.Parameters;

/**
 * The best weights so far by their validation loss.
 *
 * @param loss infinite when there are none
 * @param step after which they were kept; 0 when there are none
 * @param weights as the engine holds them; null when there are none
 */
record Best(double loss, int step, Parameters weights) {
  static final Best NONE = new Best(Double.POSITIVE_INFINITY, 0, null);

  boolean isKept() {
    return weights != null;
  }
}

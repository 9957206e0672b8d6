package org.orrery.workbench.probes;

/** What the headline of a score is. */
public enum Measure {
  /** Coefficient of determination, of numbers: 1 is perfect, 0 is the mean. */
  R2("R²"),
  /** Share of samples whose class was told right: 1 is perfect. */
  ACCURACY("accuracy");

  private final String label;

  Measure(String label) {
    this.label = label;
  }

  /** The words that tables print. */
  public String label() {
    return label;
  }
}

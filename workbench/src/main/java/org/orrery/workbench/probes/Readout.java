package org.orrery.workbench.probes;

/** What reads a target out of features. */
public enum Readout {
  /** Ridge regression: the headline, since it can only find what lies there in plain sight. */
  LINEAR("linear"),
  /** One hidden layer of 256: finds more, and can make up more; see the selectivity beside it. */
  MLP("MLP");

  private final String label;

  Readout(String label) {
    this.label = label;
  }

  /** The word that tables print. */
  public String label() {
    return label;
  }
}

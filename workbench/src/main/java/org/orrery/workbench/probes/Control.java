package org.orrery.workbench.probes;

/** What is measured beside every probe, so that its figure can be believed. */
public enum Control {
  /** The same latents, with every clip's target taken from another clip. */
  SHUFFLED("target shuffled"),
  /** Grey frame pairs at 32 x 32, reduced to 64 principal components a time step. */
  PIXELS("pixels PCA"),
  /** The same encoder with fresh weights. */
  UNTRAINED("untrained");

  private final String label;

  Control(String label) {
    this.label = label;
  }

  /** The words that tables print. */
  public String label() {
    return label;
  }
}

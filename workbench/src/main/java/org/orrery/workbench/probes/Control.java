package org.orrery.workbench.probes;

/** What is measured beside every probe, so that its figure can be believed. */
public enum Control {
  /** The same latents, with every clip's target taken from another clip. */
  SHUFFLED("target shuffled"),
  /** Grey frame pairs at 32 x 32, reduced to 16 principal components a time step. */
  PIXELS_16("pixels PCA 16"),
  /** The same through 64 components: as wide as a latent of the shipped checkpoint. */
  PIXELS_64("pixels PCA 64"),
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

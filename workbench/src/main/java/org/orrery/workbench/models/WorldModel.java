package org.orrery.workbench.models;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;

/** Placeholder of the seam that the models package defines. */
public interface WorldModel {
  /** Latents [time, latent]. */
  INDArray encode(Clip clip);

  /** Latents [clip, time, latent]. */
  INDArray encode(ClipSet clips);

  /** The same configuration with fresh weights. */
  WorldModel untrained();
}

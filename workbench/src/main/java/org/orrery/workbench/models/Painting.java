package org.orrery.workbench.models;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;

/** Turns imagined latents into a clip that continues a true one. */
final class Painting {
  private Painting() {}

  static Clip of(WorldModel model, Clip truth, int given, INDArray latents) {
    Clip.Builder clip =
        Clip.builder(truth.id() + "-imagined", truth.channels(), truth.height(), truth.width())
            .fps(truth.fps())
            .pixelsPerMetre(truth.pixelsPerMetre());
    for (int t = 0; t < given; t++) {
      clip.frame(truth.frame(t));
    }
    INDArray frames = model.decode(latents);
    int pixels = truth.channels() * truth.height() * truth.width();
    float[] values = frames.dup('c').data().asFloat();
    for (int t = 0; t < latents.size(0); t++) {
      byte[] frame = new byte[pixels];
      for (int i = 0; i < pixels; i++) {
        frame[i] = (byte) Math.round(255 * values[t * pixels + i]);
      }
      clip.frame(frame);
    }
    return clip.build();
  }
}

package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.models.WorldModel;

/** Latents painted as grey frames, [clip][time][side * side]. */
record Decoded(List<List<byte[]>> clips, int side) {

  static Decoded of(WorldModel model, INDArray latents) {
    long n = latents.size(0);
    long steps = latents.size(1);
    INDArray painted = model.decode(latents.dup('c').reshape(n * steps, latents.size(2)));
    int side = (int) painted.size(painted.rank() - 1);
    int pixels = side * side;
    int channels = painted.rank() == 4 ? (int) painted.size(1) : 1;
    float[] values = painted.dup('c').data().asFloat();
    List<List<byte[]>> clips = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      List<byte[]> frames = new ArrayList<>();
      for (int t = 0; t < steps; t++) {
        int from = (int) (c * steps + t) * channels * pixels;
        frames.add(grey(Arrays.copyOfRange(values, from, from + channels * pixels), pixels));
      }
      clips.add(frames);
    }
    return new Decoded(clips, side);
  }

  private static byte[] grey(float[] values, int pixels) {
    int channels = values.length / pixels;
    byte[] grey = new byte[pixels];
    for (int i = 0; i < pixels; i++) {
      float sum = 0;
      for (int k = 0; k < channels; k++) {
        sum += values[k * pixels + i];
      }
      grey[i] = (byte) Math.round(255 * sum / channels);
    }
    return grey;
  }
}

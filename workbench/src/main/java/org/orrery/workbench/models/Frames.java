package org.orrery.workbench.models;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Clip;

/** Frames between clips and arrays. */
final class Frames {
  private Frames() {}

  /**
   * Clips of equal length as [clip, time + 1, 1, h, w] in [0, 1], the first frame doubled, so that
   * every frame has one before it.
   */
  static INDArray doubledFirst(List<Clip> clips, int time) {
    Clip first = clips.get(0);
    int size = first.channels() * first.height() * first.width();
    float[] values = new float[clips.size() * (time + 1) * size];
    byte[] frame = new byte[size];
    int at = 0;
    for (Clip clip : clips) {
      if (clip.frames() != time) {
        throw new IllegalArgumentException(
            "clip %s has %d frames; %d are needed, as in clip %s: cut them alike with .slice(from, to)"
                .formatted(clip.id(), clip.frames(), time, first.id()));
      }
      for (int t = -1; t < time; t++) {
        clip.frame(Math.max(t, 0), frame, 0);
        for (byte pixel : frame) {
          values[at++] = (pixel & 0xff) / 255f;
        }
      }
    }
    return Nd4j.createFromArray(values)
        .reshape(clips.size(), time + 1L, first.channels(), first.height(), first.width());
  }

  /**
   * Frames [n, colours * side * side] enlarged by bilinear interpolation to [n, side * k, side *
   * k], or, in colour, [n, colours, side * k, side * k].
   */
  static INDArray enlarge(INDArray frames, int colours, int side, int k) {
    int planes = (int) frames.size(0) * colours;
    float[] small = frames.dup('c').data().asFloat();
    int large = side * k;
    float[] values = new float[planes * large * large];
    for (int i = 0; i < planes; i++) {
      for (int y = 0; y < large; y++) {
        for (int x = 0; x < large; x++) {
          values[(i * large + y) * large + x] =
              bilinear(small, i * side * side, side, (y + 0.5f) / k - 0.5f, (x + 0.5f) / k - 0.5f);
        }
      }
    }
    INDArray enlarged = Nd4j.createFromArray(values);
    return colours == 1
        ? enlarged.reshape(planes, large, large)
        : enlarged.reshape(frames.size(0), colours, large, large);
  }

  private static float bilinear(float[] image, int at, int side, float y, float x) {
    float cy = Math.max(0, Math.min(side - 1, y));
    float cx = Math.max(0, Math.min(side - 1, x));
    int y0 = (int) cy;
    int x0 = (int) cx;
    int y1 = Math.min(side - 1, y0 + 1);
    int x1 = Math.min(side - 1, x0 + 1);
    float fy = cy - y0;
    float fx = cx - x0;
    float top = image[at + y0 * side + x0] * (1 - fx) + image[at + y0 * side + x1] * fx;
    float bottom = image[at + y1 * side + x0] * (1 - fx) + image[at + y1 * side + x1] * fx;
    return top * (1 - fy) + bottom * fy;
  }
}

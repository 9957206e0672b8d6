package org.orrery.workbench.models;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.engine.FloatArrays;

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
    float[] shades = new float[256];
    for (int shade = 0; shade < shades.length; shade++) {
      shades[shade] = shade / 255f;
    }
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
          values[at++] = shades[pixel & 0xff];
        }
      }
    }
    return FloatArrays.of(
        values, clips.size(), time + 1L, first.channels(), first.height(), first.width());
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
    Between between = Between.of(side, k);
    for (int i = 0; i < planes; i++) {
      for (int y = 0; y < large; y++) {
        between.row(small, i * side * side, y, values, (i * large + y) * large);
      }
    }
    return colours == 1
        ? FloatArrays.of(values, planes, large, large)
        : FloatArrays.of(values, frames.size(0), colours, large, large);
  }

  /**
   * Where enlarged pixels lie between those of a row or column.
   *
   * @param before the pixel before each
   * @param after the pixel after it
   * @param share how far each is from the one before, 0 to 1
   */
  private record Between(int side, int[] before, int[] after, float[] share) {
    static Between of(int side, int k) {
      int large = side * k;
      int[] before = new int[large];
      int[] after = new int[large];
      float[] share = new float[large];
      for (int x = 0; x < large; x++) {
        float at = Math.max(0, Math.min(side - 1, (x + 0.5f) / k - 0.5f));
        before[x] = (int) at;
        after[x] = Math.min(side - 1, before[x] + 1);
        share[x] = at - before[x];
      }
      return new Between(side, before, after, share);
    }

    /** One enlarged row y of the image that begins at {@code from}. */
    void row(float[] image, int from, int y, float[] into, int at) {
      int above = from + before[y] * side;
      int below = from + after[y] * side;
      float fy = share[y];
      for (int x = 0; x < share.length; x++) {
        float fx = share[x];
        float top = image[above + before[x]] * (1 - fx) + image[above + after[x]] * fx;
        float bottom = image[below + before[x]] * (1 - fx) + image[below + after[x]] * fx;
        into[at + x] = top * (1 - fy) + bottom * fy;
      }
    }
  }
}

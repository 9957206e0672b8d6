package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.orrery.workbench.clips.Clip;

/**
 * A connected component of a frame: what stands out from the ground in one piece.
 *
 * @param area pixels, those at the rim counted by the share they stand out
 * @param x centre, pixels from the left edge
 * @param y centre, pixels from the top edge
 * @param box left, top, right (exclusive), bottom (exclusive)
 * @param colour mean of the pixels that stand out well, [channel]
 * @param pixels indices y * width + x
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record Blob(double area, double x, double y, int[] box, double[] colour, int[] pixels) {
  private static final double SMALLEST = 0.0002;
  private static final int FEWEST = 4;

  /** The components of frame {@code t}, eight neighbours a pixel; specks are left out. */
  static List<Blob> in(Clip clip, Ground ground, int t) {
    int height = clip.height();
    int width = clip.width();
    int[] contrast = ground.contrast(t);
    byte[] frame = clip.frame(t);
    double least = Math.max(FEWEST, SMALLEST * contrast.length);
    List<Blob> blobs = new ArrayList<>();
    for (int[] pixels :
        Components.touchingAtAll(i -> contrast[i] > ground.threshold(), height, width)) {
      if (pixels.length >= least) {
        blobs.add(of(pixels, contrast, frame, width, clip.channels()));
      }
    }
    return blobs;
  }

  double size() {
    return Math.max(box[2] - box[0], box[3] - box[1]);
  }

  double distance(double toX, double toY) {
    return Math.hypot(x - toX, y - toY);
  }

  boolean touchesBorder(int height, int width) {
    return box[0] <= 0 || box[1] <= 0 || box[2] >= width || box[3] >= height;
  }

  /** The largest difference of a channel's mean, 0 to 255. */
  double colourDistance(Blob other) {
    double most = 0;
    for (int c = 0; c < colour.length; c++) {
      most = Math.max(most, Math.abs(colour[c] - other.colour[c]));
    }
    return most;
  }

  /** Shared over joint pixels of both shapes, the centres laid on each other. */
  double likeness(Blob other, int width) {
    int dx = (int) Math.round(other.x - x);
    int dy = (int) Math.round(other.y - y);
    int[] theirs = other.pixels.clone();
    Arrays.sort(theirs);
    int shared = 0;
    for (int pixel : pixels) {
      int column = pixel % width + dx;
      boolean inside = column >= 0 && column < width;
      int moved = (pixel / width + dy) * width + column;
      shared += inside && Arrays.binarySearch(theirs, moved) >= 0 ? 1 : 0;
    }
    return (double) shared / (pixels.length + theirs.length - shared);
  }

  private static Blob of(int[] pixels, int[] contrast, byte[] frame, int width, int channels) {
    int[] sorted = Arrays.stream(pixels).map(i -> contrast[i]).sorted().toArray();
    double full = sorted[(int) (0.75 * (sorted.length - 1))];
    int all = contrast.length;
    double[] sums = new double[3];
    double[] colour = new double[channels];
    int strong = 0;
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
    for (int i : pixels) {
      double weight = Math.min(1, contrast[i] / full);
      int px = i % width;
      int py = i / width;
      sums[0] += weight;
      sums[1] += weight * (px + 0.5);
      sums[2] += weight * (py + 0.5);
      box[0] = Math.min(box[0], px);
      box[1] = Math.min(box[1], py);
      box[2] = Math.max(box[2], px + 1);
      box[3] = Math.max(box[3], py + 1);
      if (contrast[i] >= 0.9 * full) {
        strong++;
        for (int c = 0; c < channels; c++) {
          colour[c] += frame[c * all + i] & 0xff;
        }
      }
    }
    for (int c = 0; c < channels; c++) {
      colour[c] /= strong;
    }
    return new Blob(sums[0], sums[1] / sums[0], sums[2] / sums[0], box, colour, pixels);
  }
}

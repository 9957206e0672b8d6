package org.orrery.workbench.clips;

import java.util.ArrayList;
import java.util.List;

/** The connected sets of pixels that stand out, touching at sides or corners. */
final class Components {
  private final float[] signal;
  private final int height;
  private final int width;
  private final boolean[] seen;
  private final int[] queue;

  Components(float[] signal, int height, int width) {
    this.signal = signal;
    this.height = height;
    this.width = width;
    this.seen = new boolean[signal.length];
    this.queue = new int[signal.length];
  }

  /** Sets of pixels above the threshold, as indices into the frame; in the order of their first. */
  List<int[]> above(float threshold) {
    List<int[]> components = new ArrayList<>();
    for (int i = 0; i < signal.length; i++) {
      if (!seen[i] && signal[i] > threshold) {
        components.add(flood(i, threshold));
      }
    }
    return components;
  }

  private int[] flood(int first, float threshold) {
    int count = 0;
    queue[count++] = first;
    seen[first] = true;
    for (int at = 0; at < count; at++) {
      int y = queue[at] / width;
      int x = queue[at] % width;
      for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          int neighbour = v * width + u;
          if (!seen[neighbour] && signal[neighbour] > threshold) {
            seen[neighbour] = true;
            queue[count++] = neighbour;
          }
        }
      }
    }
    int[] pixels = new int[count];
    System.arraycopy(queue, 0, pixels, 0, count);
    return pixels;
  }
}

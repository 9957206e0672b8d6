package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** The connected components of the pixels of a frame that are in some set. */
final class Components {
  private final IntPredicate in;
  private final int height;
  private final int width;
  private final boolean corners;
  private final boolean[] seen;
  private final int[] stack;

  private Components(IntPredicate in, int height, int width, boolean corners) {
    this.in = in;
    this.height = height;
    this.width = width;
    this.corners = corners;
    this.seen = new boolean[height * width];
    this.stack = new int[height * width];
  }

  /** Pixels that touch at their sides are connected: four neighbours each. */
  static List<int[]> touchingAtSides(IntPredicate in, int height, int width) {
    return new Components(in, height, width, false).all();
  }

  /** Pixels that touch at sides or corners are connected: eight neighbours each. */
  static List<int[]> touchingAtAll(IntPredicate in, int height, int width) {
    return new Components(in, height, width, true).all();
  }

  /** Indices y * width + x of each component, in the order of their first pixels. */
  private List<int[]> all() {
    List<int[]> components = new ArrayList<>();
    for (int start = 0; start < seen.length; start++) {
      if (!seen[start] && in.test(start)) {
        components.add(from(start));
      }
    }
    return components;
  }

  private int[] from(int start) {
    int n = 1;
    stack[0] = start;
    seen[start] = true;
    for (int at = 0; at < n; at++) {
      int x = stack[at] % width;
      int y = stack[at] / width;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          int next = ny * width + nx;
          if ((corners || nx == x || ny == y) && !seen[next] && in.test(next)) {
            seen[next] = true;
            stack[n++] = next;
          }
        }
      }
    }
    return Arrays.copyOf(stack, n);
  }
}

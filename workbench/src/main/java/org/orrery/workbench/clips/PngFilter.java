package org.orrery.workbench.clips;

/** The row filters of PNG (specification, section 9): none, sub, up and Paeth. */
final class PngFilter {
  private static final int[] KINDS = {0, 1, 2, 4};

  private PngFilter() {}

  /** Writes the row to {@code target}: the kind of filter, then the filtered bytes. */
  static void best(byte[] row, byte[] above, int step, byte[] target, int offset) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int kind : KINDS) {
      long size = 0;
      for (int i = 0; i < row.length; i++) {
        size += Math.abs((byte) (row[i] - guess(kind, row, above, i, step)));
      }
      if (size < least) {
        least = size;
        best = kind;
      }
    }
    target[offset] = (byte) best;
    for (int i = 0; i < row.length; i++) {
      target[offset + 1 + i] = (byte) (row[i] - guess(best, row, above, i, step));
    }
  }

  private static int guess(int kind, byte[] row, byte[] above, int i, int step) {
    int left = i < step ? 0 : row[i - step] & 0xff;
    int up = above[i] & 0xff;
    return switch (kind) {
      case 1 -> left;
      case 2 -> up;
      case 4 -> paeth(left, up, i < step ? 0 : above[i - step] & 0xff);
      default -> 0;
    };
  }

  private static int paeth(int left, int up, int corner) {
    int estimate = left + up - corner;
    int toLeft = Math.abs(estimate - left);
    int toUp = Math.abs(estimate - up);
    int toCorner = Math.abs(estimate - corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }
}

package org.orrery.workbench.clips;

import java.util.OptionalDouble;

/**
 * Which frames of a file to read, and how large: what is not asked for is never kept in memory.
 *
 * <pre>{@code
 * Clips.read("datasets/car-loop", Reading.all().frames(10, 40).stride(2).fit(360, 640).grey());
 * }</pre>
 *
 * @param from the first frame
 * @param to the frame after the last one, or {@link Integer#MAX_VALUE} for the file's end
 * @param step every how many frames one is kept
 * @param maxHeight frames are shrunk, never grown, to at most this height
 * @param maxWidth and to at most this width, keeping their shape
 * @param inGrey whether colours are dropped
 * @param rate frames a second, for files that do not say; it also overrides those that do
 */
public record Reading(
    int from, int to, int step, int maxHeight, int maxWidth, boolean inGrey, OptionalDouble rate) {

  /** Refuses empty ranges and sizes. */
  public Reading {
    if (from < 0 || to <= from || step < 1) {
      throw new IllegalArgumentException(
          "frames to read need 0 <= from < to and a stride of at least 1; received %d to %d, stride %d"
              .formatted(from, to, step));
    }
    if (maxHeight < 1 || maxWidth < 1) {
      throw new IllegalArgumentException(
          "frames need at least 1x1 pixel; received at most %dx%d".formatted(maxHeight, maxWidth));
    }
  }

  /** Every frame, as it is. */
  public static Reading all() {
    int any = Integer.MAX_VALUE;
    return new Reading(0, any, 1, any, any, false, OptionalDouble.empty());
  }

  /** Only frames {@code from} (inclusive) to {@code to} (exclusive). */
  public Reading frames(int from, int to) {
    return new Reading(from, to, step, maxHeight, maxWidth, inGrey, rate);
  }

  /** Only every {@code n}-th frame; the clip's frames a second shrink alike. */
  public Reading stride(int n) {
    return new Reading(from, to, n, maxHeight, maxWidth, inGrey, rate);
  }

  /** Shrinks frames that are larger than this, keeping their shape. */
  public Reading fit(int height, int width) {
    return new Reading(from, to, step, height, width, inGrey, rate);
  }

  /** Keeps one grey channel. */
  public Reading grey() {
    return new Reading(from, to, step, maxHeight, maxWidth, true, rate);
  }

  /** Says how many frames a second were filmed. */
  public Reading fps(double fps) {
    return new Reading(from, to, step, maxHeight, maxWidth, inGrey, OptionalDouble.of(fps));
  }

  /** Whether frame {@code index} of the file is kept. */
  public boolean keeps(int index) {
    return index >= from && index < to && (index - from) % step == 0;
  }
}

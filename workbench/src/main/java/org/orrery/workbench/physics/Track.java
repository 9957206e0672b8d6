package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.List;

/** One thing followed from frame to frame, as long as it stays a component of its own. */
final class Track {
  private final int start;
  private final List<Blob> blobs = new ArrayList<>();

  Track(int start, Blob first) {
    this.start = start;
    blobs.add(first);
  }

  void add(Blob next) {
    blobs.add(next);
  }

  int start() {
    return start;
  }

  int length() {
    return blobs.size();
  }

  Blob first() {
    return blobs.get(0);
  }

  Blob last() {
    return blobs.get(blobs.size() - 1);
  }

  /** The blob {@code back} frames before the last. */
  Blob fromEnd(int back) {
    return blobs.get(blobs.size() - 1 - back);
  }

  Blob at(int frame) {
    return blobs.get(frame - start);
  }

  double largest() {
    return blobs.stream().mapToDouble(Blob::area).max().orElseThrow();
  }

  /** Pixels a frame at the end: {x, y}; null if it was seen once. */
  double[] velocity() {
    return length() < 2 ? null : step(fromEnd(1), last());
  }

  /** Pixels a frame at the beginning, towards the past: {x, y}; null if it was seen once. */
  double[] velocityBack() {
    return length() < 2 ? null : step(blobs.get(1), first());
  }

  double speed() {
    double[] v = velocity();
    return v == null ? 0 : Math.hypot(v[0], v[1]);
  }

  private static double[] step(Blob from, Blob to) {
    return new double[] {to.x() - from.x(), to.y() - from.y()};
  }
}

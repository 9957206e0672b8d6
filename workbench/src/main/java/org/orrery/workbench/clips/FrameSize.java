package org.orrery.workbench.clips;

/** How high and wide a frame is, in pixels. */
record FrameSize(int height, int width) {

  /** Shrunk, never grown, to what a reading asks for, keeping its shape. */
  FrameSize fitted(Reading reading) {
    double ratio =
        Math.min(
            1,
            Math.min((double) reading.maxHeight() / height, (double) reading.maxWidth() / width));
    return new FrameSize(
        Math.max(1, (int) Math.round(height * ratio)),
        Math.max(1, (int) Math.round(width * ratio)));
  }

  FrameSize turned() {
    return new FrameSize(width, height);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}

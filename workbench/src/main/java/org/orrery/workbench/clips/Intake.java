package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes a file's frames one after the other and keeps what the {@link Reading} asks for. */
final class Intake {
  private final String id;
  private final Reading reading;
  private final ClipMemory memory;
  private final List<Integer> kept = new ArrayList<>();
  private Clip.Builder clip;
  private Picture first;
  private AreaMean shrink;
  private double fps;
  private int total;
  private long frameBytes;
  private double pixelsPerMetre = Double.NaN;

  Intake(String id, Reading reading, double fps) {
    this(id, reading, fps, ClipMemory.ofThisJvm());
  }

  Intake(String id, Reading reading, double fps, ClipMemory memory) {
    this.id = id;
    this.reading = reading;
    this.memory = memory;
    this.fps = reading.rate().orElse(fps);
  }

  Intake pixelsPerMetre(double scale) {
    this.pixelsPerMetre = scale;
    return this;
  }

  /** Says how many frames the file has, if it is known before they are read. */
  Intake outOf(int frames) {
    this.total = frames;
    return this;
  }

  /** True once no later frame is wanted. */
  boolean full(int index) {
    return index >= reading.to();
  }

  boolean wants(int index) {
    return reading.keeps(index);
  }

  void add(int index, Picture picture) throws IOException {
    if (clip == null) {
      start(picture);
    } else if (!picture.sameShape(first)) {
      throw new IOException(
          "frame %d is %s, the frames before it are %s; all frames of a clip need one size"
              .formatted(index, picture.shape(), first.shape()));
    }
    memory.refuseMoreThanFits(
        (kept.size() + 1.0) * frameBytes, () -> "its frames up to frame %d".formatted(index));
    byte[] bytes = picture.bytes();
    if (reading.inGrey() && picture.channels() == 3) {
      bytes = Grey.of(bytes);
    }
    clip.frame(shrink == null ? bytes : shrink.of(bytes));
    kept.add(index);
  }

  /** The clip; {@code total} frames were in the file. */
  Clip.Builder finish(int total) throws IOException {
    boolean cut = reading.to() != Integer.MAX_VALUE && reading.to() > total;
    if (kept.isEmpty() || cut) {
      throw new IOException(
          "it has %d frames; frames %d to %s were asked for: choose 0 <= from < to <= %d"
              .formatted(
                  total,
                  reading.from(),
                  reading.to() == Integer.MAX_VALUE ? "the end" : reading.to(),
                  total));
    }
    return clip.fps(fps / reading.step());
  }

  /** Adds a variable given for every frame of the file, in the frames that were kept. */
  void variable(Variable variable) {
    float[][] values = new float[kept.size()][];
    for (int t = 0; t < values.length; t++) {
      values[t] = variable.at(kept.get(t));
    }
    clip.variable(new Variable(variable.name(), variable.unit(), variable.components(), values));
  }

  private void start(Picture picture) throws IOException {
    first = picture;
    FrameSize full = new FrameSize(picture.height(), picture.width());
    FrameSize fitted = full.fitted(reading);
    int height = fitted.height();
    int width = fitted.width();
    int channels = reading.inGrey() ? 1 : picture.channels();
    if (!fitted.equals(full)) {
      shrink = new AreaMean(channels, picture.height(), picture.width(), height, width);
    }
    double scale = pixelsPerMetre * width / picture.width();
    clip = Clip.builder(id, channels, height, width).pixelsPerMetre(scale);
    frameBytes = (long) channels * height * width;
    long wanted = wanted();
    memory.refuseMoreThanFits(
        (double) wanted * frameBytes,
        () ->
            "its %d frames of %dx%d %s"
                .formatted(wanted, width, height, channels == 1 ? "grey" : "RGB"));
  }

  /** How many of the file's frames will be kept, as far as their number is known. */
  private long wanted() {
    long frames = (long) Math.min(total, reading.to()) - reading.from();
    return Math.max(0, (frames + reading.step() - 1) / reading.step());
  }
}

package org.orrery.workbench.clips;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One episode of a C-SWM replay buffer: {@code obs} and {@code next_obs} [step, channel, height,
 * width] from 0 to 1, and {@code action} [step]. The clip is all observations and the last next
 * one. Six channels are two frames; which of them is the later one is told by the step after, since
 * the file does not say.
 */
record CswmEpisode(Group group) {
  private static final double FPS = 25;

  static boolean is(Group group) {
    return group.getChild("obs") instanceof Dataset
        && group.getChild("next_obs") instanceof Dataset;
  }

  int frames() throws IOException {
    Rows obs = rows("obs");
    return obs.shape()[0] + (isStacked(obs) ? 2 : 1);
  }

  Clip read(String id, Reading reading) throws IOException {
    Rows obs = rows("obs");
    Rows next = rows("next_obs");
    if (!Arrays.equals(obs.shape(), next.shape()) || obs.shape().length != 4) {
      throw new IOException(
          "obs and next_obs must both be [step, channel, height, width]; received %s and %s"
              .formatted(obs.show(), next.show()));
    }
    int steps = obs.shape()[0];
    byte[] pixels = PixelValues.read(obs, 0, steps);
    byte[] last = PixelValues.read(next, steps - 1, steps);
    int size = obs.rowSize();
    List<byte[]> frames = new ArrayList<>();
    int[] frame = Arrays.copyOfRange(obs.shape(), 1, 4);
    if (isStacked(obs)) {
      frame[0] = 3;
      boolean laterSecond = laterSecond(pixels, last, size, steps);
      int early = laterSecond ? 0 : size / 2;
      int late = laterSecond ? size / 2 : 0;
      frames.add(Arrays.copyOfRange(pixels, early, early + size / 2));
      for (int t = 0; t < steps; t++) {
        frames.add(Arrays.copyOfRange(pixels, t * size + late, t * size + late + size / 2));
      }
      frames.add(Arrays.copyOfRange(last, late, late + size / 2));
    } else {
      for (int t = 0; t < steps; t++) {
        frames.add(Arrays.copyOfRange(pixels, t * size, (t + 1) * size));
      }
      frames.add(last);
    }
    PixelLayout layout =
        frame[0] == 1 || frame[0] == 3
            ? new PixelLayout(frame[0], frame[1], frame[2], false)
            : PixelLayout.of(frame, "obs");
    return clip(id, reading, frames, layout, isStacked(obs) ? 1 : 0);
  }

  private Clip clip(String id, Reading reading, List<byte[]> frames, PixelLayout layout, int before)
      throws IOException {
    Intake intake = new Intake(id, reading, FPS);
    for (int t = 0; t < frames.size() && !intake.full(t); t++) {
      if (intake.wants(t)) {
        intake.add(t, layout.picture(frames.get(t), 0));
      }
    }
    Clip.Builder clip = intake.finish(frames.size());
    Optional<Variable> action = action(frames.size(), before);
    action.ifPresent(intake::variable);
    return clip.build();
  }

  /** The action taken at each frame; NaN where none is known. */
  private Optional<Variable> action(int frames, int before) throws IOException {
    if (!(group.getChild("action") instanceof Dataset dataset)) {
      return Optional.empty();
    }
    Rows rows = Hdf5Rows.of(dataset).orElseThrow(() -> new IOException("action is no array"));
    int steps = rows.shape()[0];
    int k = rows.rowSize();
    double[] numbers = rows.numbers(0, steps);
    double[] values = new double[frames * k];
    Arrays.fill(values, Double.NaN);
    System.arraycopy(
        numbers, 0, values, before * k, Math.min(numbers.length, values.length - before * k));
    return Optional.of(ArrayNotes.none().variable("action", values, frames));
  }

  /** Whether the second half of the channels is the later frame. */
  private static boolean laterSecond(byte[] obs, byte[] last, int size, int steps)
      throws IOException {
    byte[] after = steps > 1 ? Arrays.copyOfRange(obs, size, 2 * size) : last;
    int half = size / 2;
    boolean secondGoesOn = Arrays.equals(obs, half, size, after, 0, half);
    boolean firstGoesOn = Arrays.equals(obs, 0, half, after, half, size);
    if (!secondGoesOn && !firstGoesOn) {
      throw new IOException(
          "obs has 6 channels, but neither half of them is found again one step later: this is no stack of two frames");
    }
    return secondGoesOn;
  }

  private static boolean isStacked(Rows obs) {
    return obs.shape().length == 4 && obs.shape()[1] == 6;
  }

  private Rows rows(String name) throws IOException {
    return Hdf5Rows.of((Dataset) group.getChild(name))
        .orElseThrow(() -> new IOException(name + " is no array of numbers"));
  }
}

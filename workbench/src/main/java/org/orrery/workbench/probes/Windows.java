package org.orrery.workbench.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Split;
import org.orrery.workbench.clips.Variable;

/**
 * The samples of one target: which windows of which clips, and the truth at their last frame. Found
 * once; any encoder's latents can then be laid over it.
 */
final class Windows {
  private static final String CONTACT = "contact";

  private final ProbeTarget target;
  private final int clips;
  private final int frames;
  private final List<Window> windows = new ArrayList<>();

  /** A window that ends at latent {@code last} of a clip. */
  record Window(int clip, int last, Split split, double[] truth) {}

  private Windows(ProbeTarget target, int clips, int frames) {
    this.target = target;
    this.clips = clips;
    this.frames = frames;
  }

  static Windows of(ProbeTarget target, ClipSet clips) {
    int frames = clips.get(0).frames();
    if (frames < target.window() + 1) {
      throw new IllegalArgumentException(
          "probe of %s: clips of at least %d frames are needed (latent 0 is left out); %s has %d: use"
                  .formatted(target, target.window() + 1, clips.id(0), frames)
              + " longer clips or a shorter window");
    }
    Windows result = new Windows(target, clips.size(), frames);
    for (int c = 0; c < clips.size(); c++) {
      Clip clip = clips.get(c);
      if (clip.frames() != frames) {
        throw new IllegalArgumentException(
            "probe of %s: clips of one length are needed; %s has %d frames and %s has %d: slice them"
                .formatted(target, clips.id(0), frames, clip.id(), clip.frames()));
      }
      result.add(c, clip);
    }
    return result;
  }

  ProbeTarget target() {
    return target;
  }

  List<Window> windows() {
    return windows;
  }

  /** The windows' latents side by side as features, from latents [clip, time, latent]. */
  ProbeData over(INDArray latents, String whose) {
    if (latents.rank() != 3 || latents.size(0) != clips || latents.size(1) != frames) {
      throw new IllegalArgumentException(
          "probe of %s: latents [clip, time, latent] of %d clips of %d frames are needed; %s gave %s"
              .formatted(target, clips, frames, whose, Arrays.toString(latents.shape())));
    }
    int d = (int) latents.size(2);
    int width = target.window() * d;
    float[] all = latents.castTo(DataType.FLOAT).dup('c').data().asFloat();
    float[] features = new float[windows.size() * width];
    double[][] truth = new double[windows.size()][];
    int[] clip = new int[windows.size()];
    Split[] splits = new Split[windows.size()];
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      int first = window.clip * frames + window.last - target.window() + 1;
      System.arraycopy(all, first * d, features, i * width, width);
      truth[i] = window.truth;
      clip[i] = window.clip;
      splits[i] = window.split;
    }
    if (windows.isEmpty()) {
      throw new IllegalArgumentException(
          "probe of %s: no window of %d latents is free of contact in %d clips: shorten the window"
              .formatted(target, target.window(), clips));
    }
    INDArray x = Nd4j.create(features, new long[] {windows.size(), width}, DataType.FLOAT);
    return ProbeData.of(target + " (" + whose + ")", x, Nd4j.create(truth), clip, splits);
  }

  private void add(int c, Clip clip) {
    Variable variable = clip.variable(target.variable());
    Variable contact = target.freeFlight() ? clip.variable(CONTACT) : null;
    Split split = Split.of(clip.id());
    for (int last = target.window(); last < frames; last++) {
      double[] truth = truth(variable, last);
      if (known(truth) && (contact == null || free(contact, last))) {
        windows.add(new Window(c, last, split, truth));
      }
    }
  }

  /** Whether no contact happens in what the window's latents see; contact[s] covers (s-1, s]. */
  private boolean free(Variable contact, int last) {
    for (int s = last - target.window() + 1; s <= last; s++) {
      if (contact.at(s, 0) != 0) {
        return false;
      }
    }
    return true;
  }

  private static double[] truth(Variable variable, int frame) {
    float[] values = variable.at(frame);
    boolean angle = variable.unit().equals("rad");
    double[] truth = new double[angle ? 2 * values.length : values.length];
    for (int j = 0; j < values.length; j++) {
      truth[j] = angle ? Math.sin(values[j]) : values[j];
      if (angle) {
        truth[values.length + j] = Math.cos(values[j]);
      }
    }
    return truth;
  }

  private static boolean known(double[] truth) {
    return Arrays.stream(truth).noneMatch(Double::isNaN);
  }
}

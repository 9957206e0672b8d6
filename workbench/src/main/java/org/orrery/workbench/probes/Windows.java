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
  record Window(int clip, int last, Split split, double[] truth, double weight) {}

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
    if (windows.isEmpty()) {
      throw new IllegalArgumentException(
          "probe of %s: no window of %d latents in %d clips has a known target%s: shorten the window"
              .formatted(
                  target, target.window(), clips, target.freeFlight() ? " and no contact" : ""));
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
    INDArray x = Nd4j.create(features, new long[] {windows.size(), width}, DataType.FLOAT);
    return data(target + " (" + whose + ")", x, truth, clip, splits);
  }

  private ProbeData data(String name, INDArray x, double[][] truth, int[] clip, Split[] splits) {
    double[] weights =
        target.weight().isEmpty() ? null : windows.stream().mapToDouble(Window::weight).toArray();
    if (!target.categorical()) {
      return ProbeData.of(name, x, Nd4j.create(truth), clip, splits, weights, List.of());
    }
    String[] labels = new String[truth.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = label(name, truth[i]);
    }
    List<String> classes = DataChecks.classes(name, labels, splits);
    INDArray oneHot = ProbeData.oneHot(labels, classes);
    return ProbeData.of(name, x, oneHot, clip, splits, weights, classes);
  }

  private static String label(String name, double[] truth) {
    if (truth.length != 1 || truth[0] != Math.rint(truth[0])) {
      throw new IllegalArgumentException(
          "probe of %s: classes are whole numbers of one component; received %s: round them in a ProbeTarget.of(name, function)"
              .formatted(name, Arrays.toString(truth)));
    }
    return Long.toString((long) truth[0]);
  }

  private void add(int c, Clip clip) {
    double[][] values = values(clip);
    Variable contact = target.freeFlight() ? clip.variable(CONTACT) : null;
    Variable weight = target.weight().isEmpty() ? null : clip.variable(target.weight());
    Split split = Split.of(clip);
    for (int last = target.window(); last < frames; last++) {
      int asked = last + target.ahead();
      if (asked < 0 || asked >= frames) {
        continue;
      }
      double heavy = weight == null ? 1 : weight.at(last, 0);
      if (known(values[asked])
          && heavy > 0
          && (contact == null || free(contact, last, Math.max(last, asked)))) {
        windows.add(new Window(c, last, split, values[asked], heavy));
      }
    }
  }

  /** The target at every frame, [time][component]. */
  private double[][] values(Clip clip) {
    if (target.function().isEmpty()) {
      Variable variable = clip.variable(target.variable());
      double[][] values = new double[frames][];
      for (int t = 0; t < frames; t++) {
        values[t] = truth(variable, t);
      }
      return values;
    }
    double[][] values = target.function().get().of(clip);
    if (values.length != frames) {
      throw new IllegalArgumentException(
          "probe of %s: the function must give a row for every frame; it gave %d for the %d frames of clip %s"
              .formatted(target, values.length, frames, clip.id()));
    }
    return values;
  }

  /** Whether no contact happens in what the window's latents see; contact[s] covers (s-1, s]. */
  private boolean free(Variable contact, int last, int end) {
    for (int s = last - target.window() + 1; s <= end; s++) {
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

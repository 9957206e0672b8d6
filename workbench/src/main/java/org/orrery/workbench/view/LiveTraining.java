package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.Progress;
import org.orrery.workbench.physics.Physics;
import org.orrery.workbench.training.Glimpse;
import org.orrery.workbench.training.TrainingListener;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.training.TrainingStep;

/**
 * Shows a training run while it goes: the kernel's progress bar with the pace, every loss, the
 * gradient's norm, the latents' effective rank and the held-out loss; in a notebook, curves of the
 * losses below it and a dream of one clip, painted anew now and then. On a terminal or in a log the
 * same figures are lines. The service loader gives it to every run.
 */
public final class LiveTraining implements TrainingListener {
  /** Painting a dream takes a moment: none sooner than this after the one before. */
  private static final double SECONDS_BETWEEN_DREAMS = 10;

  private final List<TrainingStep> history = new ArrayList<>();
  private final DreamPlace dream = new DreamPlace(SECONDS_BETWEEN_DREAMS);
  private Progress bar;
  private double rank = Double.NaN;
  private double heldOut = Double.NaN;

  @Override
  public void started(String what, int steps) {
    synchronized (history) {
      history.clear();
    }
    rank = Double.NaN;
    heldOut = Double.NaN;
    dream.clear();
    if (!Display.live()) {
      System.out.println(what);
    }
    bar = Progress.of(steps, what);
    bar.detail(this::curves);
  }

  @Override
  public void stepped(TrainingStep step) {
    synchronized (history) {
      history.add(step);
    }
    heldOut = step.validation().getOrDefault("loss", heldOut);
    bar.message(message(step));
    bar.at(step.step());
  }

  @Override
  public void glimpsed(Glimpse glimpse) {
    glimpse.latents().filter(z -> z.size(0) > 1).ifPresent(z -> rank = Physics.effectiveRank(z));
    TrainingStep last = last();
    bar.message(message(last));
    if (Display.live()) {
      dream.refresh(last.seconds(), last.step() == last.steps(), glimpse);
    }
  }

  private TrainingStep last() {
    synchronized (history) {
      return history.get(history.size() - 1);
    }
  }

  private String message(TrainingStep step) {
    StringBuilder message =
        new StringBuilder(
            "%.0f clips/s · %s".formatted(step.clipsPerSecond(), losses(step.losses())));
    if (!Double.isNaN(rank)) {
      message.append(" · effective rank %.1f".formatted(rank));
    }
    if (!Double.isNaN(heldOut)) {
      message.append(" · held-out loss %.4f".formatted(heldOut));
    }
    return message.toString();
  }

  @Override
  public void finished(TrainingRun run) {
    bar.end(
        switch (run.ending()) {
          case COMPLETED -> Progress.Ending.FINISHED;
          case INTERRUPTED -> Progress.Ending.INTERRUPTED;
          case STOPPED_EARLY -> Progress.Ending.STOPPED;
        });
    if (!Display.live()) {
      System.out.println(run);
    }
  }

  @Override
  public void failed(Throwable reason) {
    bar.message(String.valueOf(reason.getMessage()));
    bar.end(Progress.Ending.FAILED);
  }

  /** Drawn on the bar's thread, from the steps so far. */
  private String curves() {
    List<TrainingStep> soFar;
    synchronized (history) {
      soFar = List.copyOf(history);
    }
    return soFar.size() > 1 ? LossCurves.svg(soFar) : "";
  }

  private static String losses(Map<String, Double> losses) {
    return new TreeMap<>(losses)
        .entrySet().stream()
            .map(loss -> "%s %.4f".formatted(loss.getKey(), loss.getValue()))
            .collect(Collectors.joining(" "));
  }
}

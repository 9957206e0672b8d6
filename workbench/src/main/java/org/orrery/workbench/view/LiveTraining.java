package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.Progress;
import org.orrery.workbench.training.TrainingListener;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.training.TrainingStep;

/**
 * Shows a training run while it goes: the kernel's progress bar with the losses and, in a notebook,
 * their curves below it. The service loader gives it to every run.
 */
public final class LiveTraining implements TrainingListener {
  private final List<TrainingStep> history = new ArrayList<>();
  private Progress bar;

  @Override
  public void started(String what, int steps) {
    synchronized (history) {
      history.clear();
    }
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
    bar.message("%.0f clips/s · %s".formatted(step.clipsPerSecond(), losses(step.losses())));
    bar.at(step.step());
  }

  @Override
  public void finished(TrainingRun run) {
    bar.end(run.interrupted() ? Progress.Ending.INTERRUPTED : Progress.Ending.FINISHED);
    if (!Display.live()) {
      System.out.println(run);
    }
  }

  @Override
  public void failed(RuntimeException reason) {
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

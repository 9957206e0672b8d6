package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.List;
import org.orrery.kernel.display.Display;
import org.orrery.workbench.training.TrainingListener;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.training.TrainingStep;

/**
 * Shows a training run while it goes: in a notebook a bar, the losses and their curves, renewed in
 * place; elsewhere a line now and then. The service loader gives it to every run.
 */
public final class LiveTraining implements TrainingListener {
  private static final double SECONDS_BETWEEN_PICTURES = 0.5;
  private static final double SECONDS_BETWEEN_LINES = 5;

  private final List<TrainingStep> history = new ArrayList<>();
  private String what;
  private String display;
  private double shown;

  @Override
  public void started(String what, int steps) {
    this.what = what;
    history.clear();
    shown = 0;
    if (Display.live()) {
      display = Display.display(TrainingCard.waiting(what, steps));
    } else {
      System.out.println(what);
    }
  }

  @Override
  public void stepped(TrainingStep step) {
    history.add(step);
    if (display == null) {
      line(step);
    } else if (step.seconds() - shown >= SECONDS_BETWEEN_PICTURES) {
      shown = step.seconds();
      Display.update(display, TrainingCard.running(what, history));
    }
  }

  private void line(TrainingStep step) {
    if (step.seconds() - shown >= SECONDS_BETWEEN_LINES || step.step() == step.steps()) {
      shown = step.seconds();
      System.out.println(TrainingCard.line(step));
    }
  }

  @Override
  public void finished(TrainingRun run) {
    if (display != null) {
      Display.update(display, TrainingCard.finished(run));
    } else {
      System.out.println(run);
    }
  }

  @Override
  public void failed(RuntimeException reason) {
    if (display != null && !history.isEmpty()) {
      Display.update(display, TrainingCard.failed(what, history, reason));
    }
  }
}

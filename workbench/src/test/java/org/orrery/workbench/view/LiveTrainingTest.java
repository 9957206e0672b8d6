package org.orrery.workbench.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.DisplayChannel;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.training.TrainingStep;

class LiveTrainingTest {

  @Test
  void aFinishedRunShowsItsBarItsLossesAndTheirCurves() {
    MimeBundle last =
        lastShown(
            live -> {
              live.stepped(step(1));
              live.stepped(step(2));
              live.finished(new TrainingRun("a run", List.of(step(1), step(2)), false));
            });

    assertThat(last.data().get("text/html").toString()).contains("a run", "<svg", "loss 0.5000");
    assertThat(last.data().get("text/plain").toString())
        .startsWith("✓ a run 100%")
        .contains("120 clips/s");
  }

  @Test
  void anInterruptedAndAFailedRunSaySo() {
    MimeBundle interrupted =
        lastShown(
            live -> {
              live.stepped(step(1));
              live.finished(new TrainingRun("a run", List.of(step(1)), true));
            });
    MimeBundle failed = lastShown(live -> live.failed(new IllegalStateException("loss is NaN")));

    assertThat(interrupted.data().get("text/plain").toString()).contains("interrupted at 1 of 2");
    assertThat(failed.data().get("text/plain").toString()).contains("failed at 0 of 2", "NaN");
  }

  private static TrainingStep step(int number) {
    return new TrainingStep(number, 2, Map.of("loss", 1.0 / number), 1e-3, number, 120);
  }

  private static MimeBundle lastShown(Consumer<LiveTraining> run) {
    List<MimeBundle> shown = new ArrayList<>();
    DisplayChannel channel =
        new DisplayChannel() {
          @Override
          public void display(String id, MimeBundle bundle) {
            shown.add(bundle);
          }

          @Override
          public void update(String id, MimeBundle bundle) {
            shown.add(bundle);
          }

          @Override
          public void clear(boolean wait) {}
        };
    Display.connect(channel);
    try {
      LiveTraining live = new LiveTraining();
      live.started("a run", 2);
      run.accept(live);
    } finally {
      Display.disconnect(channel);
    }
    return shown.get(shown.size() - 1);
  }
}

package org.orrery.workbench.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.DisplayChannel;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.workbench.training.Glimpse;
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

  @Test
  void theHeldOutLossAndTheEffectiveRankStandBesideTheLosses() {
    // A cloud that is as wide in two of three directions has an effective rank of two.
    INDArray cross =
        Nd4j.createFromArray(new float[][] {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}});
    TrainingStep asked =
        new TrainingStep(2, 2, Map.of("loss", 0.5), 1e-3, 2, 120, Map.of("loss", 0.25));

    MimeBundle last =
        lastShown(
            live -> {
              live.stepped(step(1));
              live.stepped(asked);
              live.glimpsed(glimpse(cross, Optional.empty()));
              live.finished(new TrainingRun("a run", List.of(step(1), asked), false));
            });

    assertThat(last.data().get("text/plain").toString())
        .contains("effective rank 2.0", "held-out loss 0.2500");
    assertThat(last.data().get("text/html").toString())
        .contains("<circle", "held-out loss 0.2500</title>", "dots: held-out loss");
  }

  @Test
  void aDreamIsPaintedAtOnceThenNotBeforeTenSecondsAndAgainAtTheEndInTheSamePlace() {
    List<String> shown = new ArrayList<>();
    DisplayChannel channel =
        new DisplayChannel() {
          @Override
          public void display(String id, MimeBundle bundle) {
            note("new", id, bundle);
          }

          @Override
          public void update(String id, MimeBundle bundle) {
            note("again", id, bundle);
          }

          private void note(String how, String id, MimeBundle bundle) {
            String text = bundle.data().get("text/plain").toString();
            if (text.startsWith("dream")) {
              shown.add(how + " " + text);
            }
          }

          @Override
          public void clear(boolean wait) {}
        };
    Display.connect(channel);
    try {
      LiveTraining live = new LiveTraining();
      live.started("a run", 100);
      double[] seconds = {1, 5, 12, 13, 14};
      for (int i = 0; i < seconds.length; i++) {
        int step = i == 4 ? 100 : i + 1;
        live.stepped(new TrainingStep(step, 100, Map.of("loss", 1.0), 1e-3, seconds[i], 120));
        live.glimpsed(glimpse(Nd4j.ones(1, 2), Optional.of("dream at " + seconds[i])));
      }
      live.finished(new TrainingRun("a run", List.of(step(1)), false));
    } finally {
      Display.disconnect(channel);
    }

    assertThat(shown)
        .containsExactly("new dream at 1.0", "again dream at 12.0", "again dream at 14.0");
  }

  private static Glimpse glimpse(INDArray latents, Optional<Object> dream) {
    return new Glimpse() {
      @Override
      public int step() {
        return 1;
      }

      @Override
      public Optional<INDArray> latents() {
        return Optional.of(latents);
      }

      @Override
      public Optional<Object> imagination() {
        return dream;
      }
    };
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

package org.orrery.lab.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.lab.client.KernelLaunch;
import org.orrery.lab.notebook.Cell;
import org.orrery.lab.notebook.Notebook;
import org.orrery.lab.notebook.Output;

/** The stop button on a cell that trains, in the real kernel. */
@Timeout(180)
class InterruptedFineTuneTest {
  private static final String FIRST_STEP = "a step of the cell's own code";

  @TempDir Path folder;

  @Test
  void aRunStoppedInItsCellsOwnCodeIsStillReturned() throws Exception {
    var cell =
        """
        var clips = Clips.of(Worlds.bouncingBall().frames(12), 8).seed(1);
        var model = WorldModel.create(RecurrentConfig.nano(), 1);
        var run = model.fineTune(clips).steps(100_000).batch(4).every(1, steps(), now -> {
            System.out.println("%s");
            while (now.step() == 1) {}
        }).run();
        System.out.println("ended " + run.ending() + " after " + run.history().size());
        """
            .formatted(FIRST_STEP);
    var run = new AtomicReference<NotebookRun>();
    RunListener stopAtTheFirstStep =
        new RunListener() {
          @Override
          public void output(Output output) {
            if (output instanceof Output.Stream stream && stream.text().contains(FIRST_STEP)) {
              run.get().stop();
            }
          }
        };
    var notebook = new Notebook(List.of(Cell.code("train", cell)), Map.of());
    var kernel = KernelLaunch.onThisJava(System.getProperty("java.class.path"), Optional.empty());
    run.set(NotebookRun.of(notebook, kernel, folder, Optional.empty(), stopAtTheFirstStep));

    var result = run.get().execute();

    assertThat(result.failure().orElseThrow().reason()).contains("interrupted");
    assertThat(result.executed().cells().get(0).outputs().toString())
        .contains("ended INTERRUPTED after 1");
  }
}

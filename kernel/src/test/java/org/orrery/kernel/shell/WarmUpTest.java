package org.orrery.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void samplesLeaveNothingBehindAndChangeNothing() {
    try (var shell = CodeShell.start()) {
      shell.evaluate(new Cell(1, "int list = 5;\nint square(int n) { return -n; }"));

      shell.warmUp();

      assertThat(shell.variables()).containsExactly(new CodeShell.Variable("list", "int", 5));
      assertThat(shell.evaluate(new Cell(2, "square(list)")))
          .isInstanceOfSatisfying(
              Outcome.Shown.class,
              shown -> assertThat(shown.bundle().data()).containsEntry("text/plain", "-5"));
      assertThat(shell.evaluate(new Cell(3, "walk"))).isInstanceOf(Outcome.Failed.class);
    }
  }

  @Test
  void cellsRunWhileSamplesDo() throws Exception {
    try (var shell = CodeShell.start()) {
      var warming = new Thread(shell::warmUp);
      warming.start();

      for (int i = 1; i <= 20; i++) {
        assertThat(shell.evaluate(new Cell(i, "int n" + i + " = " + i + "; n" + i)))
            .isInstanceOf(Outcome.Shown.class);
      }

      assertThat(shell.variables()).hasSize(20);
      warming.interrupt();
      warming.join();
    }
  }
}

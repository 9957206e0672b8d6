package org.orrery.kernel.magic.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.kernel.magic.MagicException;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no bash")
class BashMagicTest {

  @TempDir Path folder;

  private final MagicsInUse cells = new MagicsInUse();

  @AfterEach
  void close() {
    cells.close();
  }

  @Test
  void aScriptPrintsBothStreamsAndTakesArguments() throws Exception {
    assertThat(cells.printedBy("%%bash one \"two three\"\necho \"$2 ä\"\necho bad >&2\n"))
        .contains("two three ä\n")
        .contains("bad\n");
  }

  @Test
  void aScriptThatFailsIsAnErrorWithItsExitCode() throws Exception {
    var printed =
        cells.printedBy(
            () ->
                assertThatThrownBy(() -> cells.run("%%bash\necho before\nexit 3"))
                    .isInstanceOf(MagicException.class)
                    .hasMessageContaining("exit code 3"));
    assertThat(printed).isEqualTo("before\n");
  }

  @Test
  void outputIsShownAsItComes() throws Exception {
    var go = folder.resolve("go");
    var script =
        "%%bash\necho first\nuntil [ -e GO ]; do sleep 0.02; done\necho second"
            .replace("GO", go.toString());

    var seen =
        watching(
            text -> text.contains("first"),
            () -> Files.createFile(go),
            () -> assertTimeoutPreemptively(Duration.ofSeconds(20), () -> cells.run(script)));

    assertThat(seen).isEqualTo("first\nsecond\n");
  }

  @Test
  void anInterruptEndsTheScriptAndWhatItStarted() throws Exception {
    var cell = new FutureTask<>(() -> cells.run("%%bash\nsleep 1000 &\necho pid $!\nwait"));
    var thread = new Thread(cell);

    var seen =
        watching(
            text -> text.endsWith("\n"),
            thread::interrupt,
            () -> {
              thread.start();
              assertThatThrownBy(cell::get).hasCauseInstanceOf(InterruptedException.class);
            });

    var sleeping = Long.parseLong(seen.strip().replace("pid ", ""));
    ProcessHandle.of(sleeping).ifPresent(left -> left.onExit().join());
  }

  private interface Step {
    void take() throws Exception;
  }

  /** Runs {@code code}; takes {@code step} once what is printed so far passes {@code when}. */
  private static String watching(java.util.function.Predicate<String> when, Step step, Step code)
      throws Exception {
    var before = System.out;
    var seen = new StringBuilder();
    Consumer<String> watcher =
        new Consumer<>() {
          private boolean taken;

          @Override
          public synchronized void accept(String text) {
            seen.append(text);
            if (!taken && when.test(seen.toString())) {
              taken = true;
              try {
                step.take();
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            }
          }
        };
    System.setOut(
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
              }

              @Override
              public void write(byte[] bytes, int from, int length) {
                watcher.accept(new String(bytes, from, length, StandardCharsets.UTF_8));
              }
            },
            true,
            StandardCharsets.UTF_8));
    try {
      code.take();
    } finally {
      System.setOut(before);
    }
    return seen.toString();
  }
}

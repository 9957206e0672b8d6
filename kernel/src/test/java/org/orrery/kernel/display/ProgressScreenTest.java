package org.orrery.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orrery.kernel.display.Progress.Ending;
import org.orrery.kernel.display.ProgressScreen.Picture;

class ProgressScreenTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void aTerminalShowsOneLineWrittenOverAndKeepsTheLast() {
    var screen = new TerminalScreen(out, 80);

    screen.draw(picture(5, 1, null));
    screen.draw(picture(10, 2, Ending.FINISHED));

    assertThat(printed())
        .isEqualTo(
            "\r\u001b[Kframes  50% │██████████          │ 5 of 10 · 1.0 s, 1.0 s left · 5.0/s"
                + "\r\u001b[K✓ frames 100% │████████████████████│ 10 · 2.0 s · 5.0/s\n");
  }

  @Test
  void inOneLineTheBarsInsideFollow() {
    var outer = new ProgressLine("epochs", 0, 1, 4, 10, 0.1, "", null);
    var inner = new ProgressLine("batches", 1, 30, 60, 2, 15, "", null);

    assertThat(ProgressText.inOneLine(List.of(outer, inner), 200))
        .isEqualTo(
            "epochs 25% 1 of 4 · 10 s, 30 s left · 10 s each"
                + " › batches 50% 30 of 60 · 2.0 s, 2.0 s left · 15.0/s");
    assertThat(ProgressText.inOneLine(List.of(outer, inner), 40)).hasSize(40).endsWith("…");
  }

  @Test
  void aLogHasALineNowAndThenAndTheLast() {
    var screen = new LogScreen(out);

    for (int second = 0; second < 600; second++) {
      screen.draw(picture(second, second, null));
    }
    screen.draw(picture(600, 600, Ending.FAILED));

    assertThat(printed().lines().toList())
        .hasSizeBetween(5, 12)
        .last()
        .asString()
        .contains("failed");
    assertThat(printed()).startsWith("frames").contains("5 of 10").doesNotContain("\r");
  }

  @Test
  void htmlIsEscapedAndTakesItsColoursFromThePage() {
    var line = new ProgressLine("a<b", 1, 1, 4, 1, 0, "x > y", null);

    assertThat(ProgressHtml.of(List.of(line), "<svg/>"))
        .contains("a&lt;b", "x &gt; y", "width:25.0%", "padding-left:16px", "<svg/>")
        .doesNotContain(";color:black", "color:#000");
  }

  @Test
  void inANotebookABarIsOneDisplayRenewedInPlace() throws Exception {
    var seen =
        displaysOf(
            () -> {
              for (var item : CellScope.progress(List.of(1, 2, 3), "items")) {
                assertThat(item).isPositive();
              }
              return null;
            });

    assertThat(seen.get(0)).startsWith("display items   0%");
    assertThat(seen).last().asString().startsWith("update ✓ items 100%").contains("│ 3 · ");
  }

  @Test
  void aFailingBodyOfAStreamFailsTheBar() throws Exception {
    var seen =
        displaysOf(
            () -> {
              assertThatThrownBy(
                      () ->
                          CellScope.progress(Stream.of(1, 2, 3), "stream")
                              .forEach(x -> Integer.parseInt("x" + x)))
                  .isInstanceOf(NumberFormatException.class);
              return null;
            });

    assertThat(seen).last().asString().contains("✗ stream", "failed at 0 of 3");
  }

  @Test
  void streamsSequentialAndParallelAreCountedWhole() throws Exception {
    for (var stream : List.of(IntStream.range(0, 5000), IntStream.range(0, 5000).parallel())) {
      var seen =
          displaysOf(
              () -> {
                var sum =
                    CellScope.progress(stream.boxed(), "numbers").mapToInt(Integer::intValue).sum();
                assertThat(sum).isEqualTo(12_497_500);
                return null;
              });
      assertThat(seen).last().asString().startsWith("update ✓ numbers 100%").contains("│ 5,000 · ");
    }
  }

  @Test
  void aStreamOfUnknownLengthIsCounted() throws Exception {
    var seen =
        displaysOf(
            () -> CellScope.progress(Stream.of(1, 2, 3, 4).filter(x -> x > 1), "some").toList());

    assertThat(seen).last().asString().startsWith("update ✓ some 3 · ");
  }

  @Test
  void aStreamThatIsNotWalkedShowsNothing() throws Exception {
    assertThat(displaysOf(() -> CellScope.progress(Stream.of(1), "lazy"))).isEmpty();
  }

  private static List<String> displaysOf(Callable<?> work) throws Exception {
    var seen = new ArrayList<String>();
    var channel =
        new DisplayChannel() {
          @Override
          public synchronized void display(String id, MimeBundle bundle) {
            seen.add("display " + bundle.data().get("text/plain"));
          }

          @Override
          public synchronized void update(String id, MimeBundle bundle) {
            seen.add("update " + bundle.data().get("text/plain"));
          }

          @Override
          public void clear(boolean wait) {}
        };
    Display.connect(channel);
    try {
      work.call();
    } finally {
      Display.disconnect(channel);
    }
    return seen;
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static Picture picture(long count, double seconds, Ending ending) {
    return new Picture(
        List.of(new ProgressLine("frames", 0, count, 10, seconds, 5, "", ending)), "");
  }
}

package org.orrery.kernel.magic.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.kernel.magic.MagicException;

class TimeMagicsTest {

  private static final String TICKS = Ticks.class.getName();

  private final MagicsInUse cells = new MagicsInUse();

  @BeforeEach
  void useTicks() {
    cells.magics.lineMagics(); // found first, so that ours replaces it
    new TimeItMagic(Ticks.NOW::get).addTo(cells.magics);
    Ticks.CALLS.set(0);
  }

  @AfterEach
  void close() {
    cells.close();
  }

  @Test
  void timeRunsTheCodeOnceShowsItsValueAndKeepsItsVariables() throws Exception {
    assertThat(cells.run("%time 40 + 2")).contains(42);
    assertThat(cells.printedBy("%%time\nvar kept = 7;")).contains("wall time").contains("CPU time");
    assertThat(cells.run("kept + 1")).contains(8);
  }

  @Test
  void timeSaysHowLongAlsoWhenTheCodeThrows() throws Exception {
    assertThat(
            cells.printedBy(
                () -> assertThatThrownBy(() -> cells.run("%time Integer.parseInt(\"x\")"))))
        .contains("wall time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%timeit TICKS.take(2_500)",
        "%timeit TICKS.take(2_500);",
        "%timeit TICKS.pass(2_500)",
        "%timeit TICKS.pass(1_500); TICKS.pass(1_000);",
        "%%timeit\nfor (int i = 0; i < 5; i++) {\n  TICKS.pass(500);\n}",
        "%%timeit -r 7\nlong a = TICKS.take(2_000);\nTICKS.pass(a - a + 500);"
      })
  void timeitMeasuresExpressionsAndStatements(String cell) throws Exception {
    assertThat(cells.printedBy(cell.replace("TICKS", TICKS)))
        .startsWith("2.50 µs a loop (median of 7 runs of 40,000 loops; fastest 2.50 µs");
  }

  @Test
  void timeitWarmsUpAndAdaptsItsLoops() throws Exception {
    var printed = cells.printedBy("%timeit " + TICKS + ".take(300_000_000)");

    assertThat(printed).startsWith("300 ms a loop (median of 7 runs of 1 loop;");
    assertThat(Ticks.CALLS.get()).isEqualTo(2 + 7); // 0.5 s of warm-up, then the runs
  }

  @Test
  void timeitTakesLoopsAndRunsAndItsResultCanBeAssigned() throws Exception {
    var cell =
        Timing.class.getName()
            + " t = %timeit -n 10 -r 3 "
            + TICKS
            + ".take(1_000_000)\nt.loops() * 100 + t.runs()";

    assertThat(cells.run(cell)).contains(1003L);
  }

  @Test
  void theMedianStandsBesideTheSpread() {
    assertThat(Timing.of(new double[] {30, 10, 20, 1000}, 5))
        .isEqualTo(new Timing(25, 10, 1000, 5, 4));
  }

  @Test
  void whatDoesNotCompileIsRefused() {
    assertThatThrownBy(() -> cells.run("%timeit nothing()")).hasMessageContaining("nothing");
    assertThatThrownBy(() -> cells.run("%timeit")).isInstanceOf(MagicException.class);
    assertThatThrownBy(() -> cells.run("%%timeit fast\n1 + 1")).hasMessageContaining("received");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.00 ns",
    "99.94, 99.9 ns",
    "1234, 1.23 µs",
    "999_600, 1.00 ms",
    "6.2e10, 62.0 s"
  })
  void durationsHaveThreeDigits(String nanos, String text) {
    assertThat(Durations.text(Double.parseDouble(nanos.replace("_", "")))).isEqualTo(text);
  }
}

package org.orrery.workbench.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTextTest {
  private static final ProbeReport REPORT =
      new ProbeReport(
          "100 clips of a_ball & more",
          3,
          List.of(
              new ProbeResult(
                  ProbeTarget.of("velocity").window(2),
                  Readout.LINEAR,
                  "mine, \"tuned\"",
                  new Score(0.8126, 0.79, 0.83, new double[] {0.8}, 0.9, 0.01, 300, 20),
                  Map.of(Control.SHUFFLED, score(-0.0203), Control.UNTRAINED, score(0.1)),
                  Optional.of(new DescriptionLength(100, 700, 300))),
              new ProbeResult(
                  ProbeTarget.of("contact").asClasses(),
                  Readout.MLP,
                  "a|b",
                  new Score(
                      Measure.ACCURACY,
                      0.9,
                      0.85,
                      0.95,
                      new double[] {0.9, 0.9},
                      Double.NaN,
                      Double.NaN,
                      300,
                      20),
                  Map.of())));

  private static Score score(double r2) {
    return new Score(r2, r2, r2, new double[] {r2}, 0, 1, 300, 20);
  }

  @Test
  void markdownHasALineAResultAndEscapesWhatWouldSplitACell() {
    List<String> lines = REPORT.markdown().lines().toList();

    assertThat(lines.get(0)).startsWith("| target | latents | probe | model | measure | score |");
    assertThat(lines.get(1)).matches("\\|(---\\|){5}(---:\\|){12}");
    assertThat(lines.get(2))
        .isEqualTo(
            "| velocity | [z_t-1, z_t] | linear | mine, \"tuned\" | R2 | 0.813 | 0.790 to 0.830 | 0.900 | 0.0100 | -0.020 | 0.833 |  |  | 0.100 | 2.000 | 300 | 20 |");
    assertThat(lines.get(3)).contains("a\\|b | accuracy | 0.900 |");
    assertThat(REPORT.markdown()).contains("a_ball & more; seed 3", "target's units squared");
  }

  @Test
  void latexEscapesItsOwnSigns() {
    String latex = REPORT.latex();

    assertThat(latex)
        .contains("\\begin{tabular}{lllllrrrrrrrrrrrr}", "a\\_ball \\& more", "95 \\%")
        .contains("velocity & [z\\_t-1, z\\_t] & linear", "\\toprule", "\\bottomrule");
    assertThat(latex.lines().filter(line -> line.endsWith("\\\\")).count()).isEqualTo(3);
  }

  @Test
  void csvKeepsEveryDigitAndQuotesWhatNeedsIt() {
    List<String> lines = REPORT.csv().lines().toList();

    assertThat(lines.get(0)).startsWith("target,latents,probe,model,measure,score,low,high,r,MSE,");
    assertThat(lines.get(1))
        .startsWith(
            "velocity,\"[z_t-1, z_t]\",linear,\"mine, \"\"tuned\"\"\",R²,0.8126,0.79,0.83,");
    assertThat(lines.get(2)).contains(",accuracy,0.9,0.85,0.95,,,");
    assertThat(lines).hasSize(3);
  }
}

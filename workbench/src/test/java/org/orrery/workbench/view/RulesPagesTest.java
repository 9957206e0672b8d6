package org.orrery.workbench.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.physics.Estimate;
import org.orrery.workbench.physics.Outcome;
import org.orrery.workbench.physics.RulesReport;
import org.orrery.workbench.physics.RulesReport.Row;
import org.orrery.workbench.physics.RulesReport.Verdict;
import org.orrery.workbench.physics.WhatIfReport;

class RulesPagesTest {
  private static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

  @Test
  void theVerdictStandsOnTopOfItsEvidence() {
    Estimate small = new Estimate(0.1, 0.08, 0.12);
    Estimate large = new Estimate(0.9, 0.7, 1.1);
    Row inside = new Row("in distribution", "model", 9, small, small, NONE, NONE, NONE, 0, 0);
    Row held = new Row("all held back", "model", 9, large, large, large, small, small, 9, 0);
    RulesReport report =
        new RulesReport("m", "w", Verdict.IMITATES, "Imitates: a <b>.", List.of(inside, held));

    String html = RulesReportRenderer.html(report);

    assertThat(html).contains("Imitates: a &lt;b&gt;.", "0.9 (0.9×)", "in distribution");
    assertThat(html.indexOf("Imitates")).isLessThan(html.indexOf("<svg"));
    assertThat(html).doesNotContain("NaN");
  }

  @Test
  void aPartThatIsAnotherUnderASecondNameIsShownOnce() {
    Estimate small = new Estimate(0.1, 0.08, 0.12);
    Row inside = new Row("in distribution", "model", 9, small, small, NONE, NONE, NONE, 0, 0);
    Row part = new Row("gravity 13 to 17", "model", 9, small, small, small, NONE, NONE, 0, 0);
    Row held = new Row("all held back", "model", 9, small, small, small, NONE, NONE, 0, 0);
    RulesReport report =
        new RulesReport("m", "w", Verdict.FOLLOWS, "Follows.", List.of(inside, part, held));

    assertThat(RulesReportRenderer.html(report))
        .contains("in distribution", "gravity 13 to 17")
        .doesNotContain("all held back");
  }

  @Test
  void aWhatIfShowsTheOutcomeOverTheValue() {
    Estimate low = new Estimate(2, 1, 3);
    Estimate high = new Estimate(5, 4, 6);
    WhatIfReport report =
        new WhatIfReport(
            "m",
            "w",
            "speed",
            "m/s",
            Outcome.largest("deceleration"),
            "m/s^2",
            List.of(
                new WhatIfReport.Row(6, 9, low, low, low, low, low),
                new WhatIfReport.Row(12, 9, high, high, high, low, low)),
            low,
            0.001,
            0.04,
            0.02);

    String html = WhatIfRenderer.html(report);

    assertThat(report.speedUp()).isEqualTo(2);
    assertThat(html).contains("largest deceleration in m/s^2", "speed in m/s", ">12<", "copy-last");
  }
}

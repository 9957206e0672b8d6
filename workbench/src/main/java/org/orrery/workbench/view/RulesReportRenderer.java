package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.orrery.kernel.display.Html;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import org.orrery.workbench.physics.RulesReport;

/**
 * Shows the verdict of mimicry or rules with its evidence: errors of every part as bars, then the
 * table. Found by the kernel itself.
 */
public final class RulesReportRenderer implements Renderer {
  @Override
  public Optional<MimeBundle> render(Object value) {
    return value instanceof RulesReport report
        ? Optional.of(MimeBundle.html(html(report), report.toString()))
        : Optional.empty();
  }

  static String html(RulesReport whole) {
    RulesReport report = distinct(whole);
    return ("<div><h3>%s</h3><p style=\"font:14px/1.5 system-ui,sans-serif;max-width:680px\">%s</p>"
            + "%s%s<div style=\"opacity:.7;font:12px system-ui,sans-serif\">%s</div></div>")
        .formatted(
            Html.escaped(report.model()),
            Html.escaped(report.why()),
            RuleBars.svg(report),
            TableRenderer.html(report.table()),
            Html.escaped(report.world()));
  }

  /** Without parts that are another one under a second name, as when only one is held back. */
  static RulesReport distinct(RulesReport report) {
    List<RulesReport.Row> rows = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (RulesReport.Row row : report.rows()) {
      if (seen.add(figures(row))) {
        rows.add(row);
      }
    }
    return new RulesReport(report.model(), report.world(), report.verdict(), report.why(), rows);
  }

  /** All but the part's name; two forecasters that are alike are two. */
  private static List<Object> figures(RulesReport.Row row) {
    return List.of(
        row.forecaster(), row.clips(), row.error(), row.ofMean(), row.ratio(), row.lost());
  }
}

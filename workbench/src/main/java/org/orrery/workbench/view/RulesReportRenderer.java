package org.orrery.workbench.view;

import java.util.Optional;
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

  static String html(RulesReport report) {
    return ("<div><h3>%s</h3><p style=\"font:14px/1.5 system-ui,sans-serif;max-width:680px\">%s</p>"
            + "%s%s<div style=\"opacity:.7;font:12px system-ui,sans-serif\">%s</div></div>")
        .formatted(
            Html.escaped(report.model()),
            Html.escaped(report.why()),
            RuleBars.svg(report),
            TableRenderer.html(report.table()),
            Html.escaped(report.world()));
  }
}

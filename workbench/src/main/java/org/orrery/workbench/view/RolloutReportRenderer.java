package org.orrery.workbench.view;

import java.util.Optional;
import java.util.stream.IntStream;
import org.orrery.kernel.display.Html;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import org.orrery.workbench.physics.RolloutReport;

/**
 * Shows a rollout report as line charts and a table at some horizons. Found by the kernel itself.
 */
public final class RolloutReportRenderer implements Renderer {
  @Override
  public Optional<MimeBundle> render(Object value) {
    if (!(value instanceof RolloutReport report)) {
      return Optional.empty();
    }
    int last = report.horizons();
    int[] rows =
        IntStream.of(1, 2, 4, 8, 12, 16, 24, 32, 48, 64, last)
            .filter(h -> h <= last)
            .sorted()
            .distinct()
            .toArray();
    String html =
        "<div>%s%s<div style=\"opacity:.7;font:12px system-ui,sans-serif\">%s</div></div>"
            .formatted(
                HorizonLines.html(report),
                TableRenderer.html(report.table(rows)),
                Html.escaped(report.notes()));
    return Optional.of(
        MimeBundle.html(html, report.table(rows).printAll() + "\n" + report.notes()));
  }
}

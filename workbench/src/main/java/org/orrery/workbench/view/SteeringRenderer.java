package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.display.Html;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.physics.SteeringReport;

/**
 * Shows a steering report: one clip steered down, unsteered and steered up, playing side by side,
 * then measured over commanded change as a chart and a table. Found by the kernel itself.
 */
public final class SteeringRenderer implements Renderer {
  @Override
  public Optional<MimeBundle> render(Object value) {
    if (!(value instanceof SteeringReport report)) {
      return Optional.empty();
    }
    MimeBundle played = Player.sideBySide(shown(report)).bundle();
    String html =
        "<div>%s%s%s<div style=\"opacity:.7;font:12px system-ui,sans-serif;max-width:720px\">%s</div></div>"
            .formatted(
                played.data().get("text/html"),
                GainLines.svg(report),
                TableRenderer.html(report.table()),
                Html.escaped(report.notes()));
    return Optional.of(
        MimeBundle.html(html, report.toString()).with("image/png", played.data().get("image/png")));
  }

  /** The lowest change, none, and the highest. */
  private static Map<String, Clip> shown(SteeringReport report) {
    List<Map.Entry<String, Clip>> all = new ArrayList<>(report.pictures().entrySet());
    Map<String, Clip> shown = new LinkedHashMap<>();
    for (int i : new int[] {1, 0, all.size() - 1}) {
      shown.put(all.get(i).getKey(), all.get(i).getValue());
    }
    return shown;
  }
}

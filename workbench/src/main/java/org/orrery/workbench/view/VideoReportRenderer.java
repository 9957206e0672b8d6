package org.orrery.workbench.view;

import java.util.List;
import java.util.Optional;
import org.orrery.kernel.display.Html;
import org.orrery.kernel.display.HtmlTable;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import org.orrery.workbench.physics.Flag;
import org.orrery.workbench.physics.VideoReport;

/**
 * Shows what is wrong with a video: the flagged frames, a timeline and a list. Found by the kernel
 * itself.
 */
public final class VideoReportRenderer implements Renderer {
  private static final int MOST = 12;

  @Override
  public Optional<MimeBundle> render(Object value) {
    return value instanceof VideoReport report
        ? Optional.of(MimeBundle.html(html(report), report.toString()))
        : Optional.empty();
  }

  static String html(VideoReport report) {
    int[] flagged = report.flags().stream().mapToInt(Flag::frame).distinct().limit(6).toArray();
    String strip = flagged.length == 0 ? "" : Strip.html(report.clip(), flagged);
    return "<div>%s%s%s<div style=\"opacity:.7;font:12px system-ui,sans-serif\">%s</div></div>"
        .formatted(strip, FlagTimeline.svg(report), list(report), Html.escaped(report.notes()));
  }

  private static String list(VideoReport report) {
    if (report.clean()) {
      return "";
    }
    HtmlTable table =
        HtmlTable.of(List.of("frame", "fault", "measured"), List.of(true, false, false));
    report.flags().stream()
        .limit(MOST)
        .forEach(
            flag ->
                table.row(
                    List.of(Integer.toString(flag.frame()), flag.fault().label(), flag.why())));
    return table.more(Math.max(0, report.flags().size() - MOST)).html();
  }
}

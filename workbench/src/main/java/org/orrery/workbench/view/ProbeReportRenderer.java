package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.orrery.kernel.display.Html;
import org.orrery.kernel.display.HtmlTable;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import org.orrery.workbench.probes.Control;
import org.orrery.workbench.probes.LearningCurve;
import org.orrery.workbench.probes.Measure;
import org.orrery.workbench.probes.ProbeReport;
import org.orrery.workbench.probes.ProbeResult;
import org.orrery.workbench.probes.Score;

/**
 * Shows a probe report as a table and as bars, a learning curve as lines, and a latent map as
 * points. Found by the kernel itself.
 */
public final class ProbeReportRenderer implements Renderer {
  private static final List<String> HEADER =
      List.of(
          "model",
          "score",
          "95 %",
          "r",
          "MSE",
          "shuffled",
          "selectivity",
          "pixels 16",
          "pixels 64",
          "untrained",
          "bits saved");

  @Override
  public Optional<MimeBundle> render(Object value) {
    if (value instanceof ProbeReport report) {
      return Optional.of(MimeBundle.html(html(report), plain(report)));
    }
    if (value instanceof LearningCurve curve) {
      return Optional.of(
          MimeBundle.html(
              "<div>%s<div style=\"opacity:.7;font:12px system-ui,sans-serif\">Held-out clips of %s</div></div>"
                  .formatted(LearningCurveLines.svg(curve), Html.escaped(curve.clips())),
              curve.toString()));
    }
    return value instanceof LatentMap map ? Optional.of(map.bundle()) : Optional.empty();
  }

  private static String html(ProbeReport report) {
    boolean bits =
        report.results().stream().anyMatch(result -> result.descriptionLength().isPresent());
    int columns = HEADER.size() - (bits ? 0 : 1);
    List<Boolean> numbers = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      numbers.add(i > 0);
    }
    List<String> header = new ArrayList<>(HEADER.subList(0, columns));
    if (report.results().stream().allMatch(r -> r.score().measure() == Measure.R2)) {
      header.set(1, Measure.R2.label());
    }
    HtmlTable table = HtmlTable.of(header, numbers);
    String above = "";
    for (ProbeResult result : report.results()) {
      String variable = result.target().variable();
      String group = group(result);
      if (!above.equals(variable + group)) {
        table.heading(variable, group);
        above = variable + group;
      }
      table.row(row(result).subList(0, columns));
    }
    return "<div>"
        + ProbeBars.svg(report)
        + table.html()
        + "<div style=\"opacity:.7;font:12px system-ui,sans-serif\">"
        + Html.escaped(notes(report))
        + "</div></div>";
  }

  private static String plain(ProbeReport report) {
    StringBuilder text = new StringBuilder();
    for (ProbeResult result : report.results()) {
      List<String> row = row(result);
      text.append(
          "%-9s %-30s %-7s %-14s %s %6s [%s]  r %s  shuffled %s  pixels 16 %s, 64 %s  untrained %s%n"
              .formatted(
                  result.target().variable(),
                  result.target().latents(),
                  result.readout().label(),
                  row.get(0),
                  result.score().measure() == Measure.R2 ? "R2" : "accuracy",
                  row.get(1),
                  row.get(2),
                  row.get(3),
                  row.get(5),
                  row.get(7),
                  row.get(8),
                  row.get(9)));
    }
    return text + notes(report);
  }

  private static List<String> row(ProbeResult result) {
    Score score = result.score();
    return List.of(
        result.model(),
        show(score.value()),
        show(score.low()) + " to " + show(score.high()),
        show(score.pearson()),
        Double.isNaN(score.mse()) ? "–" : Figures.show(score.mse()),
        show(result, Control.SHUFFLED),
        show(result.selectivity()),
        show(result, Control.PIXELS_16),
        show(result, Control.PIXELS_64),
        show(result, Control.UNTRAINED),
        result.descriptionLength().map(bits -> show(bits.savedPerSample())).orElse("–"));
  }

  /** What the lines of one probe share: they were measured on the same windows. */
  private static String group(ProbeResult result) {
    return "from %s, %s, %,d windows of %d clips%s"
        .formatted(
            result.target().latents(),
            result.readout().label(),
            result.score().samples(),
            result.score().clips(),
            result.score().measure() == Measure.R2 ? "" : ": " + result.score().measure().label());
  }

  private static String notes(ProbeReport report) {
    boolean free = report.results().stream().anyMatch(result -> result.target().freeFlight());
    return "Held-out clips of %s; seed %d. Controls are scores too: the target of another clip (selectivity = score − shuffled), grey frame pairs through 16 and 64 principal components a time step, the encoder with fresh weights."
            .formatted(report.clips(), report.seed())
        + (free
            ? " Free flight: only windows whose latents saw no bounce, from the frame before the first latent to the last."
            : "");
  }

  private static String show(ProbeResult result, Control control) {
    return result.control(control).map(score -> show(score.value())).orElse("–");
  }

  private static String show(double value) {
    return Double.isNaN(value)
        ? "–"
        : String.format(Locale.ROOT, "%.3f", value).replace("-", "\u2212");
  }
}

package org.orrery.workbench.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.training.TrainingStep;

/** What a training run looks like: a bar, a line of figures, a curve of each loss. */
final class TrainingCard {
  private static final String CARD =
      "<div style=\"font:13px/1.5 system-ui,sans-serif;max-width:640px\">%s</div>";
  private static final String BAR =
      "<div style=\"height:8px;border-radius:4px;background:rgba(128,128,128,.25)\">"
          + "<div style=\"height:8px;border-radius:4px;width:%.1f%%;background:%s\"></div></div>";

  private TrainingCard() {}

  static MimeBundle waiting(String what, int steps) {
    return bundle(what, 0, "#4477aa", "0 of %d steps".formatted(steps), List.of());
  }

  static MimeBundle running(String what, List<TrainingStep> history) {
    TrainingStep last = history.get(history.size() - 1);
    return bundle(what, share(last), "#4477aa", line(last), history);
  }

  static MimeBundle finished(TrainingRun run) {
    if (run.history().isEmpty()) {
      return bundle(run.what(), 0, "#888888", run.toString(), List.of());
    }
    String figures =
        "%s · %.0f s · %.0f clips/s · %s"
            .formatted(
                run.interrupted()
                    ? "interrupted after step %d of %d"
                        .formatted(run.last().step(), run.last().steps())
                    : "%d steps".formatted(run.last().steps()),
                run.seconds(),
                run.last().clipsPerSecond(),
                losses(run.last().losses()));
    String colour = run.interrupted() ? "#ccbb44" : "#228833";
    return bundle(run.what(), share(run.last()), colour, figures, run.history());
  }

  static MimeBundle failed(String what, List<TrainingStep> history, RuntimeException reason) {
    TrainingStep last = history.get(history.size() - 1);
    return bundle(what, share(last), "#ee6677", String.valueOf(reason.getMessage()), history);
  }

  /** Where the run is, in one line. */
  static String line(TrainingStep step) {
    double left = step.seconds() / step.step() * (step.steps() - step.step());
    return "step %d of %d · %.0f s, %.0f s left · %.0f clips/s · %s"
        .formatted(
            step.step(),
            step.steps(),
            step.seconds(),
            left,
            step.clipsPerSecond(),
            losses(step.losses()));
  }

  private static double share(TrainingStep step) {
    return 100.0 * step.step() / step.steps();
  }

  private static String losses(Map<String, Double> losses) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(losses).forEach((name, value) -> text.append(" %s %.4f".formatted(name, value)));
    return text.toString().trim();
  }

  private static MimeBundle bundle(
      String what, double percent, String colour, String figures, List<TrainingStep> history) {
    String html =
        "<div style=\"opacity:.75\">"
            + Html.escaped(what)
            + "</div>"
            + String.format(Locale.ROOT, BAR, percent, colour)
            + "<div style=\"font-variant-numeric:tabular-nums\">"
            + Html.escaped(figures)
            + "</div>"
            + (history.size() > 1 ? LossCurves.svg(history) : "");
    return MimeBundle.html(CARD.formatted(html), what + "\n" + figures);
  }
}

package org.orrery.workbench.view;

import java.util.Map;
import java.util.function.Function;
import org.orrery.kernel.display.Html;
import org.orrery.workbench.physics.Conservation;
import org.orrery.workbench.physics.ConservedQuantity;
import org.orrery.workbench.physics.DetectorReport;
import org.orrery.workbench.physics.Exam;
import org.orrery.workbench.physics.ExamPage;
import org.orrery.workbench.physics.ExamSection;
import org.orrery.workbench.physics.PermanenceLedger;
import org.orrery.workbench.physics.RulesReport;
import org.orrery.workbench.physics.SceneReport;
import org.orrery.workbench.physics.SurpriseReport;
import org.orrery.workbench.physics.TakesReport;
import org.orrery.workbench.physics.WhatIfReport;
import tech.tablesaw.api.Table;

/** An exam in sections, inline or as a page of its own. Found by the exam itself. */
public final class ExamHtml implements ExamPage {
  private static final int MARKED = 3;

  @Override
  public String of(Exam exam) {
    return Page.of("Physics exam of " + exam.model(), body(exam));
  }

  static String body(Exam exam) {
    StringBuilder html = new StringBuilder("<div>");
    html.append("<h3>%s</h3>".formatted(Html.escaped("Physics exam of " + exam.model())));
    html.append(note(exam.world()));
    html.append(verdict(exam));
    section(html, "Imagination", HorizonLines.html(exam.rollout()));
    html.append(note(exam.rollout().notes()));
    section(html, "Figures", wide(TableRenderer.html(figures(exam))));
    html.append(note("low and high: 95 % interval when the clips are drawn again"));
    section(html, "Surprise", exam.surprise(), ExamHtml::surprise);
    section(html, "Conservation", exam.conservation(), ExamHtml::conservation);
    section(html, "Permanence", exam.permanence(), ExamHtml::permanence);
    section(html, "Mimicry or rules", exam.rules(), ExamHtml::rules);
    section(html, "What if", exam.whatIf(), ExamHtml::whatIf);
    section(html, "Physics-IQ", exam.physicsIq(), ExamHtml::physicsIq);
    section(html, "Mirror, shadow and joints", exam.scene(), ExamHtml::scene);
    section(html, "Provenance", provenance(exam.provenance()));
    return html.append("</div>").toString();
  }

  /** The verdict stands out, what is beside it less so. */
  private static String verdict(Exam exam) {
    String[] parts = exam.verdict().split(" (?=Beside it: )", 2);
    return ("<p style=\"margin:12px 0;padding:8px 12px;border-left:4px solid %s;"
            + "font:14px/1.5 system-ui,sans-serif;max-width:760px\"><b>%s</b> %s</p>")
        .formatted(
            Palette.css(0), Html.escaped(parts[0]), parts.length > 1 ? Html.escaped(parts[1]) : "");
  }

  private static String surprise(SurpriseReport report) {
    StringBuilder strips = new StringBuilder();
    for (SurpriseReport.Example example : report.examples()) {
      strips.append(
          note(
              "%s: what is impossible begins at frame %d; framed, what surprised most"
                  .formatted(example.label(), example.onset())));
      strips.append(Strip.html(example.surprise().clip(), example.surprise().frames(MARKED)));
    }
    return wide(TableRenderer.html(report.table()))
        + note(report.source())
        + "<details><summary style=\"cursor:pointer;font:13px system-ui,sans-serif\">%s</summary>%s</details>"
            .formatted("An impossible clip of each kind, where it surprised", strips);
  }

  private static String permanence(PermanenceLedger ledger) {
    boolean faults = ledger.table().rowCount() > 0;
    return (faults ? wide(TableRenderer.html(ledger.table())) : "")
        + note(ledger.notes())
        + ledger.instrument().map(ExamHtml::instrument).orElse("");
  }

  private static String instrument(DetectorReport report) {
    return wide(TableRenderer.html(report.table()))
        + note(
            "How well the same detector finds faults injected into true clips of this world, as the model sees them; %d of %d clean ones were flagged"
                .formatted(report.cleanFlagged(), report.clean()));
  }

  private static String rules(RulesReport report) {
    RulesReport shown = RulesReportRenderer.distinct(report);
    return readable(RuleBars.svg(shown))
        + wide(TableRenderer.html(shown.table()))
        + note(report.world());
  }

  private static String whatIf(WhatIfReport report) {
    return readable(WhatIfRenderer.chart(report))
        + wide(TableRenderer.html(report.table()))
        + note(report.notes());
  }

  private static String physicsIq(TakesReport report) {
    return wide(TableRenderer.html(report.table())) + note(report.notes());
  }

  private static String scene(SceneReport report) {
    return wide(TableRenderer.html(report.table())) + note(report.notes());
  }

  private static String conservation(Conservation report) {
    return HorizonLines.side(report.quantities().stream().map(ExamHtml::drift))
        + wide(TableRenderer.html(report.table()))
        + note(report.text());
  }

  private static String drift(ConservedQuantity quantity) {
    return HorizonLines.svg(quantity.imagined(), quantity.truth(), "imagined", "true frames");
  }

  private static String provenance(Map<String, String> provenance) {
    StringBuilder html = new StringBuilder();
    provenance.forEach(
        (name, value) ->
            html.append(
                "<div style=\"font-size:13px;overflow-wrap:anywhere\"><b>%s</b> %s</div>"
                    .formatted(Html.escaped(name), Html.escaped(value))));
    return html.toString();
  }

  /** All but those of surprise, which have a table of their own. */
  private static Table figures(Exam exam) {
    Table table = exam.table();
    Table figures = table.emptyCopy();
    for (int row = 0; row < table.rowCount(); row++) {
      String measure = table.stringColumn(0).get(row);
      if (!measure.startsWith("surprise")) {
        figures.stringColumn(0).append(measure);
        for (int column = 1; column < table.columnCount(); column++) {
          figures.doubleColumn(column).append(table.doubleColumn(column).getDouble(row));
        }
      }
    }
    return figures;
  }

  private static <T> void section(
      StringBuilder html, String title, ExamSection<T> section, Function<T, String> content) {
    section(html, title, section.applies() ? content.apply(section.report()) : note(section.why()));
  }

  /** A table wider than the page is moved under it, not the page. */
  private static String wide(String content) {
    return "<div style=\"overflow-x:auto\">%s</div>".formatted(content);
  }

  /** A drawing with much text, which a narrow page moves instead of shrinking it. */
  private static String readable(String drawing) {
    return wide("<div style=\"min-width:560px\">%s</div>".formatted(drawing));
  }

  private static void section(StringBuilder html, String title, String content) {
    html.append("<h4 style=\"margin:18px 0 6px\">%s</h4>".formatted(title)).append(content);
  }

  private static String note(String text) {
    return "<div style=\"opacity:.7;font:12px system-ui,sans-serif\">%s</div>"
        .formatted(Html.escaped(text));
  }
}

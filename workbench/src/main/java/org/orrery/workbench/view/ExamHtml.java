package org.orrery.workbench.view;

import java.util.Map;
import org.orrery.kernel.display.Html;
import org.orrery.workbench.physics.ConservedQuantity;
import org.orrery.workbench.physics.Exam;
import org.orrery.workbench.physics.ExamPage;
import tech.tablesaw.api.Table;

/** An exam in sections, inline or as a page of its own. Found by the exam itself. */
public final class ExamHtml implements ExamPage {

  @Override
  public String of(Exam exam) {
    return Page.of("Physics exam of " + exam.model(), body(exam));
  }

  static String body(Exam exam) {
    StringBuilder html = new StringBuilder("<div>");
    html.append("<h3>%s</h3>".formatted(Html.escaped("Physics exam of " + exam.model())));
    html.append(note(exam.world()));
    section(html, "Imagination", HorizonLines.html(exam.rollout()));
    html.append(note(exam.rollout().notes()));
    section(html, "Figures", TableRenderer.html(figures(exam)));
    html.append(note("low and high: 95 % interval when the clips are drawn again"));
    if (exam.surprise().applies()) {
      section(html, "Surprise", TableRenderer.html(exam.surprise().table()));
    } else {
      section(html, "Surprise", "");
    }
    html.append(note(exam.surprise().source()));
    section(html, "Conservation", conservation(exam));
    html.append(note(exam.conservation().text()));
    boolean faults = exam.permanence().table().rowCount() > 0;
    section(html, "Permanence", faults ? TableRenderer.html(exam.permanence().table()) : "");
    html.append(note(exam.permanence().notes()));
    section(html, "Provenance", provenance(exam.provenance()));
    return html.append("</div>").toString();
  }

  private static String conservation(Exam exam) {
    if (!exam.conservation().applies()) {
      return "";
    }
    return HorizonLines.side(exam.conservation().quantities().stream().map(ExamHtml::drift))
        + TableRenderer.html(exam.conservation().table());
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

  private static void section(StringBuilder html, String title, String content) {
    html.append("<h4 style=\"margin:18px 0 6px\">%s</h4>".formatted(title)).append(content);
  }

  private static String note(String text) {
    return "<div style=\"opacity:.7;font:12px system-ui,sans-serif\">%s</div>"
        .formatted(Html.escaped(text));
  }
}

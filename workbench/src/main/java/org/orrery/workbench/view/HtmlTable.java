package org.orrery.workbench.view;

import java.util.List;

/** A table in HTML that takes its colours from the page, light or dark; numbers stand right. */
final class HtmlTable {
  private static final String CELL =
      "padding:3px 6px;border:0;border-bottom:1px solid rgba(128,128,128,.25);white-space:nowrap;";
  private static final String HEAD =
      "padding:3px 6px;border:0;border-bottom:1px solid rgba(128,128,128,.7);font-weight:600;";

  private static final String ROW = "<tr style=\"background:transparent\">";

  private final StringBuilder html =
      new StringBuilder(
          "<table style=\"border-collapse:collapse;font:12px/1.4 system-ui,sans-serif;color:inherit;"
              + "background:transparent;font-variant-numeric:tabular-nums;margin:4px 0\">");
  private final List<Boolean> numbers;

  /** Starts a table; {@code numbers} says which columns hold numbers. */
  HtmlTable(List<String> header, List<Boolean> numbers) {
    this.numbers = numbers;
    html.append("<thead>" + ROW);
    for (int i = 0; i < header.size(); i++) {
      cell("th", HEAD, i, header.get(i));
    }
    html.append("</tr></thead><tbody>");
  }

  HtmlTable row(List<String> cells) {
    html.append(ROW);
    for (int i = 0; i < cells.size(); i++) {
      cell("td", CELL, i, cells.get(i));
    }
    html.append("</tr>");
    return this;
  }

  /** A line over the rows that follow: a name, and what else is to be said of them. */
  HtmlTable heading(String name, String more) {
    html.append(ROW)
        .append("<td colspan=\"%d\" style=\"%s".formatted(numbers.size(), CELL))
        .append("white-space:normal;text-align:left;padding-top:10px\">")
        .append("<b>%s</b> %s</td></tr>".formatted(Html.escaped(name), Html.escaped(more)));
    return this;
  }

  String html() {
    return html + "</tbody></table>";
  }

  private void cell(String tag, String style, int column, String text) {
    html.append("<%s style=\"%s".formatted(tag, style))
        .append("text-align:%s\">".formatted(numbers.get(column) ? "right" : "left"))
        .append(Html.escaped(text))
        .append("</%s>".formatted(tag));
  }
}

package org.orrery.kernel.display;

import java.util.List;

/**
 * A table in HTML that takes its colours from the page, light or dark; numbers stand right. Every
 * text is escaped.
 *
 * <pre>{@code
 * var html = HtmlTable.of(List.of("name", "mass"), List.of(false, true))
 *     .row(List.of("ball", "0.2")).more(970)
 *     .note("the first of 971 bodies").html();
 * }</pre>
 */
public final class HtmlTable {

  private static final String TABLE =
      "<table style=\"border-collapse:collapse;font:12px/1.4 system-ui,sans-serif;color:inherit;"
          + "background:transparent;border:0;font-variant-numeric:tabular-nums;margin:4px 0\">";
  private static final String CELL =
      "padding:3px 6px;border:0;border-bottom:1px solid rgba(128,128,128,.25);white-space:nowrap;"
          + "vertical-align:top;";
  private static final String HEAD =
      "padding:3px 6px;border:0;border-bottom:1px solid rgba(128,128,128,.7);font-weight:600;"
          + "white-space:nowrap;";
  private static final String ROW = "<tr style=\"background:transparent\">";
  private static final String NOTE =
      "<div style=\"opacity:.7;font:13px/1.45 system-ui,sans-serif;margin:2px 0 4px\">%s</div>";

  private static final String QUIET = "opacity:.55;";

  private final StringBuilder html = new StringBuilder(TABLE);
  private final List<Boolean> numbers;
  private final int quietColumns;
  private String note = "";

  private HtmlTable(List<String> header, List<Boolean> numbers, int quietColumns) {
    this.numbers = List.copyOf(numbers);
    this.quietColumns = quietColumns;
    if (!header.isEmpty()) {
      html.append("<thead>");
      row("th", HEAD, header);
      html.append("</thead>");
    }
    html.append("<tbody>");
  }

  /**
   * Starts a table; {@code numbers} says which columns hold numbers. Without a header there is no
   * line above the first row.
   */
  public static HtmlTable of(List<String> header, List<Boolean> numbers) {
    return new HtmlTable(header, numbers, 0);
  }

  /** Starts a table whose first column only names the rows, in a quieter tone. */
  public static HtmlTable ofNamedRows(List<String> header, List<Boolean> numbers) {
    return new HtmlTable(header, numbers, 1);
  }

  /** Adds a row: one text a column. */
  public HtmlTable row(List<String> cells) {
    row("td", CELL, cells);
    return this;
  }

  /** Adds a line over the rows that follow: a name, and what else is to be said of them. */
  public HtmlTable heading(String name, String more) {
    html.append(ROW)
        .append("<td colspan=\"%d\" style=\"%s".formatted(numbers.size(), CELL))
        .append("white-space:normal;text-align:left;padding-top:10px\">")
        .append("<b>%s</b> %s</td></tr>".formatted(Html.escaped(name), Html.escaped(more)));
    return this;
  }

  /** Adds a row that says how many are left out here; none when {@code rows} is 0. */
  public HtmlTable more(long rows) {
    if (rows > 0) {
      html.append(ROW)
          .append("<td colspan=\"%d\" style=\"%s".formatted(numbers.size(), CELL))
          .append("text-align:left;opacity:.7\">… %,d more</td></tr>".formatted(rows));
    }
    return this;
  }

  /** Puts a line of text below the table. */
  public HtmlTable note(String text) {
    note = NOTE.formatted(Html.escaped(text));
    return this;
  }

  /** The table as HTML, with its note. */
  public String html() {
    return html + "</tbody></table>" + note;
  }

  private void row(String tag, String style, List<String> cells) {
    if (cells.size() != numbers.size()) {
      throw new IllegalArgumentException(
          "expected %d cells, one a column, received %d: %s"
              .formatted(numbers.size(), cells.size(), cells));
    }
    html.append(ROW);
    for (int i = 0; i < cells.size(); i++) {
      html.append("<%s style=\"%s%s".formatted(tag, style, i < quietColumns ? QUIET : ""))
          .append("text-align:%s\">".formatted(numbers.get(i) ? "right" : "left"))
          .append(Html.escaped(cells.get(i)))
          .append("</%s>".formatted(tag));
    }
    html.append("</tr>");
  }
}

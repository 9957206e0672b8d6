package org.orrery.kernel.display;

import java.util.List;
import java.util.Locale;

/** Bars as HTML that takes its colours from the page, light or dark: one row of a grid each. */
final class ProgressHtml {

  private static final String CARD =
      "<div style=\"display:grid;grid-template-columns:max-content minmax(60px,200px) 1fr;"
          + "column-gap:10px;row-gap:2px;align-items:center;max-width:760px;margin:2px 0;"
          + "font:13px/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums\">%s</div>%s";
  private static final String ROW =
      "<div style=\"padding-left:%dpx%s\">%s</div>"
          + "<div style=\"%sheight:8px;border-radius:4px;overflow:hidden;%s\">"
          + "<div style=\"height:8px;border-radius:4px;width:%.1f%%;background:%s\"></div></div>"
          + "<div><span style=\"color:%s\">%s</span>%s</div>";

  /** A longer label stands above its bar. */
  private static final int MOST_LABEL_CHARS = 40;

  private static final String GROUND = "background:rgba(128,128,128,.25)";
  private static final String STRIPES =
      "background:repeating-linear-gradient(115deg,rgba(128,128,128,.18) 0 8px,"
          + "rgba(128,128,128,.38) 8px 16px)";

  private ProgressHtml() {}

  /** The bars, and below them {@code detail}, which is HTML already. */
  static String of(List<ProgressLine> lines, String detail) {
    var rows = new StringBuilder();
    lines.forEach(line -> rows.append(row(line)));
    return CARD.formatted(rows, detail);
  }

  private static String row(ProgressLine line) {
    var ending = line.ending();
    var isLong = line.label().length() > MOST_LABEL_CHARS;
    var isOpen = ending == null && !line.hasTotal();
    var known = line.hasTotal() ? 100 * line.share() : ending == null ? 0 : 100;
    var colour = ending == null ? "#4477aa" : ending.colour();
    return String.format(
        Locale.ROOT,
        ROW,
        16 * line.depth(),
        isLong ? ";grid-column:1/-1;opacity:.75" : "",
        Html.escaped(line.label()),
        isLong ? "grid-column:1/span 2;" : "",
        isOpen ? STRIPES : GROUND,
        known,
        colour,
        colour,
        ending == null ? "" : ending.sign() + " ",
        Html.escaped(line.hasTotal() ? line.percent() + " · " + line.figures() : line.figures()));
  }
}

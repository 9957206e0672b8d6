package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Shows Tablesaw tables, the first rows of long ones. Found by the kernel itself. */
public final class TableRenderer implements Renderer {
  private static final int MOST_ROWS = 60;

  @Override
  public Optional<MimeBundle> render(Object value) {
    return value instanceof Table table
        ? Optional.of(MimeBundle.html(html(table), table.print(MOST_ROWS)))
        : Optional.empty();
  }

  static String html(Table table) {
    List<Boolean> numbers = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      numbers.add(column instanceof NumericColumn<?>);
    }
    HtmlTable html = new HtmlTable(table.columnNames(), numbers);
    int shown = Math.min(MOST_ROWS, table.rowCount());
    for (int row = 0; row < shown; row++) {
      List<String> cells = new ArrayList<>();
      for (Column<?> column : table.columns()) {
        cells.add(cell(column, row));
      }
      html.row(cells);
    }
    String rest =
        shown < table.rowCount()
            ? "<div style=\"opacity:.7;font:13px system-ui,sans-serif\">%d of %d rows</div>"
                .formatted(shown, table.rowCount())
            : "";
    return html.html() + rest;
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "–";
    }
    Object value = column.get(row);
    return value instanceof Double || value instanceof Float
        ? number(((Number) value).doubleValue())
        : column.getString(row);
  }

  private static String number(double value) {
    return Double.isInfinite(value) ? (value > 0 ? "∞" : "−∞") : Figures.show(value);
  }
}

package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.orrery.kernel.display.HtmlTable;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Shows Tablesaw tables and columns, the ends of long and wide ones. Found by the kernel itself.
 */
public final class TableRenderer implements Renderer {
  private static final int MOST_ROWS = 40;
  private static final int FIRST_ROWS = 20;
  private static final int LAST_ROWS = 5;
  private static final int MOST_COLUMNS = 20;

  @Override
  public Optional<MimeBundle> render(Object value) {
    if (value instanceof Table table) {
      return Optional.of(MimeBundle.html(html(table), table.print(MOST_ROWS)));
    }
    if (value instanceof Column<?> column) {
      Table table = Table.create("%s column".formatted(column.type().name()), column.copy());
      return Optional.of(MimeBundle.html(html(table), table.print(MOST_ROWS)));
    }
    return Optional.empty();
  }

  static String html(Table table) {
    List<Column<?>> columns = table.columns();
    int shown = Math.min(MOST_COLUMNS, columns.size());
    List<String> header = new ArrayList<>();
    List<Boolean> numbers = new ArrayList<>();
    for (Column<?> column : columns.subList(0, shown)) {
      header.add(column.name());
      numbers.add(column instanceof NumericColumn<?>);
    }
    HtmlTable html = HtmlTable.of(header, numbers);
    int rows = table.rowCount();
    boolean cut = rows > MOST_ROWS;
    IntStream.range(0, cut ? FIRST_ROWS : rows).forEach(row -> html.row(cells(table, shown, row)));
    if (cut) {
      html.more(rows - FIRST_ROWS - LAST_ROWS);
      IntStream.range(rows - LAST_ROWS, rows).forEach(row -> html.row(cells(table, shown, row)));
    }
    boolean narrowed = shown < columns.size();
    if (cut || narrowed) {
      String wide = narrowed ? ", the first %d shown".formatted(shown) : "";
      html.note("%,d rows × %,d columns%s".formatted(rows, columns.size(), wide));
    }
    return html.html();
  }

  private static List<String> cells(Table table, int columns, int row) {
    return table.columns().subList(0, columns).stream().map(column -> cell(column, row)).toList();
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

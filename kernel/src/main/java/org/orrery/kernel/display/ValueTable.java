package org.orrery.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows of values as an HTML table, cut to a size that fits a page. */
final class ValueTable {

  private ValueTable() {}

  /** The rows of {@code elements} that a table shows. */
  static Ends rowsOf(Object elements) {
    return Ends.of(elements, 40, 12, 4);
  }

  /** The columns that a table shows of {@code cells}. */
  static Ends columnsOf(List<?> cells) {
    return Ends.of(new ArrayList<>(cells), 20, 14, 5);
  }

  /**
   * A table with a row an element, numbered from 0.
   *
   * @param header a title for each cell of a row, cut as the rows are
   * @param cells what a row shows of an element
   */
  static String of(Ends header, Ends rows, Function<Object, Ends> cells, String note) {
    var shown = rows.shown().stream().map(cells).toList();
    var columns = columns(header, rows, shown);
    var table =
        HtmlTable.ofNamedRows(
            columns.stream().map(Column::title).toList(),
            columns.stream().map(Column::isNumbers).toList());
    for (int i = 0; i < shown.size(); i++) {
      if (i == rows.head().size()) {
        table.more(rows.hidden());
      }
      var row = i;
      table.row(columns.stream().map(column -> column.texts().get(row)).toList());
    }
    if (rows.tail().isEmpty()) {
      table.more(rows.hidden());
    }
    return table.note(note).html();
  }

  private static List<Column> columns(Ends header, Ends rows, List<Ends> shown) {
    var columns = new ArrayList<Column>();
    columns.add(Column.of("", rows.indices().shown()));
    var titles = header.shown();
    for (int i = 0; i < titles.size(); i++) {
      if (i == header.head().size()) {
        columns.add(Column.gap(shown.size()));
      }
      var column = i;
      var values = new ArrayList<Object>();
      shown.forEach(row -> values.add(row.shown().get(column)));
      columns.add(Column.of(String.valueOf(titles.get(i)), values));
    }
    return columns;
  }
}

package org.orrery.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows of values as an HTML table, cut to a size that fits a page. */
final class ValueTable {

  private static final int MOST_COLUMNS = 20;
  private static final int FIRST_COLUMNS = 14;
  private static final int LAST_COLUMNS = 5;
  private static final int MOST_ROWS = 60;
  private static final int FIRST_ROWS = 20;
  private static final int LAST_ROWS = 5;

  private ValueTable() {}

  /** The rows of {@code elements} that a table shows. */
  static Ends rowsOf(Object elements) {
    return Ends.of(elements, MOST_ROWS, FIRST_ROWS, LAST_ROWS);
  }

  /** A table with a row an element, numbered from 0. */
  static String numbered(
      List<String> header, Ends rows, Function<Object, List<?>> cells, String note) {
    var shown = rows.shown().stream().map(row -> columns(cells.apply(row))).toList();
    var columns = columns(header);
    var numbers = new ArrayList<>(List.of(true));
    for (int column = 0; column < shownIn(columns); column++) {
      numbers.add(areNumbers(shown, column));
    }
    var titles = texts(columns, Object::toString);
    titles.add(0, "");
    var table = HtmlTable.of(titles, numbers);
    for (int i = 0; i < shown.size(); i++) {
      if (i == rows.head().size()) {
        table.more(rows.hidden());
      }
      var index = i < rows.head().size() ? i : i + rows.hidden();
      var texts = texts(shown.get(i), Figure::of);
      texts.add(0, String.valueOf(index));
      table.row(texts);
    }
    if (rows.tail().isEmpty()) {
      table.more(rows.hidden());
    }
    return table.note(note).html();
  }

  private static Ends columns(List<?> cells) {
    return Ends.of(new ArrayList<>(cells), MOST_COLUMNS, FIRST_COLUMNS, LAST_COLUMNS);
  }

  private static int shownIn(Ends columns) {
    return columns.shown().size() + (columns.hidden() > 0 ? 1 : 0);
  }

  private static List<String> texts(Ends cells, Function<Object, String> text) {
    var texts = new ArrayList<String>();
    cells.head().forEach(cell -> texts.add(cell == null ? "null" : text.apply(cell)));
    if (cells.hidden() > 0) {
      texts.add("…");
    }
    cells.tail().forEach(cell -> texts.add(cell == null ? "null" : text.apply(cell)));
    return texts;
  }

  private static boolean areNumbers(List<Ends> rows, int column) {
    var any = false;
    for (var row : rows) {
      var gap = row.head().size();
      if (row.hidden() > 0 && column == gap) {
        return true;
      }
      var value =
          column < gap
              ? row.head().get(column)
              : row.tail().get(column - gap - (row.hidden() > 0 ? 1 : 0));
      if (value != null && !(value instanceof Number)) {
        return false;
      }
      any |= value != null;
    }
    return any;
  }
}

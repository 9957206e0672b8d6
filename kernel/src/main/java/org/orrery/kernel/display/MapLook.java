package org.orrery.kernel.display;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map as a table of its keys and values. */
final class MapLook {

  private MapLook() {}

  static Optional<MimeBundle> of(Map<?, ?> map) {
    if (map.isEmpty()) {
      return Optional.empty();
    }
    var rows = ValueTable.rowsOf(map.entrySet());
    var numbers = rows.head().stream().allMatch(row -> entry(row).getValue() instanceof Number);
    var keys = rows.head().stream().allMatch(row -> entry(row).getKey() instanceof Number);
    var table = HtmlTable.of(List.of("key", "value"), List.of(keys, numbers));
    for (var row : rows.head()) {
      table.row(List.of(text(entry(row).getKey()), text(entry(row).getValue())));
    }
    table.more(rows.hidden());
    return Optional.of(MimeBundle.html(table.html(), PlainText.of(map)));
  }

  private static Map.Entry<?, ?> entry(Object row) {
    return (Map.Entry<?, ?>) row;
  }

  private static String text(Object value) {
    return value == null ? "null" : Figure.of(value);
  }
}

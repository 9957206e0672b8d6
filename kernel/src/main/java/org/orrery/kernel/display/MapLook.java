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
    var keys =
        Column.of("key", rows.head().stream().map(row -> (Object) entry(row).getKey()).toList());
    var values =
        Column.of(
            "value", rows.head().stream().map(row -> (Object) entry(row).getValue()).toList());
    var table =
        HtmlTable.of(
            List.of(keys.title(), values.title()), List.of(keys.isNumbers(), values.isNumbers()));
    for (int i = 0; i < rows.head().size(); i++) {
      table.row(List.of(keys.texts().get(i), values.texts().get(i)));
    }
    table.more(rows.hidden());
    return Optional.of(MimeBundle.html(table.html(), PlainText.of(map)));
  }

  private static Map.Entry<?, ?> entry(Object row) {
    return (Map.Entry<?, ?>) row;
  }
}

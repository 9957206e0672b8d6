package org.orrery.kernel.display;

import java.awt.image.RenderedImage;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collections and arrays that say more as a picture: records and like maps as a table, a matrix as
 * a grid, images side by side. Any other is clear as text.
 */
final class ElementsLook {

  private ElementsLook() {}

  static Optional<MimeBundle> of(Object elements) {
    var rows = ValueTable.rowsOf(elements);
    var shown = rows.shown();
    if (shown.isEmpty() || shown.contains(null)) {
      return Optional.empty();
    }
    return html(elements, rows, shown.get(0))
        .map(html -> MimeBundle.html(html, PlainText.of(elements)));
  }

  private static Optional<String> html(Object elements, Ends rows, Object first) {
    if (first instanceof Record) {
      return records(rows, first.getClass());
    }
    if (first instanceof Map<?, ?> map) {
      return maps(rows, map);
    }
    if (Ends.has(first)) {
      return matrix(elements, rows, first);
    }
    return first instanceof RenderedImage ? ImageLook.strip(rows) : Optional.empty();
  }

  private static Optional<String> records(Ends rows, Class<?> type) {
    var names = RecordLook.names(type);
    var alike = rows.shown().stream().allMatch(type::isInstance);
    if (!alike || names.isEmpty() || !RecordLook.isReadable(type)) {
      return Optional.empty();
    }
    var note = "%,d × %s".formatted(rows.size(), type.getSimpleName());
    return Optional.of(
        ValueTable.of(
            ValueTable.columnsOf(names),
            rows,
            row -> ValueTable.columnsOf(RecordLook.values(row)),
            note));
  }

  private static Optional<String> maps(Ends rows, Map<?, ?> first) {
    var keys = List.copyOf(first.keySet());
    var alike =
        !keys.isEmpty()
            && rows.shown().stream()
                .allMatch(row -> row instanceof Map<?, ?> m && m.keySet().equals(first.keySet()));
    if (!alike || !keys.stream().allMatch(CharSequence.class::isInstance)) {
      return Optional.empty();
    }
    var names = keys.stream().map(Object::toString).toList();
    return Optional.of(
        ValueTable.of(
            ValueTable.columnsOf(names),
            rows,
            row -> ValueTable.columnsOf(values((Map<?, ?>) row, keys)),
            "%,d rows".formatted(rows.size())));
  }

  private static List<?> values(Map<?, ?> row, List<?> keys) {
    return Arrays.asList(keys.stream().map(key -> (Object) row.get(key)).toArray());
  }

  /** Rows of as many numbers, texts or truths each. */
  private static Optional<String> matrix(Object elements, Ends rows, Object first) {
    var columns = length(first);
    var alike =
        columns > 1
            && rows.size() > 1
            && rows.shown().stream()
                .allMatch(row -> Ends.has(row) && length(row) == columns && isFlat(row));
    if (!alike) {
      return Optional.empty();
    }
    var note = "%,d × %,d %s".formatted(rows.size(), columns, kind(elements)).strip();
    return Optional.of(
        ValueTable.of(
            cellsOf(first).indices(), Ends.of(elements, 16, 8, 3), ElementsLook::cellsOf, note));
  }

  private static Ends cellsOf(Object row) {
    return Ends.of(row, 11, 7, 2);
  }

  private static int length(Object row) {
    return row instanceof Collection<?> collection ? collection.size() : Array.getLength(row);
  }

  private static boolean isFlat(Object row) {
    return cellsOf(row).shown().stream()
        .allMatch(
            cell ->
                cell == null
                    || cell instanceof Number
                    || cell instanceof CharSequence
                    || cell instanceof Boolean);
  }

  private static String kind(Object elements) {
    var type = elements.getClass();
    while (type.isArray()) {
      type = type.getComponentType();
    }
    return elements.getClass().isArray() ? type.getSimpleName() : "";
  }
}

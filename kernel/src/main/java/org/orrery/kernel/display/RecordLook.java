package org.orrery.kernel.display;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A record as a table of its fields. */
final class RecordLook {

  private RecordLook() {}

  static Optional<MimeBundle> of(Record one) {
    var names = names(one.getClass());
    if (names.isEmpty() || !isReadable(one.getClass())) {
      return Optional.empty();
    }
    var values = values(one);
    var table = HtmlTable.of(List.of(one.getClass().getSimpleName(), ""), List.of(false, false));
    for (int i = 0; i < names.size(); i++) {
      table.row(List.of(names.get(i), Figure.of(values.get(i))));
    }
    return Optional.of(MimeBundle.html(table.html(), PlainText.of(one)));
  }

  static List<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /** Whether the fields of {@code type}, which may be private to a cell, can be read at all. */
  static boolean isReadable(Class<?> type) {
    try {
      for (var component : type.getRecordComponents()) {
        component.getAccessor().setAccessible(true);
      }
      return true;
    } catch (InaccessibleObjectException e) { // of a module that keeps its records to itself
      return false;
    }
  }

  static List<Object> values(Object one) {
    var values = new ArrayList<>();
    for (var component : one.getClass().getRecordComponents()) {
      try {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        values.add(accessor.invoke(one));
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(component.getName() + "() threw " + e.getCause(), e);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("cannot read " + component.getName(), e);
      }
    }
    return values;
  }
}

package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The widgets that the front end knows, by identity. */
final class OpenWidgets {

  private static final String REFERENCE = "IPY_MODEL_";
  private static final Map<String, Widget> BY_ID = new ConcurrentHashMap<>();

  private OpenWidgets() {}

  static void add(Widget widget) {
    BY_ID.put(widget.id(), widget);
  }

  static void remove(Widget widget) {
    BY_ID.remove(widget.id());
  }

  static List<Widget> all() {
    return List.copyOf(BY_ID.values());
  }

  /** {@code widget} as another one's state names it. */
  static String reference(Widget widget) {
    return REFERENCE + widget.id();
  }

  /** The open widget that {@code json} names. */
  static Optional<Widget> find(Object json) {
    return json instanceof String text && text.startsWith(REFERENCE)
        ? Optional.ofNullable(BY_ID.get(text.substring(REFERENCE.length())))
        : Optional.empty();
  }
}

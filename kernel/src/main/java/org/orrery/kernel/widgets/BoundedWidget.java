package org.orrery.kernel.widgets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A widget whose value lies between a smallest and a largest one: a value beyond them becomes the
 * nearer of the two, and bounds that move take the value along.
 *
 * <pre>{@code
 * Widgets.intSlider("gravity", 0, 20).value(99).value();   // 20
 * }</pre>
 */
public abstract class BoundedWidget extends DomWidget {

  BoundedWidget(Model model) {
    super(model);
  }

  @Override
  final Map<String, Object> settled(Map<String, Object> changes) {
    if (!changes.containsKey("min")
        && !changes.containsKey("max")
        && !changes.containsKey("value")) {
      return changes;
    }
    var min = number(changes, "min");
    var max = number(changes, "max");
    if (min.doubleValue() > max.doubleValue()) {
      throw new IllegalArgumentException(
          "%s: expected min <= max, received min %s and max %s: set both with range(min, max)"
              .formatted(kindName(), min, max));
    }
    var settled = new LinkedHashMap<>(changes);
    settled.put("value", within(min, max, value(changes)));
    return settled;
  }

  private Object value(Map<String, Object> changes) {
    return changes.containsKey("value") ? changes.get("value") : get("value");
  }

  private Number number(Map<String, Object> changes, String property) {
    return (Number) (changes.containsKey(property) ? changes.get(property) : get(property));
  }

  private Object within(Number min, Number max, Object value) {
    if (value instanceof Number number) {
      return nearest(min, max, number);
    }
    var both = (List<?>) value;
    if (both.size() != 2
        || ((Number) both.get(0)).doubleValue() > ((Number) both.get(1)).doubleValue()) {
      throw new IllegalArgumentException(
          "%s.value: expected [lower, upper] with lower <= upper, received %s"
              .formatted(kindName(), both));
    }
    return both.stream().map(one -> nearest(min, max, (Number) one)).toList();
  }

  private static Number nearest(Number min, Number max, Number number) {
    if (number.doubleValue() < min.doubleValue()) {
      return min;
    }
    return number.doubleValue() > max.doubleValue() ? max : number;
  }
}

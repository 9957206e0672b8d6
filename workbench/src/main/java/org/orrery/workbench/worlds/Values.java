package org.orrery.workbench.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values that the parameters of a world have in one clip.
 *
 * <pre>{@code
 * double g = values.get("gravity");
 * }</pre>
 *
 * @param byName value by name, in the world's order
 */
public record Values(Map<String, Double> byName) {

  /** Copies the map. */
  public Values {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** The value of that parameter; an unknown name is refused with the names there are. */
  public double get(String name) {
    Double value = byName.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "there is no parameter \"%s\"; there are %s".formatted(name, byName.keySet()));
    }
    return value;
  }

  /** The value of that parameter as a whole number. */
  public int whole(String name) {
    return (int) Math.rint(get(name));
  }

  /** The same values but one. */
  public Values with(String name, double value) {
    get(name);
    Map<String, Double> changed = new LinkedHashMap<>(byName);
    changed.put(name, value);
    return new Values(changed);
  }
}

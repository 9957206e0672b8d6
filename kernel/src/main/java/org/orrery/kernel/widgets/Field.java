package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A property that a model has.
 *
 * @param initial its value until it is set; may be null
 * @param fresh makes the initial value where each widget has its own, such as its layout
 * @param nullable whether null is a value: nothing set
 * @param allowed the texts it may be, where not every text is
 */
record Field(
    String name,
    Kind kind,
    Object initial,
    Optional<Supplier<Widget>> fresh,
    boolean nullable,
    List<String> allowed) {

  static Field of(String name, Kind kind, Object initial) {
    return new Field(name, kind, initial, Optional.empty(), false, List.of());
  }

  static Field own(String name, Supplier<Widget> fresh) {
    return new Field(name, Kind.WIDGET, null, Optional.of(fresh), false, List.of());
  }

  Field orNull() {
    return new Field(name, kind, initial, fresh, true, allowed);
  }

  Field oneOf(String... texts) {
    return new Field(name, kind, initial, fresh, nullable, List.of(texts));
  }

  /**
   * The value that {@code json} from a front end stands for.
   *
   * @throws IllegalArgumentException when it is none that this property may have
   */
  Object read(String owner, Object json) {
    if (json == null) {
      return checked(owner, null);
    }
    return checked(owner, kind.read(json).orElseThrow(() -> refused(owner, json)));
  }

  /**
   * {@code value} itself.
   *
   * @throws IllegalArgumentException when it is none that this property may have
   */
  Object checked(String owner, Object value) {
    if (value == null ? !nullable : !kind.admits(value)) {
      throw refused(owner, value);
    }
    if (value != null && !allowed.isEmpty() && !allowed.contains(value)) {
      throw new IllegalArgumentException(
          "%s.%s: expected one of %s, received \"%s\"".formatted(owner, name, allowed, value));
    }
    return value;
  }

  private IllegalArgumentException refused(String owner, Object value) {
    return new IllegalArgumentException(
        "%s.%s: expected %s%s, received %s"
            .formatted(owner, name, kind.description(), nullable ? " or null" : "", value));
  }
}

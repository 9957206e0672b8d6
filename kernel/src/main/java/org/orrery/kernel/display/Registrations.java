package org.orrery.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** What a running program said its values look like: the latest word on each type. */
final class Registrations {

  /** The look of one type. */
  record Registered<T>(Class<T> type, Function<? super T, MimeBundle> look) implements Renderer {

    @Override
    public Optional<MimeBundle> render(Object value) {
      return Optional.ofNullable(look.apply(type.cast(value)));
    }

    @Override
    public String toString() {
      return "registered for " + type.getName();
    }
  }

  private final List<Registered<?>> latestFirst = new CopyOnWriteArrayList<>();

  synchronized <T> void add(Class<T> type, Function<? super T, MimeBundle> look) {
    latestFirst.removeIf(other -> other.type() == type);
    latestFirst.add(0, new Registered<>(type, look));
  }

  /** Those that know {@code value}: a subtype's before its supertype's, otherwise latest first. */
  List<Registered<?>> of(Object value) {
    if (latestFirst.isEmpty()) {
      return List.of();
    }
    var left = new ArrayList<Registered<?>>();
    latestFirst.stream().filter(one -> one.type().isInstance(value)).forEach(left::add);
    var ordered = new ArrayList<Registered<?>>();
    while (!left.isEmpty()) {
      var next =
          left.stream().filter(one -> left.stream().noneMatch(isBelow(one))).findFirst().get();
      ordered.add(next);
      left.remove(next);
    }
    return ordered;
  }

  private static java.util.function.Predicate<Registered<?>> isBelow(Registered<?> one) {
    return other -> other != one && one.type().isAssignableFrom(other.type());
  }
}

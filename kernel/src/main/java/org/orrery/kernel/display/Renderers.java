package org.orrery.kernel.display;

import java.util.Optional;
import java.util.function.Function;

/**
 * Who decides what a value looks like: what was registered at run time, then the services of the
 * class path, then our own. Numbers, texts and the like skip the services, so that a kernel's first
 * results need not search for them.
 */
final class Renderers {

  private final Registrations registrations = new Registrations();
  private final Services services = new Services();

  <T> void register(Class<T> type, Function<? super T, MimeBundle> look) {
    registrations.add(type, look);
  }

  void lookIn(ClassLoader loader) {
    services.lookIn(loader);
  }

  MimeBundle render(Object value) {
    if (value == null) {
      return MimeBundle.text("null");
    }
    for (var registered : registrations.of(value)) {
      var bundle = ask(registered, registered.toString(), value);
      if (bundle.isPresent()) {
        return bundle.get();
      }
    }
    if (isPlain(value)) {
      return MimeBundle.text(value.toString());
    }
    for (var renderer : services.renderers()) {
      var bundle = ask(renderer, renderer.getClass().getName(), value);
      if (bundle.isPresent()) {
        return bundle.get();
      }
    }
    return ask(OwnLooks::of, "of the kernel", value)
        .orElseGet(() -> MimeBundle.text(PlainText.of(value)));
  }

  private static boolean isPlain(Object value) {
    return value instanceof CharSequence
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Number && value.getClass().getName().startsWith("java.");
  }

  /** A renderer that fails costs the value its look, not the value. */
  private static Optional<MimeBundle> ask(Renderer renderer, String name, Object value) {
    try {
      return renderer.render(value).map(bundle -> withText(bundle, value));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      var text = PlainText.of(value);
      System.err.printf(
          "note: the renderer %s failed on a %s, shown as text instead: %s%n",
          name, value.getClass().getName(), e);
      return Optional.of(MimeBundle.text(text));
    }
  }

  private static MimeBundle withText(MimeBundle bundle, Object value) {
    return bundle.data().containsKey(MimeBundle.PLAIN)
        ? bundle
        : bundle.with(MimeBundle.PLAIN, PlainText.of(value));
  }
}

package org.orrery.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The renderers of the class path, searched for when they are first needed. */
final class Services {

  private record Found(ClassLoader loader, List<Renderer> renderers) {}

  private volatile ClassLoader told;
  private volatile Found found;

  /** From now on the renderers are those that {@code loader} knows now. */
  void lookIn(ClassLoader loader) {
    told = loader;
    found = null;
  }

  List<Renderer> renderers() {
    var loader = loader();
    var latest = found;
    if (latest == null || latest.loader() != loader) {
      latest = new Found(loader, search(loader));
      found = latest;
    }
    return latest.renderers();
  }

  private ClassLoader loader() {
    if (told != null) {
      return told;
    }
    var context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : Services.class.getClassLoader();
  }

  private static List<Renderer> search(ClassLoader loader) {
    var renderers = new ArrayList<Renderer>();
    var services = ServiceLoader.load(Renderer.class, loader).iterator();
    while (true) {
      try {
        if (!services.hasNext()) {
          return List.copyOf(renderers);
        }
        renderers.add(services.next());
      } catch (ServiceConfigurationError e) { // the iterator goes on behind the broken one
        System.err.println("note: a renderer cannot be used: " + e.getMessage() + because(e));
      }
    }
  }

  private static String because(Throwable e) {
    return e.getCause() == null ? "" : " (" + e.getCause() + ")";
  }
}

package org.orrery.kernel.magic.maven;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.orrery.kernel.magic.MagicException;

/**
 * Loads Maven's resolver library, which stands in a folder {@code maven} beside the kernel's jar
 * and not on the class path: there it would slow every start, and hide a notebook's own version of
 * the libraries it needs.
 */
final class ResolverLibrary {

  private static final String RESOLVER =
      ResolverLibrary.class.getPackageName() + ".aether.AetherResolver";

  private ResolverLibrary() {}

  static Resolver load() {
    try {
      var kernel = Path.of(codeSource().toURI());
      return (Resolver)
          loaderOver(kernel).loadClass(RESOLVER).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | URISyntaxException | IOException e) {
      throw new IllegalStateException("cannot load Maven's resolver: " + e, e);
    }
  }

  private static URL codeSource() {
    return ResolverLibrary.class.getProtectionDomain().getCodeSource().getLocation();
  }

  private static ClassLoader loaderOver(Path kernel) throws IOException {
    var folder = kernel.resolveSibling("maven");
    if (!Files.isDirectory(folder)) {
      throw new MagicException(
          "%%maven needs the jars of Maven's resolver in %s, and there is no such folder: build with ./orrery or ./mvnw package"
              .formatted(folder));
    }
    var urls = new ArrayList<URL>(List.of(codeSource()));
    try (var jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (var jar : jars) {
        urls.add(url(jar));
      }
    }
    return new OwnFirst(urls.toArray(URL[]::new), ResolverLibrary.class.getClassLoader());
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  /** Loads the library and what speaks to it itself, all else from the kernel. */
  private static final class OwnFirst extends URLClassLoader {

    private static final String SPEAKS_TO_IT = RESOLVER.substring(0, RESOLVER.lastIndexOf('.') + 1);

    OwnFirst(URL[] urls, ClassLoader kernel) {
      super("maven", urls, kernel);
    }

    /** A service of the kernel's class path would implement another version of its interface. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.startsWith("META-INF/services/") ? findResources(name) : super.getResources(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      var ofKernel = name.startsWith("org.orrery.") && !name.startsWith(SPEAKS_TO_IT);
      if (ofKernel || name.startsWith("java.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        var loaded = findLoadedClass(name);
        try {
          return loaded != null ? loaded : findClass(name);
        } catch (ClassNotFoundException e) {
          return super.loadClass(name, resolve);
        }
      }
    }
  }
}

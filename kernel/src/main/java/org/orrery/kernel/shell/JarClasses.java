package org.orrery.kernel.shell;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * The classes of one jar by package, for javac to list. javac's own file manager walks a jar as a
 * file system, which takes several times as long: with the sixty jars of the workbench a fifth of
 * the kernel's start.
 */
final class JarClasses {

  private static final String SUFFIX = ".class";

  private final Path path;
  private final ZipFile jar;
  private final Map<String, List<JavaFileObject>> ofPackage = new HashMap<>();

  private JarClasses(Path path, ZipFile jar) {
    this.path = path;
    this.jar = jar;
  }

  /**
   * Reads the names of {@code path}'s classes.
   *
   * @throws IOException when it is no jar
   */
  static JarClasses of(Path path) throws IOException {
    var classes = new JarClasses(path, new ZipFile(path.toFile()));
    for (var entries = classes.jar.entries(); entries.hasMoreElements(); ) {
      var name = entries.nextElement().getName();
      if (name.endsWith(SUFFIX) && !name.startsWith("META-INF/")) {
        var end = Math.max(0, name.lastIndexOf('/'));
        classes
            .ofPackage
            .computeIfAbsent(name.substring(0, end).replace('/', '.'), of -> new ArrayList<>())
            .add(classes.new ClassInJar(name));
      }
    }
    return classes;
  }

  /** The classes of the package {@code name}; none when it has none. */
  List<JavaFileObject> in(String name) {
    return ofPackage.getOrDefault(name, List.of());
  }

  /** The binary name of a class that {@link #in} has listed; null for any other file. */
  static String binaryNameOf(JavaFileObject file) {
    return file instanceof ClassInJar one ? one.binaryName() : null;
  }

  private final class ClassInJar extends SimpleJavaFileObject {

    private final String entry;

    ClassInJar(String entry) {
      super(URI.create("jar:///entry"), Kind.CLASS);
      this.entry = entry;
    }

    String binaryName() {
      return entry.substring(0, entry.length() - SUFFIX.length()).replace('/', '.');
    }

    @Override
    public URI toUri() {
      return URI.create("jar:" + path.toUri() + "!/" + entry);
    }

    @Override
    public String getName() {
      return path + "(" + entry + ")";
    }

    @Override
    public InputStream openInputStream() throws IOException {
      var found = jar.getEntry(entry);
      if (found == null) {
        throw new FileNotFoundException(getName());
      }
      return new BufferedInputStream(jar.getInputStream(found));
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.CLASS && entry.endsWith("/" + simpleName + SUFFIX)
          || entry.equals(simpleName + SUFFIX);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ClassInJar one && one.entry.equals(entry) && one.jar() == jar;
    }

    @Override
    public int hashCode() {
      return entry.hashCode();
    }

    private ZipFile jar() {
      return jar;
    }
  }
}

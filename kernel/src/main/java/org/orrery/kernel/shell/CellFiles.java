package org.orrery.kernel.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The files that javac sees: those of the JDK and the class path, listed once and remembered, and
 * the classes of cells, which stand in memory in the package {@value #PACKAGE}.
 */
final class CellFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

  /** The package of all classes of cells. */
  static final String PACKAGE = "REPL";

  private record Listing(Location location, String packageName, Set<Kind> kinds, boolean recurse) {}

  private final StandardJavaFileManager files;
  private final Map<Path, JarClasses> jars = new LinkedHashMap<>();
  private final Map<Listing, List<JavaFileObject>> listings = new HashMap<>();
  private final Map<String, ClassFile> kept = new LinkedHashMap<>();
  private final Map<String, ClassFile> written = new LinkedHashMap<>();

  CellFiles(StandardJavaFileManager files) {
    super(files);
    this.files = files;
  }

  /** A source file that javac can read. */
  static JavaFileObject source(String className, String text) {
    return new SourceFile(className, text);
  }

  /** The classes that javac wrote since the last call, by binary name. */
  Map<String, byte[]> takeWritten() {
    var taken = new LinkedHashMap<String, byte[]>();
    written.forEach((name, file) -> taken.put(name, file.bytes));
    written.clear();
    return taken;
  }

  /** From here on the sources of later cells can name {@code classes}. */
  void keep(Map<String, byte[]> classes) {
    classes.forEach((name, bytes) -> kept.put(name, new ClassFile(name, bytes)));
  }

  /** The binary names of the classes that sources can name. */
  Set<String> keptNames() {
    return kept.keySet();
  }

  /** Forgets the classes {@code holders} and those in them: no later source can name them. */
  void forget(Collection<String> holders) {
    for (var holder : holders) {
      var name = PACKAGE + "." + holder;
      kept.keySet().removeIf(one -> one.equals(name) || one.startsWith(name + "$"));
    }
  }

  /** Replaces the class path. Jars that are known already are not read again. */
  void classPath(List<Path> entries) {
    var folders = new ArrayList<Path>();
    jars.keySet().retainAll(entries);
    for (var entry : entries) {
      try {
        if (Files.isDirectory(entry)) {
          folders.add(entry);
        } else if (Files.isRegularFile(entry) && !jars.containsKey(entry)) {
          jars.put(entry, JarClasses.of(entry));
        }
      } catch (IOException e) {
        System.err.printf(
            "note: class path entry %s is no jar and is passed over: %s%n", entry, e.getMessage());
      }
    }
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, folders);
    } catch (IOException e) {
      throw new UncheckedIOException("the class path " + folders + " cannot be used", e);
    }
    listings.clear();
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (packageName.equals(PACKAGE)) {
      return location == StandardLocation.CLASS_PATH && kinds.contains(Kind.CLASS)
          ? List.copyOf(kept.values())
          : List.of();
    }
    var key = new Listing(location, packageName, kinds, recurse);
    var known = listings.get(key);
    if (known == null) {
      var listed = new ArrayList<JavaFileObject>();
      super.list(location, packageName, kinds, recurse).forEach(listed::add);
      if (location == StandardLocation.CLASS_PATH && kinds.contains(Kind.CLASS)) {
        jars.values().forEach(jar -> listed.addAll(jar.in(packageName)));
      }
      known = listed;
      listings.put(key, known);
    }
    return known;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    if (file instanceof ClassFile ofCell) {
      return ofCell.name;
    }
    var inJar = JarClasses.binaryNameOf(file);
    return inJar != null ? inJar : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject one, FileObject other) {
    var isOurs = one instanceof SimpleJavaFileObject || other instanceof SimpleJavaFileObject;
    return one.equals(other) || !isOurs && super.isSameFile(one, other);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, FileObject sibling) {
    var file = new ClassFile(className, new byte[0]);
    written.put(className, file);
    return file;
  }

  private static final class SourceFile extends SimpleJavaFileObject {
    private final String text;

    SourceFile(String className, String text) {
      super(URI.create("cell:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class ClassFile extends SimpleJavaFileObject {
    private final String name;
    private byte[] bytes;

    ClassFile(String name, byte[] bytes) {
      super(URI.create("cell:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
      this.name = name;
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          bytes = toByteArray();
        }
      };
    }
  }
}

package org.orrery.kernel.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The names of the classes and packages of the JDK and the class path. Read in the background when
 * it is first of use, and each jar only once.
 *
 * <pre>{@code
 * index.prepare(classPath);
 * index.types("LocalDate"::equals);    // [java.time.LocalDate]
 * index.packages("java.util");         // [concurrent, function, jar, logging, ...]
 * }</pre>
 */
final class ClassIndex {

  private static final int MOST_NAMES = 400_000;
  private static final int MOST_FOUND = 60;
  private static final String SUFFIX = ".class";

  private record Names(String[] types, NavigableSet<String> packages) {}

  private final Map<Path, List<String>> ofEntries = new HashMap<>();
  private List<Path> entries;
  private CompletableFuture<Names> names;

  /** Starts to read what {@code classPath} and the JDK hold, unless that is read already. */
  synchronized void prepare(List<Path> classPath) {
    if (!classPath.equals(entries)) {
      entries = List.copyOf(classPath);
      var reading = new CompletableFuture<Names>();
      var thread =
          new Thread(
              () -> {
                try {
                  reading.complete(read(entries));
                } catch (RuntimeException | Error e) {
                  reading.completeExceptionally(e);
                }
              },
              "class index");
      thread.setDaemon(true);
      thread.start();
      names = reading;
    }
  }

  /** Waits until everything is read, at most {@code millis}. */
  boolean await(long millis) {
    return !names(millis).packages().isEmpty();
  }

  /** The qualified names of types whose simple name is {@code wanted}, as far as read by now. */
  List<String> types(Predicate<String> wanted) {
    return Arrays.stream(names(0).types())
        .filter(one -> wanted.test(simple(one)))
        .limit(MOST_FOUND)
        .toList();
  }

  /** The simple names of the packages directly in {@code parent}, as far as read by now. */
  Set<String> packages(String parent) {
    var start = parent.isEmpty() ? "" : parent + ".";
    return names(0).packages().tailSet(start).stream()
        .takeWhile(one -> one.startsWith(start))
        .map(one -> one.substring(start.length()).replaceFirst("\\..*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Names names(long millis) {
    CompletableFuture<Names> reading;
    synchronized (this) {
      reading = names;
    }
    try {
      return reading == null ? NOTHING : reading.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return NOTHING;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NOTHING;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the class path cannot be read: " + e.getCause(), e);
    }
  }

  private static final Names NOTHING = new Names(new String[0], new TreeSet<>());

  private Names read(List<Path> classPath) {
    var all = new ArrayList<>(OfJdk.TYPES);
    for (var entry : classPath) {
      if (all.size() < MOST_NAMES) {
        List<String> ofEntry;
        synchronized (ofEntries) {
          ofEntry = ofEntries.computeIfAbsent(entry, ClassIndex::read);
        }
        all.addAll(ofEntry);
      }
    }
    var packages = new TreeSet<String>();
    all.forEach(one -> packages.add(packageOf(one)));
    packages.remove("");
    packages.remove(CellFiles.PACKAGE);
    var types =
        all.stream()
            .distinct()
            .sorted(
                Comparator.comparing((String one) -> one.startsWith("java.") ? 0 : 1)
                    .thenComparing(String::length)
                    .thenComparing(Comparator.naturalOrder()))
            .toArray(String[]::new);
    return new Names(types, packages);
  }

  private static String simple(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  private static String packageOf(String qualified) {
    return qualified.substring(0, Math.max(0, qualified.lastIndexOf('.')));
  }

  private static List<String> read(Path entry) {
    try {
      if (Files.isDirectory(entry)) {
        try (var files = Files.walk(entry)) {
          return types(files.map(one -> entry.relativize(one).toString().replace('\\', '/')));
        }
      }
      if (!Files.isRegularFile(entry)) {
        return List.of();
      }
      try (var jar = new ZipFile(entry.toFile())) {
        return types(jar.stream().map(java.util.zip.ZipEntry::getName));
      }
    } catch (ZipException e) {
      return List.of(); // javac finds no classes in it either
    } catch (IOException e) {
      throw new UncheckedIOException("class path entry " + entry, e);
    }
  }

  /** The top-level types among {@code files}. */
  private static List<String> types(Stream<String> files) {
    return files
        .filter(one -> one.endsWith(SUFFIX) && one.indexOf('$') < 0 && one.indexOf('-') < 0)
        .map(one -> one.substring(0, one.length() - SUFFIX.length()).replace('/', '.'))
        .toList();
  }

  /** The types in the packages that the JDK exports: read once for all. */
  private static final class OfJdk {

    static final List<String> TYPES =
        ModuleFinder.ofSystem().findAll().stream().flatMap(OfJdk::of).toList();

    private static Stream<String> of(java.lang.module.ModuleReference module) {
      var exported =
          module.descriptor().exports().stream()
              .filter(one -> !one.isQualified())
              .map(Exports::source)
              .collect(Collectors.toSet());
      if (exported.isEmpty()) {
        return Stream.of();
      }
      try (var reader = module.open();
          var files = reader.list()) {
        return types(files).stream()
            .filter(one -> exported.contains(packageOf(one)))
            .toList()
            .stream();
      } catch (IOException e) {
        throw new UncheckedIOException("module " + module.descriptor().name(), e);
      }
    }
  }
}

package org.orrery.workbench.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes a folder or a file aside and moves it into place, so that nobody ever sees half of it. */
public final class Aside {
  private Aside() {}

  /** Something that fills a folder. */
  @FunctionalInterface
  public interface Content {
    /** Writes into the folder. */
    void write(Path folder) throws IOException;
  }

  /** Replaces a folder by what the content writes; on an error the earlier one stays. */
  public static void folder(Path target, Content content) {
    folder(target, content, false);
  }

  /**
   * Writes into a folder, all of the content or nothing: what it writes takes the place of what had
   * the same name; the other things in the folder stay.
   */
  public static void into(Path target, Content content) {
    folder(target, content, true);
  }

  private static void folder(Path target, Content content, boolean keepOthers) {
    Path place = target.toAbsolutePath().normalize();
    Path aside = null;
    try {
      Files.createDirectories(place.getParent());
      aside = place.resolveSibling("." + place.getFileName() + "-" + UUID.randomUUID());
      Files.createDirectory(aside);
      content.write(aside);
      Path fresh = aside;
      if (Files.exists(place)) {
        Path old = place.resolveSibling(fresh.getFileName() + "-old");
        Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        try {
          Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
          Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
          throw e;
        }
        if (keepOthers) {
          moveOthers(old, place);
        }
        delete(old);
      } else {
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write %s: %s. Is the folder writable? What was there before is untouched"
              .formatted(place, e),
          e);
    } finally {
      if (aside != null && Files.exists(aside)) {
        delete(aside);
      }
    }
  }

  /** Replaces a file by this text in UTF-8; on an error the earlier one stays. */
  public static void text(Path target, String text) {
    Path place = target.toAbsolutePath().normalize();
    try {
      Files.createDirectories(place.getParent());
      Path aside = place.resolveSibling("." + place.getFileName() + "-" + UUID.randomUUID());
      try {
        Files.writeString(aside, text);
        Files.move(aside, place, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write %s: %s. Is the folder writable? What was there before is untouched"
              .formatted(place, e),
          e);
    }
  }

  private static void moveOthers(Path from, Path to) {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        Path place = to.resolve(entry.getFileName());
        if (!Files.exists(place)) {
          Files.move(entry, place);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s is written, but what else lay there could not be moved back from %s: %s. Move it by hand"
              .formatted(to, from, e),
          e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}

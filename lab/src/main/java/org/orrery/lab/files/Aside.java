package org.orrery.lab.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/**
 * Writes beside the target and then moves into place, so that a reader sees the earlier content or
 * the new one, never a part.
 *
 * <pre>{@code
 * Aside.write(Path.of("page.html"), html);
 * }</pre>
 */
public final class Aside {

  private Aside() {}

  /** Replaces {@code target} by {@code text} in UTF-8; on failure the earlier file stays. */
  public static void write(Path target, String text) throws IOException {
    var folder = target.toAbsolutePath().getParent();
    var aside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.write(aside, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      move(aside, target);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /**
   * Replaces the folder {@code target} by the folder {@code made}, which must be on the same file
   * system. The earlier folder is put back when the move fails.
   */
  public static void replaceFolder(Path made, Path target) throws IOException {
    var earlier = made.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    var replaces = Files.exists(target);
    if (replaces) {
      Files.move(target, earlier, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaces) {
        Files.move(earlier, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    if (replaces) {
      deleteFolder(earlier);
    }
  }

  /** Deletes {@code folder} and what is in it; a folder that is not there is no error. */
  public static void deleteFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

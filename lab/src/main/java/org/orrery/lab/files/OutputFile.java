package org.orrery.lab.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A file that will be written after long work, and so is checked before it.
 *
 * <pre>{@code
 * var page = OutputFile.checked(Path.of("out/page.html"));   // throws now, not in four minutes
 * page.write(html);
 * }</pre>
 */
public record OutputFile(Path path) {

  /**
   * The file at {@code path}, after a look whether it can be written.
   *
   * @throws IOException saying what stands in the way: a missing or read-only folder, a folder
   *     where the file should be, a read-only file
   */
  public static OutputFile checked(Path path) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(path)) {
      throw new IOException(path + ": expected a file name to write, found a folder; name a file");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "%s: the folder %s does not exist; create it with: mkdir -p %s"
              .formatted(path, folder, folder));
    }
    if (Files.exists(path) && !Files.isWritable(path)) {
      throw new IOException(
          path + ": the file is there and read-only; make it writable or name another file");
    }
    probe(path, folder);
    return new OutputFile(path);
  }

  /** Replaces the file by {@code text}; on failure the earlier file stays as it was. */
  public void write(String text) throws IOException {
    Aside.write(path, text);
  }

  /** Permission bits do not tell everything (a read-only mount, root): only writing does. */
  private static void probe(Path path, Path folder) throws IOException {
    var probe = folder.resolve("." + path.getFileName() + "." + UUID.randomUUID() + ".probe");
    try {
      Files.createFile(probe);
      Files.delete(probe);
    } catch (IOException e) {
      throw new IOException(
          "%s: the folder %s cannot be written (%s); name a file in another folder"
              .formatted(path, folder, e.getClass().getSimpleName()),
          e);
    }
  }
}

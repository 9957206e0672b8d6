package org.orrery.workbench.experiments;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.orrery.workbench.checkpoints.CheckpointException;
import org.orrery.workbench.clips.ClipReadException;

/** Verifies what lies at a path: {@code orrery verify} in a JVM of its own. */
final class Verify {
  private Verify() {}

  /**
   * Runs {@code PATH MODEL}, MODEL empty if it is to be found. Exit code 1 if something differs.
   */
  public static void main(String[] args) {
    boolean good = false;
    try {
      Optional<Path> model = Optional.of(args[1]).filter(name -> !name.isEmpty()).map(Path::of);
      good = Evidence.at(Path.of(args[0])).verify(model, System.out::println);
    } catch (CheckpointException
        | ClipReadException
        | IllegalArgumentException
        | IllegalStateException
        | UncheckedIOException e) {
      System.out.println("orrery: " + e.getMessage());
    }
    System.exit(good ? 0 : 1);
  }
}

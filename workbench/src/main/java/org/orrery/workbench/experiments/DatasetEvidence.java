package org.orrery.workbench.experiments;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.orrery.workbench.clips.Datasets;

/** A dataset: measured anew and held against its card. */
record DatasetEvidence(Path folder) implements Evidence {

  @Override
  public boolean verify(Optional<Path> model, Consumer<String> out) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    boolean good;
    try (PrintStream print = new PrintStream(lines, true, StandardCharsets.UTF_8)) {
      good =
          Datasets.in(folder.getParent()).verify(List.of(folder.getFileName().toString()), print);
    }
    lines.toString(StandardCharsets.UTF_8).lines().forEach(out);
    return good;
  }
}

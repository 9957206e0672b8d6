package org.orrery.workbench.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.orrery.workbench.checkpoints.Checkpoint;
import org.orrery.workbench.files.Home;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.physics.ExamVerification;

/** An exam as JSON: taken again of the same weights. */
record ExamEvidence(Path file) implements Evidence {

  @Override
  public boolean verify(Optional<Path> model, Consumer<String> out) {
    String weights = ExamVerification.weights(file);
    Path folder = model.map(Home::find).orElseGet(() -> holding(weights));
    out.accept("taking %s again of %s".formatted(file, folder));
    ExamVerification again = ExamVerification.of(file, WorldModel.load(folder), out);
    again.toString().lines().forEach(out);
    return again.ok();
  }

  /** The checkpoint with these weights beside the exam or among the checkpoints. */
  private Path holding(String weights) {
    if (weights.isEmpty()) {
      throw new IllegalArgumentException(
          "%s was taken of a model without a checkpoint, so nobody can take it again: save the model, load it, and take the exam of that"
              .formatted(file));
    }
    List<Path> places =
        Stream.of(file.getParent(), Path.of("checkpoints"), atHome())
            .filter(Files::isDirectory)
            .toList();
    return places.stream()
        .flatMap(ExamEvidence::folders)
        .filter(folder -> Files.isRegularFile(folder.resolve("model.safetensors")))
        .filter(folder -> Files.isRegularFile(folder.resolve(CheckpointEvidence.CARD)))
        .filter(folder -> Checkpoint.verify(folder).found().equals(weights))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s was taken of weights with SHA-256 %s, which no checkpoint in %s has: name it with --model DIR"
                        .formatted(file, weights, places)));
  }

  private static Path atHome() {
    try {
      return Home.find(Path.of("checkpoints"));
    } catch (IllegalArgumentException e) {
      return Path.of("checkpoints"); // there is none, and none is needed beside --model
    }
  }

  private static Stream<Path> folders(Path place) {
    try (Stream<Path> folders = Files.list(place)) {
      return folders.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for checkpoints in " + place, e);
    }
  }
}

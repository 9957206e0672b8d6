package org.orrery.workbench.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.orrery.workbench.files.Home;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Something published that can be verified: a checkpoint's folder, a dataset's folder, a folder of
 * such, or an exam as JSON.
 *
 * <pre>{@code
 * boolean holds = Evidence.at(Path.of("exam.json")).verify(Optional.empty(), System.out::println);
 * }</pre>
 */
public interface Evidence {

  /**
   * Checks it, or takes it again, and says how it goes and what differs.
   *
   * @param model the checkpoint that an exam was taken of; if empty, it is looked for by its hash
   * @return whether nothing differs
   */
  boolean verify(Optional<Path> model, Consumer<String> out);

  /**
   * What lies at a path, beside the working directory or at Orrery's home.
   *
   * @throws IllegalArgumentException if nothing is there or it cannot be verified
   */
  static Evidence at(Path path) {
    Path found = Home.find(path).toAbsolutePath().normalize();
    if (!Files.isDirectory(found)) {
      return new ExamEvidence(found);
    }
    if (Files.isRegularFile(found.resolve(CheckpointEvidence.CARD))) {
      return card(found);
    }
    List<Evidence> inside = inside(found);
    if (inside.isEmpty()) {
      throw new IllegalArgumentException(
          "%s holds nothing that can be verified: expected card.json of a checkpoint or a dataset, here or in a folder of it; an exam is named by its JSON file"
              .formatted(found));
    }
    return (model, out) -> {
      boolean good = true;
      for (Evidence one : inside) {
        good &= one.verify(model, out);
      }
      return good;
    };
  }

  private static List<Evidence> inside(Path folder) {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(one -> Files.isRegularFile(one.resolve(CheckpointEvidence.CARD)))
          .sorted()
          .map(Evidence::card)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /** A checkpoint's card has its model's config; a dataset's has not. */
  private static Evidence card(Path folder) {
    Path card = folder.resolve(CheckpointEvidence.CARD);
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(card));
      return json.has("config") ? new CheckpointEvidence(folder) : new DatasetEvidence(folder);
    } catch (IOException | JacksonException e) {
      throw new IllegalArgumentException(
          "%s is no card: %s; a card is JSON".formatted(card, e.getMessage()), e);
    }
  }
}

package org.orrery.workbench.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.orrery.workbench.checkpoints.Safetensors;
import org.orrery.workbench.files.Aside;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with the latest training checkpoint of a run, {@code step-00000120}.
 *
 * <p>A checkpoint is written aside, moved into place in one go, and only then are earlier ones
 * deleted: whenever the process is killed, one whole checkpoint is there.
 */
final class RunFolder {
  private static final String PREFIX = "step-";
  private static final String TENSORS = "state.safetensors";
  private static final String NOTES = "run.json";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final Path folder;

  RunFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Deletes the checkpoints of an earlier run. */
  void clear() {
    steps().forEach(this::delete);
  }

  void write(SavedRun run) {
    String name = "%s%08d".formatted(PREFIX, run.step());
    if (!Files.exists(folder.resolve(name))) {
      Aside.folder(
          folder.resolve(name),
          aside -> {
            Safetensors.write(aside.resolve(TENSORS), run.tensors());
            Files.writeString(aside.resolve(NOTES), JSON.writeValueAsString(run.notes()));
          });
    }
    steps().stream()
        .filter(step -> !step.getFileName().toString().equals(name))
        .forEach(this::delete);
    leftovers().forEach(this::delete);
  }

  /** Reads the latest checkpoint; what was said of its settings must agree with it. */
  SavedRun read(Settings mine, Set<String> said) {
    List<Path> steps = steps();
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no training checkpoint in %s: name the folder of .every(..., checkpoint(folder)), or leave .resume(...) out to begin anew"
              .formatted(folder));
    }
    Path latest = steps.get(steps.size() - 1);
    try {
      JsonNode tree = JSON.readTree(Files.readString(latest.resolve(NOTES)));
      SavedRun.Notes notes = JSON.treeToValue(tree, SavedRun.Notes.class);
      requireAgreement(mine, said, tree.get("settings"));
      return new SavedRun(notes, Safetensors.read(latest.resolve(TENSORS)));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s is not a training checkpoint's: %s"
              .formatted(latest.resolve(NOTES), e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + latest, e);
    }
  }

  private void requireAgreement(Settings mine, Set<String> said, JsonNode stored) {
    JsonNode own = JSON.readTree(JSON.writeValueAsString(mine));
    Set<String> different = new TreeSet<>();
    for (String name : said) {
      if (!own.path(name).equals(stored.path(name))) {
        different.add(
            "%s: the stored run has %s, this one %s"
                .formatted(name, stored.path(name), own.path(name)));
      }
    }
    if (!different.isEmpty()) {
      throw new IllegalArgumentException(
          "the run in %s has other settings, so it cannot go on with these: %s. Say the same, or leave .resume(...) out to begin anew"
              .formatted(folder, String.join("; ", different)));
    }
  }

  /** Checkpoints, earliest first. */
  private List<Path> steps() {
    return list(PREFIX);
  }

  /** What killed processes left half written. */
  private List<Path> leftovers() {
    return list("." + PREFIX);
  }

  private List<Path> list(String prefix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private void delete(Path entry) {
    try (Stream<Path> paths = Files.walk(entry)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + entry, e);
    }
  }
}

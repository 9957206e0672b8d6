package org.orrery.workbench.checkpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A checkpoint and those it was tuned from, the youngest first.
 *
 * <pre>{@code
 * Lineage.of(Path.of("checkpoints/my-ball"))
 * // my-ball (jepa) 3f21c07a44d1: 500 steps of ...; data 77aa21f0c9b3, seed 1, code 0.1.0
 * //   tuned from jepa-tiny (jepa) 93acd7a15f08: made by ./orrery run ...
 * }</pre>
 *
 * @param generations the checkpoints found
 * @param missing SHA-256 of the oldest one's parent, if no folder holds it; empty otherwise
 */
public record Lineage(List<Generation> generations, String missing) {
  private static final int SHOWN = 12;

  /**
   * One checkpoint.
   *
   * @param folder where it lies
   * @param card its card, with the weights' hash
   */
  public record Generation(Path folder, Card card) {}

  /** Copies the list. */
  public Lineage {
    generations = List.copyOf(generations);
  }

  /**
   * Follows parents among the folders beside this one.
   *
   * @throws CheckpointException when a card names itself as its own ancestor
   */
  public static Lineage of(Path folder) {
    return of(folder, List.of());
  }

  /** Follows parents among the folders beside this one, then among those in {@code others}. */
  public static Lineage of(Path folder, List<Path> others) {
    Set<Path> places = new LinkedHashSet<>();
    Path parent = folder.toAbsolutePath().normalize().getParent();
    if (parent != null) {
      places.add(parent);
    }
    places.addAll(others);
    List<Generation> generations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<Generation> next = Optional.of(generation(folder));
    String wanted = "";
    while (next.isPresent()) {
      Generation found = next.get();
      if (!seen.add(found.card.weights())) {
        throw new CheckpointException(
            "%s: the card names its own weights %s among its ancestors; mend \"parent\" in its card"
                .formatted(found.folder.resolve(Checkpoint.CARD), found.card.weights()));
      }
      generations.add(found);
      wanted = found.card.making().parent();
      next = wanted.isEmpty() ? Optional.empty() : find(wanted, places);
    }
    return new Lineage(generations, wanted);
  }

  private static Optional<Generation> find(String weights, Set<Path> places) {
    for (Path place : places) {
      try (Stream<Path> folders = Files.list(place)) {
        for (Path folder : folders.sorted().toList()) {
          if (Files.isRegularFile(folder.resolve(Checkpoint.CARD))
              && Files.isRegularFile(folder.resolve(Checkpoint.WEIGHTS))) {
            Generation generation = generation(folder);
            if (generation.card.weights().equals(weights)) {
              return Optional.of(generation);
            }
          }
        }
      } catch (IOException e) {
        throw new CheckpointException(
            "cannot look for checkpoints in %s: %s".formatted(place, e), e);
      }
    }
    return Optional.empty();
  }

  private static Generation generation(Path folder) {
    Card card = Checkpoint.card(folder);
    return new Generation(
        folder,
        card.weights().isEmpty()
            ? card.with(card.making(), Verification.of(folder, card).found())
            : card);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < generations.size(); i++) {
      text.append(i == 0 ? "" : "  ".repeat(i) + "tuned from ")
          .append(line(generations.get(i).card))
          .append('\n');
    }
    if (!missing.isEmpty()) {
      text.append("  ".repeat(generations.size()))
          .append("tuned from weights %s, which no folder beside it holds\n".formatted(missing));
    }
    return text.toString();
  }

  private static String line(Card card) {
    Making making = card.making();
    List<String> told = new ArrayList<>();
    if (!card.history().isEmpty()) {
      told.add(card.history().get(card.history().size() - 1));
    }
    if (!making.data().isEmpty()) {
      told.add("data " + shortened(making.data()));
    }
    if (!making.metrics().isEmpty()) {
      told.add(
          making.metrics().entrySet().stream()
              .map(figure -> "%s %.4g".formatted(figure.getKey(), figure.getValue()))
              .collect(Collectors.joining(", ", "measured ", "")));
    }
    if (!card.madeBy().isEmpty()) {
      told.add("made by " + card.madeBy());
    }
    if (!making.code().isEmpty()) {
      told.add("code " + making.code());
    }
    return "%s (%s) %s: %s"
        .formatted(card.name(), card.kind(), shortened(card.weights()), String.join("; ", told));
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(SHOWN, hash.length()));
  }
}

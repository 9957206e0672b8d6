package org.orrery.workbench.clips;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The datasets in a folder, each with a card: lists them, measures them anew, holds them against
 * their cards. {@code ./orrery datasets} runs it.
 *
 * <pre>{@code
 * Datasets datasets = Datasets.in(Path.of("datasets"));
 * datasets.list(System.out);
 * boolean whole = datasets.verify(List.of("car-loop"), System.out);
 * }</pre>
 */
public final class Datasets {
  private static final String RECIPE = "recipe";
  private static final Recipes NONE =
      json -> {
        throw new IllegalArgumentException(
            "its card has a recipe, which nothing here makes: build it with ./orrery datasets build");
      };

  private final Path folder;
  private final Recipes maker;

  private Datasets(Path folder, Recipes maker) {
    this.folder = folder;
    this.maker = maker;
  }

  /** The datasets in a folder; it is looked for as {@link Clips} looks for files. */
  public static Datasets in(Path folder) {
    return new Datasets(Places.find(folder), NONE);
  }

  /** The same datasets, whose recipes are made by this. */
  public Datasets making(Recipes maker) {
    return new Datasets(folder, maker);
  }

  /**
   * Runs {@code list|show|build|verify FOLDER [NAME...]}, printing on {@link System#out}; false
   * when something differs or fails.
   */
  public static boolean run(List<String> arguments, Recipes maker) {
    Datasets datasets = in(Path.of(arguments.get(1))).making(maker);
    List<String> names = arguments.subList(2, arguments.size());
    try {
      switch (arguments.get(0)) {
        case "list" -> datasets.list(System.out);
        case "show" -> datasets.show(names, System.out);
        case "build" -> datasets.build(names, System.out);
        case "verify" -> {
          return datasets.verify(names, System.out);
        }
        default ->
            throw new ClipReadException(
                "expected list, show, build or verify; received " + arguments.get(0));
      }
      return true;
    } catch (ClipReadException e) {
      System.err.println("orrery: " + e.getMessage());
      return false;
    }
  }

  /** The names of all datasets, in order. */
  public List<String> names() {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(one -> Files.isRegularFile(one.resolve(Card.FILE)))
          .map(one -> one.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ClipReadException("cannot list %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** Prints a line for each dataset. */
  public void list(PrintStream out) {
    for (String name : names()) {
      DatasetCard card = card(name);
      out.printf(
          "%-16s %5d frames%s of %dx%d at %s fps  %-30s %s%n",
          name,
          card.json().path("frames").asInt(),
          card.inClips(),
          card.json().path("width").asInt(),
          card.json().path("height").asInt(),
          Numbers.show(card.json().path("fps").asDouble()),
          card.text("licence"),
          card.text("title"));
    }
  }

  /** Prints whole cards; of all datasets when none is named. */
  public void show(List<String> wanted, PrintStream out) {
    chosen(wanted).forEach(name -> out.println(card(name)));
  }

  /**
   * Builds datasets: makes the clips of those whose cards have a recipe, measures the files, and
   * writes schema, hashes and split into the cards, and Croissant. Nothing else that a card says is
   * carried out.
   */
  public void build(List<String> wanted, PrintStream out) {
    for (String name : chosen(wanted)) {
      try {
        DatasetCard card = card(name);
        boolean made = make(card);
        DatasetCard fresh = card.measured(clips(name));
        fresh.write();
        Files.writeString(folder.resolve(name).resolve(Croissant.FILE), Croissant.of(fresh));
        String before = card.text("contentHash");
        out.printf(
            "%-16s built%s: sha256 %s%s%n",
            name,
            made ? " from its recipe" : "",
            fresh.contentHash(),
            before.isEmpty() || before.equals(fresh.contentHash()) ? "" : ", was " + before);
      } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
        throw new ClipReadException("cannot build %s: %s".formatted(name, e.getMessage()), e);
      }
    }
  }

  /** Makes the clips of a card's recipe; whether it has one. */
  private boolean make(DatasetCard card) throws IOException {
    if (!card.json().has(RECIPE)) {
      return false;
    }
    ClipSet clips = maker.make(card.json().path(RECIPE).toString());
    Path goal = Card.read(card.folder()).clipIn(card.folder());
    if (clips.size() == 1) {
      Clips.write(clips.get(0), goal);
    } else {
      Clips.write(clips, goal);
    }
    return true;
  }

  /** Holds datasets against their cards and prints what differs; whether nothing does. */
  public boolean verify(List<String> wanted, PrintStream out) {
    boolean good = true;
    for (String name : chosen(wanted)) {
      List<String> differences = differences(name);
      out.printf("%-16s %s%n", name, differences.isEmpty() ? "as its card says" : "differs");
      differences.forEach(line -> out.println("  " + line));
      good &= differences.isEmpty();
    }
    return good;
  }

  private List<String> differences(String name) {
    try {
      DatasetCard card = card(name);
      List<String> differences = card.differences(clips(name));
      Path croissant = folder.resolve(name).resolve(Croissant.FILE);
      if (!Files.isRegularFile(croissant)
          || !Files.readString(croissant).equals(Croissant.of(card))) {
        differences.add("%s is not what the card makes; build it".formatted(Croissant.FILE));
      }
      return differences;
    } catch (IOException | IllegalArgumentException | ClipReadException e) {
      return List.of(e.getMessage());
    }
  }

  private DatasetCard card(String name) {
    try {
      return DatasetCard.read(folder.resolve(name));
    } catch (IOException e) {
      throw new ClipReadException(
          "cannot read the card of %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private Archive clips(String name) throws IOException {
    return DatasetFolder.unverified(folder.resolve(name));
  }

  private List<String> chosen(List<String> wanted) {
    List<String> names = names();
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw new ClipReadException(
            "there is no dataset %s in %s; there are %s".formatted(name, folder, names));
      }
    }
    return wanted.isEmpty() ? names : wanted;
  }
}

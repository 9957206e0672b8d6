package org.orrery.workbench.worlds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

/**
 * The page of a world in docs/worlds: its text is written by hand, its tables and its playing
 * picture are made here. {@code main} makes those of all worlds, or of those named, anew.
 */
final class WorldPage {
  static final Path FOLDER = Path.of("..", "docs", "worlds");
  private static final long LARGEST_PICTURE = 400_000;
  private static final String TABLES = "\n## Parameters\n";

  private final World world;

  WorldPage(World world) {
    this.world = world;
  }

  public static void main(String[] names) throws IOException {
    for (World world : Worlds.all()) {
      if (names.length == 0 || List.of(names).contains(world.name())) {
        new WorldPage(world).write();
        System.out.println(world.name());
      }
    }
  }

  Path text() {
    return FOLDER.resolve(world.name() + ".md");
  }

  Path picture() {
    return FOLDER.resolve(world.name() + ".png");
  }

  /** What stands on the page by hand. */
  String prose() throws IOException {
    String page = Files.readString(text());
    int tables = page.indexOf(TABLES);
    return tables < 0 ? page : page.substring(0, tables);
  }

  /** The tables as the world has them now. */
  String tables() {
    String parameters =
        world.parameters().stream()
            .map(p -> "| %s | %s | %s |\n".formatted(p.name(), unit(p.unit()), p.range()))
            .collect(Collectors.joining());
    String variables =
        world.generate(0, 0).variables().values().stream()
            .map(WorldPage::row)
            .collect(Collectors.joining());
    String violations =
        Violation.of(world).stream().map(Violation::label).collect(Collectors.joining(", "));
    return "%s\n| parameter | unit | drawn from |\n|---|---|---|\n%s\n## Variables\n\n| variable | unit | components |\n|---|---|---|\n%s\n## Violations\n\n%s.\n"
        .formatted(TABLES, parameters, variables, violations);
  }

  private void write() throws IOException {
    Files.writeString(text(), prose() + tables());
    int size = 160;
    do {
      Clips.write(new Larger(world, size).generate(0, 0), picture());
      size -= 32;
    } while (Files.size(picture()) > LARGEST_PICTURE && size >= 64);
  }

  private static String row(Variable variable) {
    String components =
        variable.components().size() == 1 ? "" : String.join(", ", variable.components());
    return "| %s | %s | %s |\n".formatted(variable.name(), unit(variable.unit()), components);
  }

  private static String unit(String unit) {
    return unit.isEmpty() ? "1" : unit;
  }

  /** The same clips in more pixels. */
  private record Larger(World world, int size) implements World {
    @Override
    public String name() {
      return world.name();
    }

    @Override
    public List<Parameter> parameters() {
      return world.parameters();
    }

    @Override
    public Shot shot() {
      return world.shot().size(size);
    }

    @Override
    public Motion start(Values values, SplittableRandom random) {
      return world.start(values, random);
    }
  }
}

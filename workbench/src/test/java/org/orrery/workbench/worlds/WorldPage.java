package org.orrery.workbench.worlds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  static final String VIOLATIONS = "\n## Violations\n\n";
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
    Camera camera = Camera.still().moving(0.1).occluder(0.2).lighting(0.5).blur(1).noise(10);
    World harder = Worlds.carCrash().size(64).through(camera);
    Clips.write(harder.generate(2, 0), FOLDER.resolve("camera.png"));
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
        new Refilmed(world, 8)
            .generate(0, 0).variables().values().stream()
                .map(WorldPage::row)
                .collect(Collectors.joining());
    return "%s\n| parameter | unit | drawn from |\n|---|---|---|\n%s\n## Variables\n\n| variable | unit | components |\n|---|---|---|\n%s"
        .formatted(TABLES, parameters, variables);
  }

  /** The violations that its first clip gives an occasion for. */
  String violations() {
    return Violation.of(world).stream().map(Violation::label).collect(Collectors.joining(", "));
  }

  private void write() throws IOException {
    Files.writeString(text(), prose() + tables() + VIOLATIONS + violations() + ".\n");
    int size = 160;
    do {
      Clips.write(new Refilmed(world, size).generate(0, 0), picture());
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
}

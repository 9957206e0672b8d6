package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;

class WorldPagesTest {

  static Stream<World> worlds() {
    return Worlds.all().stream();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void everyWorldHasAPageWhoseTablesAreThoseOfTheCode(World world) throws IOException {
    WorldPage page = new WorldPage(world);

    assertThat(page.text()).content().contains(page.tables() + WorldPage.VIOLATIONS);
    assertThat(page.prose()).contains("(%s.png)".formatted(world.name()), "Worlds.");
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void itsPicturePlaysWhatTheWorldMakes(World world) {
    Clip shown = Clips.read(new WorldPage(world).picture());

    assertThat(shown.frames()).isGreaterThanOrEqualTo(16);
  }

  @Test
  void theFirstPageLinksToAllOthers() throws IOException {
    String first = Files.readString(WorldPage.FOLDER.resolve("README.md"));

    assertThat(worlds().map(world -> "](%s.md)".formatted(world.name()))).allMatch(first::contains);
  }

  @Test
  void worldsHaveNamesOfTheirOwn() {
    assertThat(worlds().map(World::name)).doesNotHaveDuplicates();
  }
}

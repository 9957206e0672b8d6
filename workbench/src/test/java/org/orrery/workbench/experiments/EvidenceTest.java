package org.orrery.workbench.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.physics.Physics;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class EvidenceTest {
  private static final Path TINY = Path.of("..", "checkpoints", "jepa-tiny");

  private final List<String> lines = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void anExamIsTakenAgainOfTheCheckpointThatIsNamedOrHasItsHash() throws IOException {
    World world = Worlds.uniformMotion().set("speed", 2).set("radius", 1).frames(16);
    Path file = folder.resolve("exam.json");
    List<Violation> kinds = List.of(Violation.DISAPPEARS);
    Physics.exam(WorldModel.load(TINY), world, 5, 3, kinds, line -> {}).json(file);

    assertThat(Evidence.at(file).verify(Optional.of(TINY), lines::add)).isTrue();
    assertThat(lines).anyMatch(line -> line.contains("imagination"));
    assertThat(lines.get(lines.size() - 1)).contains("comes out again");

    // given an exam of weights that are nowhere
    String hash = WorldModel.load(TINY).card().weights();
    Files.writeString(file, Files.readString(file).replace(hash, "0".repeat(64)));
    assertThatThrownBy(() -> Evidence.at(file).verify(Optional.empty(), lines::add))
        .hasMessageContaining("0".repeat(64))
        .hasMessageContaining("--model DIR");
    assertThatThrownBy(() -> Evidence.at(file).verify(Optional.of(TINY), lines::add))
        .hasMessageContaining("name the model that it was taken of");
  }

  @Test
  void aCheckpointIsCheckedWithItsAncestors() {
    Path collisions = TINY.resolveSibling("jepa-collisions");

    assertThat(Evidence.at(collisions).verify(Optional.empty(), lines::add)).isTrue();
    assertThat(lines).anyMatch(line -> line.contains("is as its card says"));
    assertThat(lines).anyMatch(line -> line.contains("tuned from jepa-tiny"));
  }

  @Test
  void aDatasetIsMeasuredAnewAndAnEmptyFolderIsNothing() {
    Path water = Path.of("..", "datasets", "bulk-water");

    assertThat(Evidence.at(water).verify(Optional.empty(), lines::add)).isTrue();
    assertThat(lines).anyMatch(line -> line.contains("as its card says"));
    assertThatThrownBy(() -> Evidence.at(folder))
        .hasMessageContaining("holds nothing that can be verified");
  }

  @Test
  void ofAFolderOfCheckpointsEachIsChecked() throws IOException {
    for (String name : List.of("changed", "whole")) {
      Path copy = Files.createDirectory(folder.resolve(name));
      for (String file : List.of("card.json", "model.safetensors")) {
        Files.copy(TINY.resolveSibling("jepa-collisions").resolve(file), copy.resolve(file));
      }
    }
    Path weights = folder.resolve("changed").resolve("model.safetensors");
    byte[] changed = Files.readAllBytes(weights);
    changed[changed.length - 1] ^= 1;
    Files.write(weights, changed);

    assertThat(Evidence.at(folder).verify(Optional.empty(), lines::add)).isFalse();
    assertThat(lines).anyMatch(line -> line.contains("differs from what its card says"));
    assertThat(lines).anyMatch(line -> line.contains("which no folder beside it holds"));
  }
}

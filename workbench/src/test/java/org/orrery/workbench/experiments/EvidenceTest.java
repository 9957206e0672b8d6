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
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.models.JepaConfig;
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
    tuned();

    assertThat(Evidence.at(folder.resolve("child")).verify(Optional.empty(), lines::add)).isTrue();
    assertThat(lines).anyMatch(line -> line.contains("is as its card says"));
    assertThat(lines).anyMatch(line -> line.contains("tuned from parent"));
  }

  /** Two checkpoints, {@code child} tuned from {@code parent}. */
  private void tuned() {
    WorldModel model = WorldModel.create(JepaConfig.nano(), 1);
    model.save(folder.resolve("parent"), "parent", "a test");
    WorldModel child = WorldModel.load(folder.resolve("parent"));
    child.fineTune(Clips.of(Worlds.bouncingBall(), 4).seed(1)).batch(2).steps(1).run();
    child.save(folder.resolve("child"), "child", "a test");
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
    tuned();
    Path all = Files.createDirectory(folder.resolve("without a parent"));
    for (String name : List.of("changed", "whole")) {
      Path copy = Files.createDirectory(all.resolve(name));
      for (String file : List.of("card.json", "model.safetensors")) {
        Files.copy(folder.resolve("child").resolve(file), copy.resolve(file));
      }
    }
    Path weights = all.resolve("changed").resolve("model.safetensors");
    byte[] changed = Files.readAllBytes(weights);
    changed[changed.length - 1] ^= 1;
    Files.write(weights, changed);

    assertThat(Evidence.at(all).verify(Optional.empty(), lines::add)).isFalse();
    assertThat(lines).anyMatch(line -> line.contains("differs from what its card says"));
    assertThat(lines).anyMatch(line -> line.contains("which no folder beside it holds"));
  }
}

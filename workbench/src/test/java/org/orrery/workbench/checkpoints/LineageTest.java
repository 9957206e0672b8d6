package org.orrery.workbench.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;

class LineageTest {
  private static final String DATA = "d".repeat(64);

  @TempDir Path temp;

  private Card write(String name, Card card, float value) {
    Parameters weights =
        Parameters.of(
            List.of(Parameter.weight("weight", Nd4j.valueArrayOf(new long[] {2, 3}, value))));
    return Checkpoint.write(temp.resolve(name), card.named(name, "make " + name), weights);
  }

  private static Card fresh() {
    return new Card("fresh", "line", Map.of("in", 2), 7, List.of(), "", "Apache-2.0");
  }

  @Test
  void aTunedCheckpointNamesTheWeightsItCameFrom() {
    Card first = write("first", fresh().trained("100 steps"), 1);
    Making run = Making.unknown().data(DATA, "5".repeat(64)).seed(3).steps(40);

    Card second =
        write("second", Checkpoint.read(temp.resolve("first")).card().trained("40 steps", run), 2);
    Card third = write("third", second.trained("5 steps").measured(Map.of("R2", 0.5)), 3);

    assertThat(first.making().parent()).isEmpty();
    assertThat(second.making().parent()).isEqualTo(first.weights());
    assertThat(second.making().steps()).isEqualTo(40);
    assertThat(second.history()).containsExactly("100 steps", "40 steps");
    Lineage lineage = Lineage.of(temp.resolve("third"));
    assertThat(lineage.generations())
        .extracting(g -> g.card())
        .containsExactly(third, second, first);
    assertThat(lineage.missing()).isEmpty();
    assertThat(lineage.toString())
        .containsSubsequence(
            "third (line) " + third.weights().substring(0, 12) + ": 5 steps; measured R2 0.5000",
            "\n  tuned from second (line) ",
            "40 steps; data dddddddddddd; made by make second",
            "\n    tuned from first (line) ",
            "100 steps");
  }

  @Test
  void aCopyUnderAnotherNameIsNoChild() {
    Card first = write("first", fresh(), 1);

    Card copy = write("copy", Checkpoint.read(temp.resolve("first")).card(), 1);

    assertThat(copy.weights()).isEqualTo(first.weights());
    assertThat(copy.making().parent()).isEmpty();
  }

  @Test
  void twoRunsInARowHaveTheSameParent() {
    Card first = write("first", fresh(), 1);

    Card tuned = first.trained("one").trained("two");

    assertThat(tuned.weights()).isEmpty();
    assertThat(tuned.making().parent()).isEqualTo(first.weights());
  }

  @Test
  void aParentThatNoFolderHoldsIsSaid() throws IOException {
    Card first = write("first", fresh(), 1);
    write("second", first.trained("more"), 2);
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Files.move(temp.resolve("first"), elsewhere.resolve("first"));

    Lineage alone = Lineage.of(temp.resolve("second"));
    Lineage found = Lineage.of(temp.resolve("second"), List.of(elsewhere));

    assertThat(alone.missing()).isEqualTo(first.weights());
    assertThat(alone.toString()).contains("tuned from weights " + first.weights());
    assertThat(found.generations()).hasSize(2);
  }

  @Test
  void aParentWithoutAHashInItsCardIsFoundByItsWeights() throws IOException {
    Card first = write("first", fresh(), 1);
    write("second", first.trained("more"), 2);
    Path card = temp.resolve("first").resolve("card.json");
    Files.writeString(
        card,
        """
        {"name":"old","kind":"line","config":{},"seed":1,"history":[],"madeBy":"","licence":"MIT"}""");

    Lineage lineage = Lineage.of(temp.resolve("second"));

    assertThat(lineage.generations().get(1).card().name()).isEqualTo("old");
  }

  @Test
  void aCardThatIsItsOwnAncestorIsRefused() throws IOException {
    Card first = write("first", fresh(), 1);
    Path file = temp.resolve("first").resolve("card.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"parent\" : \"\"", "\"parent\" : \"" + first.weights() + "\""));

    assertThatThrownBy(() -> Lineage.of(temp.resolve("first")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("among its ancestors");
  }

  @Test
  void verificationNamesBothHashesOfChangedWeights() throws IOException {
    Card first = write("first", fresh(), 1);
    Path weights = temp.resolve("first").resolve("model.safetensors");
    assertThat(Checkpoint.verify(temp.resolve("first")).ok()).isTrue();
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);

    Verification changed = Checkpoint.verify(temp.resolve("first"));

    assertThat(changed.ok()).isFalse();
    assertThat(changed.toString())
        .contains(weights.toString(), "expected SHA-256 " + first.weights(), changed.found());
    assertThatThrownBy(() -> Checkpoint.read(temp.resolve("first")))
        .isInstanceOf(CheckpointException.class)
        .hasMessage(changed.toString());
  }

  @Test
  void anOldCardReadsAndGetsItsHashFromTheWeights() throws IOException {
    Card written = write("old", fresh().trained("100 steps"), 1);
    Path old = temp.resolve("old");
    Path file = old.resolve("card.json");
    Files.writeString(file, Files.readString(file).replaceFirst("(?s),\\s*\"making\".*", "}"));

    Checkpoint read = Checkpoint.read(old);

    assertThat(read.card().weights()).isEqualTo(written.weights());
    assertThat(read.card().history()).containsExactly("100 steps");
    assertThat(read.card().making()).isEqualTo(Making.unknown());
    Verification verification = Checkpoint.verify(old);
    assertThat(verification.ok()).isFalse();
    assertThat(verification.toString()).contains("its card holds no hash", read.card().weights());
  }

  @Test
  void everyShippedCheckpointIsWhatItsCardSays() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("..", "checkpoints"))) {
      assertThat(folders.filter(Files::isDirectory).map(Checkpoint::verify))
          .hasSizeGreaterThan(5)
          .allSatisfy(
              verification -> assertThat(verification.ok()).as("%s", verification).isTrue());
    }
  }
}

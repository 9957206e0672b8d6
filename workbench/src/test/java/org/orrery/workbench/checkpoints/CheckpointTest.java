package org.orrery.workbench.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;

class CheckpointTest {
  private static final Card CARD =
      new Card("small", "line", Map.of("in", 2), 7, List.of("once"), "make it", "Apache-2.0");

  @TempDir Path temp;

  private static Parameters parameters(float value) {
    return Parameters.of(
        List.of(
            Parameter.weight("weight", Nd4j.valueArrayOf(new long[] {2, 3}, value)),
            Parameter.buffer("mean", Nd4j.zeros(3))));
  }

  @Test
  void aCheckpointComesBackAsItWasWritten() {
    Path folder = temp.resolve("small");

    Card written = Checkpoint.write(folder, CARD, parameters(2));
    Checkpoint read = Checkpoint.read(folder);

    assertThat(read.card()).isEqualTo(written);
    assertThat(written).isEqualTo(CARD.written("from classes", written.weights()));
    Parameters matching = read.matching(parameters(0));
    assertThat(matching.get("weight")).isEqualTo(parameters(2).get("weight"));
    assertThat(matching.trainable()).isEqualTo(6);
  }

  @Test
  void everyTensorThatDoesNotFitIsListedInOneError() {
    Path folder = temp.resolve("small");
    Checkpoint.write(folder, CARD, parameters(2));
    Parameters expected =
        Parameters.of(
            List.of(
                Parameter.weight("weight", Nd4j.zeros(3, 2)),
                Parameter.weight("bias", Nd4j.zeros(2))));

    assertThatThrownBy(() -> Checkpoint.read(folder).matching(expected))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("weight: expected shape [3, 2], came [2, 3]")
        .hasMessageContaining("missing bias [2]")
        .hasMessageContaining("unexpected mean [3]")
        .hasMessageContaining("Nothing was loaded");
  }

  @Test
  void aFolderWithoutACardIsNoCheckpoint() {
    assertThatThrownBy(() -> Checkpoint.read(temp))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(temp.toString())
        .hasMessageContaining("card.json is missing");
  }

  @Test
  void aCardWithoutWeightsIsRefused() throws IOException {
    Path folder = temp.resolve("small");
    Checkpoint.write(folder, CARD, parameters(2));
    Files.delete(folder.resolve("model.safetensors"));

    assertThatThrownBy(() -> Checkpoint.read(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("model.safetensors is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "{\"name\":\"small\",\"kind\":\"line\"}",
        "{\"name\":\"a\",\"kind\":\"line\",\"config\":null,\"seed\":1,\"history\":[],\"madeBy\":\"\",\"licence\":\"\"}",
        "{\"name\":\"a\",\"kind\":\"line\",\"config\":{},\"seed\":\"x\",\"history\":[],\"madeBy\":\"\",\"licence\":\"\"}",
        "{\"name\":\"a\",\"kind\":\"line\",\"config\":{},\"seed\":1,\"history\":[],\"madeBy\":\"\",\"licence\":\"\",\"lisence\":\"\"}",
        "{\"name\":\"a\",\"kind\":\"line\",\"config\":{},\"seed\":1,\"history\":[],\"madeBy\":\"\",\"licence\":\"\",\"weights\":\"\"}",
        "{\"name\":\"a\",\"kind\":\"line\",\"config\":{},\"seed\":1,\"history\":[],\"madeBy\":\"\",\"licence\":\"\",\"making\":null,\"weights\":\"\"}",
        "null",
      })
  void aCardThatIsNoneIsNamed(String text) throws IOException {
    Path folder = temp.resolve("small");
    Checkpoint.write(folder, CARD, parameters(2));
    Files.writeString(folder.resolve("card.json"), text);

    assertThatThrownBy(() -> Checkpoint.read(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(folder.resolve("card.json").toString());
  }

  @Test
  void writingReplacesAnEarlierCheckpoint() {
    Path folder = temp.resolve("small");
    Checkpoint.write(folder, CARD, parameters(2));

    Checkpoint.write(folder, CARD.trained("again"), parameters(3));

    Checkpoint read = Checkpoint.read(folder);
    assertThat(read.card().history()).containsExactly("once", "again");
    assertThat(read.tensors().get("weight").getFloat(0)).isEqualTo(3);
    assertThat(temp).isDirectoryContaining(path -> path.equals(folder));
    assertThat(temp.toFile().list()).hasSize(1);
  }

  @Test
  void aTargetThatCannotBeWrittenIsNamedAndLeftAsItWas() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "mine");

    assertThatThrownBy(() -> Checkpoint.write(file.resolve("small"), CARD, parameters(2)))
        .hasMessageContaining(file.resolve("small").toString());

    assertThat(file).hasContent("mine");
  }
}

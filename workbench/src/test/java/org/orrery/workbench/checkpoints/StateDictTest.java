package org.orrery.workbench.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that PyTorch itself wrote, with the values it says they hold (make_state_dicts.py). */
class StateDictTest {
  @TempDir Path temp;

  static Path fixture(String name) {
    try {
      return Path.of(StateDictTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode expected(String name) throws IOException {
    try (InputStream in = StateDictTest.class.getResourceAsStream("state_dicts.json")) {
      return JsonMapper.shared().readTree(in).get(name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"every_type", "module", "lewm"})
  void everyTensorHasTheShapeAndTheValuesThatPyTorchGaveIt(String name) throws IOException {
    Map<String, INDArray> read = StateDict.read(fixture(name + ".pt")).tensors();

    JsonNode all = expected(name);
    assertThat(read.keySet()).containsExactlyElementsOf(all.propertyNames());
    read.forEach(
        (tensor, values) -> {
          JsonNode truth = all.get(tensor);
          assertThat(LongStream.of(values.shape()).boxed().toList())
              .as(tensor)
              .isEqualTo(
                  StreamSupport.stream(truth.get("shape").spliterator(), false)
                      .map(JsonNode::asLong)
                      .toList());
          double[] flat = values.castTo(DataType.DOUBLE).dup('c').data().asDouble();
          for (int i = 0; i < flat.length; i++) {
            assertThat(flat[i]).as(tensor).isEqualTo(truth.get("values").get(i).asDouble());
          }
        });
  }

  @Test
  void halvesBecomeFloatsAndWiderTypesStay() {
    Map<String, INDArray> read = StateDict.read(fixture("every_type.pt")).tensors();

    assertThat(read.get("half").dataType()).isEqualTo(DataType.FLOAT);
    assertThat(read.get("bfloat").dataType()).isEqualTo(DataType.FLOAT);
    assertThat(read.get("double").dataType()).isEqualTo(DataType.DOUBLE);
    assertThat(read.get("long").dataType()).isEqualTo(DataType.INT64);
    assertThat(read.get("long").getLong(2)).isEqualTo(1L << 40);
  }

  @Test
  void whatDoesNotFitIsListedInOneError() {
    StateDict theirs = StateDict.read(fixture("module.pt"));
    Parameters expected =
        Parameters.of(
            List.of(
                Parameter.weight("0.weight", Nd4j.zeros(3, 2)),
                Parameter.weight("0.bias", Nd4j.zeros(2)),
                Parameter.weight("1.num_batches_tracked", Nd4j.zeros(1).reshape()),
                Parameter.weight("2.bias", Nd4j.zeros(5))));

    assertThatThrownBy(() -> theirs.matching(expected))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("module.pt")
        .hasMessageContaining("0.weight: expected shape [3, 2], came [2, 3]")
        .hasMessageContaining("missing 2.bias [5]")
        .hasMessageContaining("unexpected 1.running_var [2]")
        .hasMessageContaining("1.num_batches_tracked: expected floats, came integers")
        .hasMessageContaining("Nothing was loaded");
  }

  @Test
  void wideNumbersBecomeTheFloatsOfAModel() {
    Parameters expected = Parameters.of(List.of(Parameter.weight("double", Nd4j.zeros(2, 2))));

    Parameters taken = StateDict.read(fixture("every_type.pt")).into(expected, "double");

    assertThat(taken.get("double").dataType()).isEqualTo(DataType.FLOAT);
  }

  @Test
  void aPartOfAModelIsTakenAndTheRestStays() {
    INDArray own = Nd4j.ones(4);
    Parameters model =
        Parameters.of(
            List.of(
                Parameter.weight("0.weight", Nd4j.zeros(2, 3)),
                Parameter.weight("0.bias", Nd4j.zeros(2)),
                Parameter.weight("head", own)));
    StateDict theirs = StateDict.read(fixture("module.pt"));

    Parameters mixed = theirs.into(model, "0\\..*");

    assertThat(mixed.get("0.weight")).isEqualTo(theirs.tensors().get("0.weight"));
    assertThat(mixed.get("head")).isSameAs(own);
    assertThatThrownBy(() -> theirs.into(model, "1\\..*"))
        .hasMessageContaining("no parameter of the model is named 1\\..*")
        .hasMessageContaining("0.weight");
  }

  @Test
  void aStateDictInsideALargerCheckpointIsNamedByItsKey() throws IOException {
    assertThatThrownBy(() -> StateDict.read(fixture("nested.pt")))
        .hasMessageContaining("\"model\" is a dict")
        .hasMessageContaining("StateDict.read(file, key)")
        .hasMessageContaining("[\"model\", \"optimizer\"]");
    assertThatThrownBy(() -> StateDict.read(fixture("nested.pt"), "ema"))
        .hasMessageContaining("no state dict at \"ema\"");

    Map<String, INDArray> model = StateDict.read(fixture("nested.pt"), "model").tensors();

    assertThat(model.keySet()).containsExactlyElementsOf(expected("module").propertyNames());
  }

  @ParameterizedTest
  @CsvSource({
    "runs.pt, 'names the global posix.system, which is not among collections.OrderedDict'",
    "whole_module.pt, 'names the global torch.nn.modules.linear.Linear'",
    "int32.pt, 'names the global torch.IntStorage'",
    "legacy.pt, 'no usable safetensors'",
  })
  void whatIsNoStateDictOfTensorsIsRefusedByName(String name, String reason) {
    assertThatThrownBy(() -> StateDict.read(fixture(name)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(reason);
    assertThat(Path.of("pwned")).doesNotExist();
  }

  @Test
  void anImportedStateDictIsWrittenAsSafetensorsAndReadAlike() throws IOException {
    StateDict theirs = StateDict.read(fixture("module.pt"));
    Path file = temp.resolve("ours.safetensors");

    Safetensors.write(file, theirs.renamed(NameMap.none().leaveOut(".*tracked")).tensors());

    StateDict ours = StateDict.read(file);
    assertThat(ours.tensors()).hasSize(theirs.tensors().size() - 1);
    ours.tensors()
        .forEach((name, tensor) -> assertThat(tensor).isEqualTo(theirs.tensors().get(name)));
  }

  @Test
  void halfPrecisionOfSafetensorsIsReadToo() throws IOException {
    String header =
        """
        {"h":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},
         "b":{"dtype":"BF16","shape":[1,2],"data_offsets":[4,8]},
         "i":{"dtype":"I64","shape":[],"data_offsets":[8,16]}}""";
    byte[] text = header.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    java.nio.ByteBuffer bytes =
        java.nio.ByteBuffer.allocate(8 + text.length + 16)
            .order(java.nio.ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text)
            .putShort((short) 0x3555) // 0.33325, the half nearest to a third
            .putShort((short) 0x8001) // the smallest negative half, -2^-24
            .putShort((short) 0x3eab) // 0.333984375
            .putShort((short) 0xff80) // minus infinity
            .putLong(-5);
    Path file = Files.write(temp.resolve("half.safetensors"), bytes.array());

    Map<String, INDArray> read = StateDict.read(file).tensors();

    assertThat(read.get("h").getFloat(0)).isCloseTo(0.333251953f, within(1e-9f));
    assertThat(read.get("h").getFloat(1)).isEqualTo((float) -Math.pow(2, -24));
    assertThat(read.get("b").getFloat(0)).isEqualTo(0.333984375f);
    assertThat(read.get("b").getFloat(1)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(read.get("i").getLong(0)).isEqualTo(-5);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> StateDict.read(temp.resolve("none.pt")))
        .hasMessageContaining("none.pt is missing");
  }
}

package org.orrery.workbench.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SafetensorsTest {
  private static final String TWO =
      """
      {"a":{"dtype":"F32","shape":[2],"data_offsets":[%d,%d]},
       "b":{"dtype":"F32","shape":[1,3],"data_offsets":[%d,%d]}}""";

  @TempDir Path temp;

  @Test
  void tensorsComeBackInOrderWithEveryBit() throws IOException {
    Map<String, INDArray> tensors = new LinkedHashMap<>();
    tensors.put(
        "z.weight",
        Nd4j.createFromArray(
                new float[] {1, -0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, 1f / 3})
            .reshape(2, 3));
    tensors.put("a.bias", Nd4j.createFromArray(new float[] {7}));
    tensors.put(
        "view", Nd4j.arange(6).castTo(tensors.get("a.bias").dataType()).reshape(2, 3).transpose());
    Path file = temp.resolve("model.safetensors");

    Safetensors.write(file, tensors);
    Map<String, INDArray> read = Safetensors.read(file);

    assertThat(read.keySet()).containsExactly("z.weight", "a.bias", "view");
    read.forEach(
        (name, tensor) -> {
          assertThat(tensor.shape()).isEqualTo(tensors.get(name).shape());
          assertThat(bits(tensor)).isEqualTo(bits(tensors.get(name)));
        });
  }

  @Test
  void theHeaderIsTheFormatsOwn() throws IOException {
    Path file = temp.resolve("one.safetensors");

    Safetensors.write(file, Map.of("a", Nd4j.createFromArray(new float[] {1.5f, -2})));

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) bytes.getLong();
    assertThat(header % 8).isZero();
    assertThat(new String(bytes.array(), 8, header, StandardCharsets.UTF_8).strip())
        .isEqualTo("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}");
    assertThat(bytes.getFloat(8 + header)).isEqualTo(1.5f);
    assertThat(bytes.capacity()).isEqualTo(8 + header + 8);
  }

  @Test
  void aFileOfAnotherWriterIsRead() throws IOException {
    Path file =
        file(
            """
            {"__metadata__":{"format":"pt"},
             "late":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},
             "scalar":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""",
            8);

    Map<String, INDArray> read = Safetensors.read(file);

    assertThat(read.keySet()).containsExactly("late", "scalar");
    assertThat(read.get("late").getFloat(0)).isEqualTo(1f);
    assertThat(read.get("scalar").rank()).isZero();
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file(TWO.formatted(0, 8, 8, 20), 20));
    for (int length = 0; length < whole.length; length++) {
      Path cut = Files.write(temp.resolve("cut"), java.util.Arrays.copyOf(whole, length));
      assertRefused(cut, "");
    }
    Path longer =
        Files.write(temp.resolve("cut"), java.util.Arrays.copyOf(whole, 1 + whole.length));
    assertRefused(longer, "end at byte 20 of the data, which has 21");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 0, 1, 1L << 40, Long.MAX_VALUE, Integer.MAX_VALUE})
  void anImpossibleHeaderLengthIsRefusedBeforeItIsRead(long length) throws IOException {
    Path file = temp.resolve("header");
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Files.write(file, bytes.array());

    assertRefused(file, "header of %d bytes".formatted(length));
  }

  @Test
  void aHugeHeaderOfAHugeFileIsRefusedBeforeItIsRead() throws IOException {
    Path file = temp.resolve("sparse");
    long length = 1L << 33;
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
      sparse.setLength(length + 8);
    }

    assertRefused(file, "header of %d bytes".formatted(length));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8, 4, 16, 'b begins at byte 4'", // overlapping
    "0, 8, 0, 12, 'begins at byte 0'", // on the same bytes
    "0, 8, 12, 24, 'b begins at byte 12'", // a gap
    "4, 12, 12, 24, 'a begins at byte 4'", // a gap before the first
    "0, 8, 8, 16, 'needs 12 bytes'", // shorter than its shape
    "0, 8, 16, 28, 'truncated or damaged'", // past the end
    "-8, 0, 0, 12, 'truncated or damaged'",
    "8, 0, 8, 20, 'truncated or damaged'",
    "0, 8, 9223372036854775790, 9223372036854775802, 'truncated or damaged'",
    "0, 8, 9223372036854775800, -9223372036854775804, 'truncated or damaged'",
  })
  void offsetsThatDoNotCoverTheDataOnceAreRefused(
      long a, long aEnd, long b, long bEnd, String reason) throws IOException {
    assertRefused(file(TWO.formatted(a, aEnd, b, bEnd), 24), reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "null",
        "{\"a\":",
        "{\"a\":3}",
        "{\"a\":null}",
        "{\"a\":{}}",
        "{\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[4],\"data_offsets\":[0,4]}}",
        "{\"../a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a/b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[null],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,null]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":\"x\",\"data_offsets\":[0,4]}}",
      })
  void aHeaderThatDescribesNoFloatsIsRefused(String header) throws IOException {
    assertRefused(file(header, 4), "");
  }

  @Test
  void aHeaderNestedAMillionDeepIsRefused() throws IOException {
    assertRefused(file("{\"a\":" + "[".repeat(1_000_000), 4), "its header is not the JSON");
  }

  @Test
  void aNameThatReadsAsAPathIsNotWritten() {
    assertThatThrownBy(
            () ->
                Safetensors.write(
                    temp.resolve("x"), Map.of("../a", Nd4j.createFromArray(new float[] {1}))))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("named \"../a\"");
  }

  @Test
  void aNameOfManyAlphabetsKeepsTheDataAligned() throws IOException {
    Path file = temp.resolve("names.safetensors");

    Safetensors.write(file, Map.of("größe.重み", Nd4j.createFromArray(new float[] {3})));

    assertThat(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong())
        .matches(length -> length % 8 == 0);
    assertThat(Safetensors.read(file).get("größe.重み").getFloat(0)).isEqualTo(3);
  }

  @Test
  void aMissingFileIsNamed() {
    assertRefused(temp.resolve("none"), "missing");
  }

  private Path file(String header, int data) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + data).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    for (int i = 0; i < data / 4; i++) {
      bytes.putFloat(i);
    }
    return Files.write(temp.resolve("model.safetensors"), bytes.array());
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(reason);
  }

  private static List<Integer> bits(INDArray tensor) {
    List<Integer> bits = new java.util.ArrayList<>();
    for (float value : tensor.dup('c').data().asFloat()) {
      bits.add(Float.floatToRawIntBits(value));
    }
    return bits;
  }
}

package org.orrery.workbench.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Files that NumPy wrote (make_latents.py): z[c, t, d] = 100 c + 10 t + d in [2, 3, 4]. */
class LatentFileTest {
  @TempDir Path temp;

  private Path copied(String name) throws IOException {
    Path file = temp.resolve(name);
    try (InputStream in = getClass().getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "latents.npz, single",
    "latents.npz, double",
    "latents.npz, whole",
    "packed.npz, ''",
    "latents.npy, ''"
  })
  void whatNumPyWroteIsRead(String name, String array) throws IOException {
    INDArray z = FrozenEncoder.read(copied(name), array).encode(null);

    assertThat(z.shape()).containsExactly(2, 3, 4);
    assertThat(z.getDouble(1, 2, 3)).isEqualTo(123);
    assertThat(z.getDouble(0, 1, 0)).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "latents.npz, none, 'it has no array \"none\"; there are [single, double, whole, fortran, big, half]'",
    "latents.npz, fortran, 'save it with numpy.ascontiguousarray'",
    "latents.npz, big, 'little-endian f4, f8, i4 or i8 in C order is read'",
    "latents.npz, half, 'holds f2; f4, f8, i4 and i8 are read'",
  })
  void whatIsNotReadIsSaid(String name, String array, String reason) throws IOException {
    Path file = copied(name);

    assertThatThrownBy(() -> FrozenEncoder.read(file, array))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(reason);
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(copied("latents.npy"));
    Path cut = temp.resolve("cut.npy");
    for (int length = 0; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> FrozenEncoder.read(cut, ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(cut.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999, 99999", "9999999999999999999", "0, 3", "-1, 3", "1e9"})
  void shapesBeyondAnyFileAreRefusedUnread(String shape) throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }\n".formatted(shape);
    byte[] bytes = new byte[10 + header.length()];
    System.arraycopy(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, 0, bytes, 0, 8);
    bytes[8] = (byte) header.length();
    System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, bytes, 10, header.length());
    Path file = Files.write(temp.resolve("huge.npy"), bytes);

    assertThatThrownBy(() -> FrozenEncoder.read(file, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("huge.npy");
  }
}

package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against src/test/python/ssim_reference.py, which takes the paper's sums window by window. */
class StructuralSimilarityTest {

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheWindowByWindowSumsOfAnotherProgram(JsonNode reference) {
    int height = reference.get("height").asInt();
    int width = reference.get("width").asInt();
    byte[] a = picture(reference.get("a"), height, width);
    byte[] b = picture(reference.get("b"), height, width);

    assertThat(StructuralSimilarity.of(a, b, height, width))
        .isCloseTo(reference.get("ssim").asDouble(), within(1e-9));
  }

  @Test
  void isOneForTheSamePictureAndUnknownBelowOneWindow() {
    byte[] a = picture(new ObjectMapper().readTree("[\"noise\", 9]"), 20, 20);
    assertThat(StructuralSimilarity.of(a, a, 20, 20)).isCloseTo(1, within(1e-12));
    assertThat(StructuralSimilarity.of(a, a, 10, 40)).isNaN();
  }

  static Stream<JsonNode> cases() throws IOException {
    try (var file = StructuralSimilarityTest.class.getResourceAsStream("ssim_reference.json")) {
      return new ObjectMapper().readTree(file.readAllBytes()).valueStream();
    }
  }

  private static byte[] picture(JsonNode kind, int height, int width) {
    String name = kind.get(0).asString();
    int[] noise = noise(kind.get(1).asInt(), height * width);
    byte[] picture = new byte[height * width];
    for (int i = 0; i < picture.length; i++) {
      int x = i % width;
      int y = i / width;
      int value =
          switch (name) {
            case "noise" -> noise[i];
            case "ramp" -> 3 * x + 2 * y;
            case "rough" -> 3 * x + 2 * y + noise[i] % 32;
            default -> {
              int dx = x - kind.get(1).asInt();
              int dy = y - kind.get(2).asInt();
              yield dx * dx + dy * dy > 25 ? 0 : name.equals("disc") ? 255 : 90;
            }
          };
      picture[i] = (byte) value;
    }
    return picture;
  }

  private static int[] noise(int seed, int n) {
    int[] values = new int[n];
    long state = seed;
    for (int i = 0; i < n; i++) {
      state = (1103515245L * state + 12345) % (1L << 31);
      values[i] = (int) (state >> 16 & 0xff);
    }
    return values;
  }
}

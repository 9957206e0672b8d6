package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedDatasetsTest {
  private static final Path DATASETS = Path.of("..", "datasets");

  @ParameterizedTest
  @ValueSource(strings = {"car-loop", "bulk-water"})
  void theCardKnowsEveryFileAndItsHash(String name) throws IOException {
    Path folder = DATASETS.resolve(name);
    Card card = Card.read(folder);

    card.verify(folder);

    assertThat(card.files().keySet()).containsExactlyInAnyOrderElementsOf(contentOf(folder));
    assertThat(card.files()).containsKey("LICENSE");
  }

  @Test
  void theCarLoopIsWholeAndTracked() {
    Clip car = Clips.read(DATASETS.resolve("car-loop"));

    assertThat(car.id()).isEqualTo("car-loop");
    assertThat(List.of(car.frames(), car.channels(), car.height(), car.width()))
        .containsExactly(53, 3, 720, 1280);
    assertThat(car.fps()).isBetween(239.99, 240.01);
    assertThat(car.pixelsPerMetre()).isBetween(5763.0, 5764.0);
  }

  @Test
  void theCarMovesAsACarInATenCentimetreLoopDoes() {
    Variable position =
        Clips.read(DATASETS.resolve("car-loop"), Reading.all().fit(36, 64)).variable("position");

    // The tracked point stays in the frame of 0.222 m x 0.125 m and climbs the loop, 0.1 m by the
    // tape.
    float highest = 1;
    float lowest = 0;
    for (int t = 0; t < position.frames(); t++) {
      assertThat(position.at(t, 0)).isBetween(0f, 0.223f);
      assertThat(position.at(t, 1)).isBetween(0f, 0.125f);
      highest = Math.min(highest, position.at(t, 1));
      lowest = Math.max(lowest, position.at(t, 1));
    }
    assertThat(lowest - highest).isBetween(0.09f, 0.11f);
    // Friction and height slow it: it enters at about 3 m/s; at the top, energy leaves less.
    assertThat(speed(position, 1)).isBetween(2.5, 3.5);
    assertThat(speed(position, highestFrame(position))).isLessThan(speed(position, 1) - 0.5);
  }

  @Test
  void theSpheresAreGreyAndTheirScaleIsThatOfTheMicroscope() {
    Clip water = Clips.read(DATASETS.resolve("bulk-water"), Reading.all().frames(4, 8));

    assertThat(List.of(water.frames(), water.channels(), water.height(), water.width()))
        .containsExactly(4, 1, 424, 640);
    assertThat(water.fps()).isEqualTo(24);
    assertThat(water.pixelsPerMetre()).isEqualTo(2.85e6);
  }

  @Test
  void aRelativePathIsAlsoLookedForInTheCheckout() {
    String before = System.getProperty("orrery.home");
    System.setProperty("orrery.home", "..");
    try {
      assertThat(Clips.read("datasets/bulk-water", Reading.all().frames(0, 1)).frames())
          .isEqualTo(1);
    } finally {
      restore(before);
    }
  }

  @Test
  void aFileThatDiffersFromItsCardIsRefused(@TempDir Path folder) throws IOException {
    for (String file : List.of("card.json", "LICENSE", "car.trz")) {
      Files.copy(DATASETS.resolve("car-loop").resolve(file), folder.resolve(file));
    }
    Files.writeString(folder.resolve("LICENSE"), "mine");

    assertThatThrownBy(() -> Clips.read(folder))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("LICENSE differs from the card: expected sha256 e1c0ad72");
  }

  private static int highestFrame(Variable position) {
    int best = 0;
    for (int t = 1; t < position.frames() - 1; t++) {
      best = position.at(t, 1) < position.at(best, 1) ? t : best;
    }
    return best;
  }

  private static double speed(Variable position, int t) {
    double dx = position.at(t + 1, 0) - position.at(t - 1, 0);
    double dy = position.at(t + 1, 1) - position.at(t - 1, 1);
    return Math.hypot(dx, dy) * 240 / 2;
  }

  private static List<String> contentOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !List.of("card.json", "croissant.json", "README.md").contains(file))
          .toList();
    }
  }

  private static void restore(String before) {
    if (before == null) {
      System.clearProperty("orrery.home");
    } else {
      System.setProperty("orrery.home", before);
    }
  }
}

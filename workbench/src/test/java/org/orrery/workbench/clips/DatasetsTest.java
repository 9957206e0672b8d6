package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class DatasetsTest {
  private static final Path SHIPPED = Path.of("..", "datasets");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @TempDir Path folder;

  @BeforeEach
  void aDatasetOfOneNpz() throws IOException {
    Path dataset = Files.createDirectory(folder.resolve("square"));
    Clips.write(
        MovingSquare.clip(1, 6, 16).withVariable(Variable.constant("gravity", "m/s^2", 9.81f, 6)),
        dataset.resolve("square.npz"));
    Files.writeString(
        dataset.resolve("card.json"),
        """
        {"name": "square", "title": "A square", "description": "It moves.", "clip": "square.npz",
         "licence": "CC0-1.0", "source": {"url": "https://example.org"}, "authors": ["A. Author"],
         "variables": [{"name": "gravity", "meaning": "pull"}], "madeBy": "hand"}
        """);
  }

  @Test
  void theShippedDatasetsAreAsTheirCardsAndCroissantSay() {
    assertThat(Datasets.in(SHIPPED).verify(List.of(), out)).as(text()).isTrue();
    assertThat(text()).contains("bulk-water", "car-loop");
  }

  @Test
  void buildingMeasuresTheFilesAndKeepsWhatPeopleWrote() throws IOException {
    Datasets datasets = Datasets.in(folder);
    assertThat(datasets.verify(List.of(), out)).isFalse();

    datasets.build(List.of("square"), out);

    assertThat(datasets.verify(List.of(), out)).isTrue();
    JsonNode card = json("card.json");
    assertThat(card.path("frames").asInt()).isEqualTo(6);
    assertThat(card.path("madeBy").asString()).isEqualTo("hand");
    assertThat(card.path("variables").get(0).path("meaning").asString()).isEqualTo("pull");
    assertThat(card.path("variables").get(0).path("unit").asString()).isEqualTo("m/s^2");
    assertThat(card.path("files").path("square.npz").asString())
        .isEqualTo(Sha256.of(Files.readAllBytes(folder.resolve("square/square.npz"))));
  }

  @Test
  void croissantNamesEveryFileWithItsHashAndEveryVariable() throws IOException {
    Datasets.in(folder).build(List.of(), out);

    JsonNode croissant = json("croissant.json");
    assertThat(croissant.path("conformsTo").asString())
        .isEqualTo("http://mlcommons.org/croissant/1.0");
    assertThat(croissant.path("distribution").get(0).path("sha256").asString())
        .isEqualTo(json("card.json").path("files").path("square.npz").asString());
    assertThat(croissant.path("recordSet").get(0).path("field").get(1).path("name").asString())
        .isEqualTo("gravity");
  }

  @Test
  void whatDiffersFromTheCardIsNamed() throws IOException {
    Datasets datasets = Datasets.in(folder);
    datasets.build(List.of(), out);
    Clips.write(MovingSquare.clip(1, 7, 16), folder.resolve("square/square.npz"));
    Files.writeString(folder.resolve("square/more.txt"), "more");
    bytes.reset();

    assertThat(datasets.verify(List.of("square"), out)).isFalse();

    assertThat(text())
        .contains("square.npz: the card says sha256")
        .contains("more.txt is not in the card")
        .contains("frames: the card says 6, the clip has 7");
  }

  @Test
  void aSetOpenedFromADatasetDescribesItself() {
    Datasets.in(folder).build(List.of(), out);

    assertThat(Clips.open(folder.resolve("square").toString()).describe())
        .contains(
            "1 clips of ", "square: A square", "licence   CC0-1.0", "known     gravity [m/s^2]")
        .contains("made by   hand", "content   sha256 ", "split     ");
  }

  @Test
  void anUnknownDatasetIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> Datasets.in(folder).show(List.of("circle"), out))
        .hasMessageContaining("there is no dataset circle in ")
        .hasMessageContaining("there are [square]");
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(Files.readString(folder.resolve("square").resolve(name)));
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  void croissantCallsTheFramesOfAFolderASetOfFiles() throws IOException {
    Path frames = folder.resolve("square/frames");
    Clips.write(MovingSquare.clip(1, 6, 16), frames);
    Path file = folder.resolve("square/card.json");
    Files.writeString(file, Files.readString(file).replace("square.npz", "frames"));

    Datasets.in(folder).build(List.of(), out);

    JsonNode croissant = json("croissant.json");
    List<JsonNode> sets =
        croissant.path("distribution").valueStream().filter(one -> one.has("includes")).toList();
    assertThat(sets).hasSize(2);
    JsonNode pictures = sets.get(0);
    assertThat(pictures.path("@type").asString()).isEqualTo("cr:FileSet");
    assertThat(pictures.path("includes").asString()).isEqualTo("frames/*.png");
    assertThat(pictures.path("encodingFormat").asString()).isEqualTo("image/png");
    assertThat(sets.get(1).path("includes").asString()).isEqualTo("frames/*.json");
    JsonNode field = croissant.at("/recordSet/0/field/0");
    assertThat(field.path("name").asString()).isEqualTo("picture");
    assertThat(field.at("/source/fileSet/@id")).isEqualTo(pictures.path("@id"));
    assertThat(croissant.path("distribution").valueStream().map(one -> one.path("@id").asString()))
        .doesNotHaveDuplicates()
        .contains("frames/000000.png");
  }

  @Test
  void aCardMayCoverASetOfClips() throws IOException {
    List<Clip> made = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      made.add(
          MovingSquare.clip(1, 4 + i, 16)
              .named("s" + i)
              .withVariable(Variable.constant("gravity", "m/s^2", i, 4 + i)));
    }
    Clips.write(Clips.of(made), folder.resolve("square/squares.h5"));
    Files.delete(folder.resolve("square/square.npz"));
    Path file = folder.resolve("square/card.json");
    Files.writeString(file, Files.readString(file).replace("square.npz", "squares.h5"));
    Datasets datasets = Datasets.in(folder);

    datasets.build(List.of(), out);
    datasets.list(out);

    assertThat(datasets.verify(List.of(), out)).isTrue();
    assertThat(text()).contains("114 frames in 12 clips of 16x16");
    JsonNode card = json("card.json");
    assertThat(card.path("clips").asInt()).isEqualTo(12);
    assertThat(card.path("frames").asInt()).isEqualTo(114);
    assertThat(card.path("splits").size()).isEqualTo(12);
    ClipSet clips = Clips.open(folder.resolve("square").toString());
    assertThat(clips.size()).isEqualTo(12);
    assertThat(clips.get(7).id()).isEqualTo("square/squares-7");
    assertThat(clips.get(7).frames()).isEqualTo(11);
    assertThat(clips.get(7).variable("gravity").at(0, 0)).isEqualTo(7);
    assertThat(clips.describe()).contains("114 in 12 clips", " train");
    assertThat(new DatasetFolder().open(folder.resolve("square")).frames(7)).hasValue(11);
    assertThat(card.path("splits").path("square/squares-7").asString())
        .isEqualToIgnoringCase(Split.of("square/squares-7").name());
    assertThatThrownBy(() -> Clips.read(folder.resolve("square")))
        .hasMessageContaining("it holds 12 clips, not one");
    Files.writeString(folder.resolve("square/more.txt"), "more");
    assertThat(datasets.verify(List.of(), out)).isFalse();
  }

  @Test
  void aSetWhoseFilesDifferFromItsCardIsRefused() throws IOException {
    Clip square = MovingSquare.clip(1, 4, 16);
    Path file = folder.resolve("square/squares.h5");
    Clips.write(Clips.of(List.of(square, square.named("b"))), file);
    Path card = folder.resolve("square/card.json");
    Files.writeString(card, Files.readString(card).replace("square.npz", "squares.h5"));
    Datasets.in(folder).build(List.of(), out);
    Clips.write(Clips.of(List.of(square.named("b"), square)), file);
    Files.writeString(folder.resolve("square/square.npz"), "mine");

    assertThatThrownBy(() -> Clips.open(folder.resolve("square").toString()).get(1))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("differs from the card");
  }

  @Test
  void clipsThatAreNotAlikeAreNotOneCard() throws IOException {
    Path films = Files.createDirectory(folder.resolve("square/films"));
    Clips.write(MovingSquare.clip(1, 4, 16), films.resolve("a.gif"));
    Clips.write(MovingSquare.clip(1, 4, 20), films.resolve("b.gif"));
    Path card = folder.resolve("square/card.json");
    Files.writeString(card, Files.readString(card).replace("square.npz", "films"));

    assertThatThrownBy(() -> Datasets.in(folder).build(List.of(), out))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("cannot build square: all clips of one file need the same size");
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

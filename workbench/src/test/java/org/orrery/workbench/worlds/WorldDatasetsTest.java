package org.orrery.workbench.worlds;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipReadException;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Datasets;

class WorldDatasetsTest {
  private static final String RECIPE =
      """
      {"world": {"name": "parabola", "frames": 4, "size": 32, "ranges": {"gravity": [1, 2]},
        "camera": {"noise": 4}}, "clips": 5, "seed": 7}
      """;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Path dataset;

  @BeforeEach
  void aCardWithARecipe() throws IOException {
    dataset = Files.createDirectory(folder.resolve("thrown"));
    card(RECIPE);
  }

  @Test
  void aDatasetIsMadeByItsRecipeAndTheSameEachTime() throws IOException {
    Datasets datasets = Datasets.in(folder).making(WorldDatasets::clips);

    datasets.build(List.of("thrown"), out);
    byte[] first = Files.readAllBytes(dataset.resolve("thrown.h5"));
    Files.delete(dataset.resolve("thrown.h5"));
    datasets.build(List.of("thrown"), out);

    assertThat(Files.readAllBytes(dataset.resolve("thrown.h5"))).isEqualTo(first);
    assertThat(text()).contains("built from its recipe: sha256 ").doesNotContain(", was ");
    assertThat(datasets.verify(List.of(), out)).isTrue();
    ClipSet clips = Clips.open(dataset.toString());
    assertThat(clips.size()).isEqualTo(5);
    World world =
        Worlds.parabola().frames(4).size(32).set("gravity", 1, 2).through(Camera.still().noise(4));
    Clip expected = world.generate(7, 3);
    Clip made = clips.get(3);
    assertThat(made.frame(2)).isEqualTo(expected.frame(2));
    assertThat(made.variables()).isEqualTo(expected.variables());
    assertThat(made.pixelsPerMetre()).isEqualTo(expected.pixelsPerMetre());
  }

  @Test
  void anotherRecipeGivesAnotherHashAndSaysSo() throws IOException {
    Datasets datasets = Datasets.in(folder).making(WorldDatasets::clips);
    datasets.build(List.of(), out);
    Path card = dataset.resolve("card.json");
    Files.writeString(card, Files.readString(card).replaceAll("\"seed\" : 7", "\"seed\" : 8"));

    datasets.build(List.of(), out);

    assertThat(text()).contains(", was ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parabola|moonfall|the recipe's world is \"moonfall\"; there are [",
        "gravity|gravy|the ranges of parabola says gravy, which nothing looks at",
        "[1, 2]|1|the range of gravity needs two numbers, [lowest, highest]; received 1",
        "\"seed\"|\"sed\"|the recipe says sed, which nothing looks at",
        "\"clips\": 5|\"clips\": \"5\"|the recipe's clips needs a number; received \"5\"",
        "\"clips\": 5|\"clips\": 0|a set needs at least one clip; received 0",
        "\"noise\": 4|\"fog\": 4|the camera says fog"
      })
  void aRecipeThatCannotBeMadeIsRefused(String from, String to, String why) throws IOException {
    card(RECIPE.replace(from, to));

    assertThatThrownBy(() -> Datasets.in(folder).making(WorldDatasets::clips).build(List.of(), out))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("cannot build thrown: ")
        .hasMessageContaining(why);
  }

  @Test
  void aRecipeWithoutAMakerIsRefused() {
    assertThatThrownBy(() -> Datasets.in(folder).build(List.of(), out))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("which nothing here makes");
  }

  private void card(String recipe) throws IOException {
    Files.writeString(
        dataset.resolve("card.json"),
        """
        {"name": "thrown", "title": "Thrown balls", "description": "They fall.",
         "clip": "thrown.h5", "licence": "CC0-1.0", "authors": [], "recipe": %s}
        """
            .formatted(recipe));
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

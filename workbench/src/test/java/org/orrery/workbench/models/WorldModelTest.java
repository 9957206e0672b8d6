package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.checkpoints.CheckpointException;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.worlds.Worlds;

class WorldModelTest {
  @TempDir Path temp;

  private final WorldModel model = WorldModel.create(Tiny.config(), 9);
  private final ClipSet clips = Tiny.clips(20);

  private static double difference(INDArray a, INDArray b) {
    assertThat(a.shape()).isEqualTo(b.shape());
    return a.sub(b).amaxNumber().doubleValue();
  }

  private static INDArray row(INDArray latents, int t) {
    return latents.get(NDArrayIndex.point(t), NDArrayIndex.all());
  }

  @Test
  void everyFrameHasALatentOfItsPairAndTheFirstStandsStill() {
    Clip clip = clips.get(0);
    INDArray latents = model.encode(clip);
    Clip still = Clip.builder("still", 1, 16, 16).frame(clip.frame(0)).frame(clip.frame(0)).build();
    Clip pair = clip.slice(4, 6);

    assertThat(latents.shape()).containsExactly(12, 6);
    assertThat(difference(row(model.encode(still), 1), row(latents, 0))).isLessThan(1e-5);
    assertThat(difference(row(model.encode(pair), 1), row(latents, 5))).isLessThan(1e-5);
    assertThat(difference(row(model.encode(pair), 0), row(latents, 4))).isGreaterThan(1e-3);
  }

  @Test
  void aSetIsEncodedAsItsClipsAre() {
    INDArray together = model.encode(clips);

    assertThat(together.shape()).containsExactly(20, 12, 6);
    for (int i : new int[] {0, 15, 16, 19}) {
      assertThat(difference(together.slice(i), model.encode(clips.get(i)))).isLessThan(1e-5);
    }
  }

  @Test
  void clipsOfUnequalLengthAreRefusedByName() {
    ClipSet unequal = Clips.of(List.of(clips.get(0), clips.get(1).slice(0, 5)));

    assertThatThrownBy(() -> model.encode(unequal))
        .hasMessageContaining(clips.get(1).id())
        .hasMessageContaining("5 frames; 12 are needed");
  }

  @Test
  void aClipOfAnotherSizeIsRefusedWithTheWayOut() {
    Clip large = Worlds.bouncingBall().size(32).frames(4).generate(1, 0);

    assertThatThrownBy(() -> model.encode(large))
        .hasMessageContaining(large.id())
        .hasMessageContaining("16x16")
        .hasMessageContaining("32x32")
        .hasMessageContaining(".resize(16, 16)");
    assertThatThrownBy(() -> model.imagine(large)).hasMessageContaining(large.id());
    assertThatThrownBy(() -> model.fineTune(Clips.of(List.of(large))).run())
        .hasMessageContaining(large.id());
  }

  @Test
  void decodedFramesAreAsLargeAsTheClipsAndDark() {
    INDArray frames = model.decode(model.encode(clips.get(0)));

    assertThat(frames.shape()).containsExactly(12, 16, 16);
    assertThat(frames.minNumber().doubleValue()).isGreaterThan(0);
    assertThat(frames.maxNumber().doubleValue()).isLessThan(0.2);
  }

  @Test
  void anUntrainedPredictorSaysThatNothingChanges() {
    Clip clip = clips.get(2);
    INDArray latents = model.encode(clip);

    Imagination dream = model.imagine(clip).given(4).frames(5);

    assertThat(dream.imaginedLatents().shape()).containsExactly(5, 6);
    for (int t = 0; t < 5; t++) {
      assertThat(difference(row(dream.imaginedLatents(), t), row(latents, 3))).isLessThan(1e-5);
    }
    assertThat(
            difference(
                dream.trueLatents(), latents.get(NDArrayIndex.interval(0, 9), NDArrayIndex.all())))
        .isLessThan(1e-5);
  }

  @Test
  void aDreamHoldsTheGivenFramesAndThenTheImaginedOnes() {
    Clip clip = clips.get(2);

    Imagination dream = model.imagine(clip).given(3).frames(4);

    assertThat(dream.steps()).isEqualTo(4);
    assertThat(dream.truth().frames()).isEqualTo(7);
    assertThat(dream.imagined().frames()).isEqualTo(7);
    assertThat(dream.imagined().frame(2)).isEqualTo(clip.frame(2));
    assertThat(dream.imagined().frame(3)).isNotEqualTo(clip.frame(3));
    assertThat(dream.trueLatents().shape()).containsExactly(7, 6);
  }

  @ParameterizedTest
  @CsvSource({"4, 9", "4, 0", "4, -1", "11, 2"})
  void aDreamBeyondTheClipIsRefused(int given, int frames) {
    Imagine imagine = model.imagine(clips.get(2)).given(given);

    assertThatThrownBy(() -> imagine.frames(frames))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(clips.id(2))
        .hasMessageContaining("12 frames");
  }

  @ParameterizedTest
  @CsvSource({"1", "0", "-1"})
  void fewerGivenFramesThanAPairAreRefused(int given) {
    assertThatThrownBy(() -> model.imagine(clips.get(2)).given(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("given(" + given + ")")
        .hasMessageContaining("at least 2");
  }

  @ParameterizedTest
  @CsvSource({"12", "13"})
  void givenFramesThatLeaveNothingToImagineAreRefused(int given) {
    assertThatThrownBy(() -> model.imagine(clips.get(2)).given(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(clips.id(2) + " has 12 frames")
        .hasMessageContaining("at least %d are needed", given + 1)
        .hasMessageContaining("shorten .given(" + given + ")");
  }

  @Test
  void savedAndLoadedItEncodesToTheSameBytes() {
    Path folder = temp.resolve("saved");

    model.save(folder, "nano", "a test");
    WorldModel loaded = WorldModel.load(folder);

    assertThat(loaded.encode(clips.get(0))).isEqualTo(model.encode(clips.get(0)));
    assertThat(loaded.card().name()).isEqualTo("nano");
    assertThat(loaded.card().madeBy()).isEqualTo("a test");
    assertThat(loaded.toString()).contains("nano", "D = 6");
  }

  @Test
  void aCardListsTheConfigInItsOwnOrder() throws IOException {
    Path folder = temp.resolve("saved");
    model.save(folder, "nano", "a test");

    String card = Files.readString(folder.resolve("card.json"));

    List<Integer> places =
        Arrays.stream(JepaConfig.class.getRecordComponents())
            .map(component -> card.indexOf("\"" + component.getName() + "\" : "))
            .toList();
    assertThat(places).isSorted().doesNotContain(-1);
  }

  @Test
  void theUntrainedControlHasOtherWeightsOfTheSameShape() {
    INDArray other = model.untrained().encode(clips.get(0));

    assertThat(difference(other, model.encode(clips.get(0)))).isGreaterThan(1e-2);
  }

  @Test
  void aCopyIsNotTrainedAlong() {
    WorldModel copy = model.copy();
    INDArray before = model.encode(clips.get(0));

    model.fineTune(clips.first(4)).batch(4).warmup(1).steps(1).run();

    assertThat(copy.encode(clips.get(0))).isEqualTo(before);
    assertThat(copy.card().history()).isEmpty();
    assertThat(model.card().history()).hasSize(1);
    assertThat(model.encode(clips.get(0))).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"heads\" : 2', '\"heads\" : 3', 'predictor.block0.qkv.weight: expected shape [36, 8], came [24, 8]'",
    "'\"heads\" : 2', '\"heads\" : 0', 'heads: expected 1 or more, came 0'",
    "'\"heads\"', '\"haeds\"', 'Missing creator property ''heads'''",
    "'\"heads\" : 2', '\"heads\" : 2, \"hats\" : 3', 'hats'",
    "'\"size\" : 16', '\"size\" : \"large\"', 'large'",
    "'\"kind\" : \"jepa\"', '\"kind\" : \"gan\"', 'kind gan'",
    "'\"latent\" : 6', '\"latent\" : 7', 'encoder.project.weight: expected shape [7, 16], came [6, 16]'",
  })
  void aCardThatDoesNotBelongToItsWeightsIsRefused(String text, String instead, String reason)
      throws IOException {
    Path folder = temp.resolve("saved");
    model.save(folder, "nano", "a test");
    Path card = folder.resolve("card.json");
    assertThat(Files.readString(card)).contains(text);
    Files.writeString(card, Files.readString(card).replace(text, instead));

    assertThatThrownBy(() -> WorldModel.load(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(reason);
  }

  @Test
  void aCardWithoutOneFieldOfTheConfigIsRefused() throws IOException {
    Path folder = temp.resolve("saved");
    model.save(folder, "nano", "a test");
    Path card = folder.resolve("card.json");
    Files.writeString(card, Files.readString(card).replaceFirst("\"history\" : \\d+,", ""));

    assertThatThrownBy(() -> WorldModel.load(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("history");
  }
}

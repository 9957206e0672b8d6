package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.worlds.Worlds;

/** What the words of a world model promise, for each kind that learns by gradients. */
class EveryKindTest {
  @TempDir Path temp;

  private final ClipSet clips = Kind.clips(8);

  private static boolean sameBytes(Parameters a, Parameters b) {
    return a.all().stream().allMatch(p -> sameBytes(p.value(), b.get(p.name())));
  }

  private static boolean sameBytes(INDArray a, INDArray b) {
    return Arrays.equals(a.data().asFloat(), b.data().asFloat());
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameBytesAndAnotherOthers(Kind kind) {
    NeuralModel model = kind.create(Engine.torch());
    NeuralModel again = kind.create(Engine.torch());
    NeuralModel other = kind.create(Engine.torch());
    Kind.tune(model, clips).seed(3).steps(3).run();
    Kind.tune(again, clips).seed(3).steps(3).run();
    Kind.tune(other, clips).seed(4).steps(3).run();

    assertThat(sameBytes(model.parameters(), again.parameters())).isTrue();
    assertThat(sameBytes(model.parameters(), other.parameters())).isFalse();
    assertThat(sameBytes(model.parameters(), kind.create(Engine.torch()).parameters())).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void trainingChangesEveryWeight(Kind kind) {
    NeuralModel model = kind.create(Engine.torch());
    Parameters before = model.parameters();

    Kind.tune(model, clips).steps(12).learningRate(1e-2).run();

    assertThat(before.all())
        .allSatisfy(
            p ->
                assertThat(sameBytes(model.parameters().get(p.name()), p.value()))
                    .as("%s unchanged", p.name())
                    .isFalse());
  }

  @ParameterizedTest
  @EnumSource
  void savedAndLoadedItIsTheSameModel(Kind kind) {
    NeuralModel model = kind.create(Engine.torch());
    Kind.tune(model, clips).steps(3).run();
    Path folder = temp.resolve("saved");

    model.save(folder, "small", "a test");
    WorldModel loaded = WorldModel.load(folder);

    assertThat(loaded.config()).isEqualTo(kind.config);
    assertThat(loaded.card().kind()).isEqualTo(kind.config.kind());
    assertThat(loaded.encode(clips)).isEqualTo(model.encode(clips));
    Imagination dream = model.imagine(clips.get(1)).given(4).frames(5);
    Imagination again = loaded.imagine(clips.get(1)).given(4).frames(5);
    assertThat(again.imaginedLatents()).isEqualTo(dream.imaginedLatents());
    assertThat(again.imagined().frame(8)).isEqualTo(dream.imagined().frame(8));
  }

  @ParameterizedTest
  @EnumSource
  void aDreamContinuesTheClipInLatentsAndPixels(Kind kind) {
    NeuralModel model = kind.create(Engine.torch());
    Kind.tune(model, clips).steps(3).run();
    Clip clip = clips.get(0);

    Imagination dream = model.imagine(clip).given(4).frames(6);

    int d = (int) model.encode(clip).size(1);
    assertThat(dream.imaginedLatents().shape()).containsExactly(6, d);
    assertThat(dream.imagined().frames()).isEqualTo(10);
    assertThat(dream.imagined().frame(3)).isEqualTo(clip.frame(3));
    INDArray frames = model.decode(dream.imaginedLatents());
    assertThat(frames.shape()).containsExactly(6, 16, 16);
    assertThat(frames.minNumber().doubleValue()).isGreaterThanOrEqualTo(0);
    assertThat(frames.maxNumber().doubleValue()).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aLatentKnowsNothingOfLaterFrames(Kind kind) {
    NeuralModel model = kind.create(Engine.torch());
    Clip clip = clips.get(0);

    INDArray whole = model.encode(clip);
    INDArray start = model.encode(clip.slice(0, 5));

    for (int t = 0; t < 5; t++) {
      assertThat(whole.getRow(t).sub(start.getRow(t)).amaxNumber().doubleValue()).isLessThan(1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClipOfAnotherSizeIsRefusedWithTheWayOut(Kind kind) {
    NeuralModel model = kind.create(Engine.torch());
    Clip large = Worlds.bouncingBall().size(32).frames(12).generate(1, 0);

    assertThatThrownBy(() -> model.encode(large))
        .hasMessageContaining(large.id())
        .hasMessageContaining("16x16")
        .hasMessageContaining(".resize(16, 16)");
    assertThatThrownBy(() -> model.imagine(large)).hasMessageContaining(large.id());
    assertThatThrownBy(() -> model.fineTune(Clips.of(List.of(large))).run())
        .hasMessageContaining(large.id());
  }

  @ParameterizedTest
  @EnumSource(names = ".*TOLD", mode = EnumSource.Mode.MATCH_ANY)
  void whatItIsToldSteersWhatItImagines(Kind kind) {
    NeuralModel model = kind.create(Engine.torch());
    Kind.tune(model, clips).steps(5).run();
    INDArray given = model.encode(clips.get(0)).reshape(1, 12, -1);
    INDArray calm = Nd4j.zeros(1, 14, 2);
    INDArray later = Nd4j.zeros(1, 14, 2);
    later.putScalar(new int[] {0, 12, 1}, 3);

    INDArray still = model.rollout(given, 2, calm);
    INDArray pushed = model.rollout(given, 2, later);

    assertThat(pushed.slice(0).getRow(0)).isEqualTo(still.slice(0).getRow(0));
    assertThat(pushed.slice(0).getRow(1)).isNotEqualTo(still.slice(0).getRow(1));
  }

  @ParameterizedTest
  @EnumSource(names = ".*TOLD", mode = EnumSource.Mode.MATCH_ANY)
  void withoutWhatItIsToldItRefuses(Kind kind) {
    NeuralModel model = kind.create(Engine.torch());
    Clip seen = clips.get(0);
    Clip bare = Clip.builder("bare", 1, 16, 16).frame(seen.frame(0)).frame(seen.frame(1)).build();
    INDArray given = model.encode(seen).reshape(1, 12, -1);

    assertThatThrownBy(() -> model.encode(bare))
        .hasMessageContaining("velocity with 2 component(s)")
        .hasMessageContaining("clip bare knows []")
        .hasMessageContaining("withVariable");
    assertThatThrownBy(() -> model.rollout(given, 3))
        .hasMessageContaining("[1, 15, 2]")
        .hasMessageContaining("received none");
    assertThatThrownBy(() -> model.rollout(given, 3, Nd4j.zeros(1, 14, 2)))
        .hasMessageContaining("received [1, 14, 2]");
  }

  @ParameterizedTest
  @EnumSource(names = ".*TOLD", mode = EnumSource.Mode.MATCH_NONE)
  void aModelThatIsToldNothingRefusesConditions(Kind kind) {
    NeuralModel model = kind.create(Engine.torch());
    INDArray given = model.encode(clips.get(0)).reshape(1, 12, -1);

    assertThat(model.conditions()).isEmpty();
    assertThatThrownBy(() -> model.rollout(given, 3, Nd4j.zeros(1, 15, 2)))
        .hasMessageContaining("no conditions")
        .hasMessageContaining(".rollout(given, steps)");
  }
}

package org.orrery.workbench.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Split;

/** Compares with scikit-learn; the reference is made by make_selection_reference.py. */
class SelectionTest {
  private static final Reference REFERENCE = Reference.read("selection_reference.json");
  private static final Offset<Double> CLOSE = within(1e-8);

  private static ProbeData data() {
    return ProbeData.of(
        "reference",
        REFERENCE.array("features"),
        REFERENCE.array("targets"),
        REFERENCE.integers("clips"),
        REFERENCE.parts("parts"));
  }

  @ParameterizedTest
  @CsvSource({"5, five_folds", "2147483647, one_clip_out"})
  void foldsJudgeEveryLambdaAsScikitLearnDoes(int folds, String name) {
    LambdaChoice choice =
        folds == 5 ? LambdaChoice.overClipFolds(5) : LambdaChoice.leavingOneClipOut();
    Reference expected = REFERENCE.get(name);

    Ridge.Fit fit = Ridge.on(data(), choice).fit(data());

    assertThat(fit.errors()).containsExactly(expected.numbers("errors"), within(1e-6));
    assertThat(fit.lambda()).isEqualTo(expected.number("lambda"));
    assertPredicts(fit.predict(data().part(Split.TEST).features()), expected);
    assertThat(Probe.linear().choosing(choice).score(data()).r2())
        .isCloseTo(expected.number("r2"), CLOSE);
  }

  @Test
  void foldsAreOfWholeClipsAsKFoldMakesThem() {
    int[] clips = new int[36];
    Arrays.setAll(clips, i -> 100 + 3 * (i % 18));
    int[] expected = REFERENCE.integers("folds");

    int[] folds = LambdaChoice.overClipFolds(5).foldOf(clips);

    for (int i = 0; i < clips.length; i++) {
      assertThat(folds[i]).isEqualTo(expected[i % 18]);
    }
  }

  @Test
  void weightedSamplesCountAsScikitLearnCountsThem() {
    Reference expected = REFERENCE.get("weighted");
    ProbeData weighted =
        ProbeData.weighted(
            "reference",
            REFERENCE.array("features"),
            REFERENCE.array("targets"),
            REFERENCE.integers("clips"),
            REFERENCE.parts("parts"),
            REFERENCE.numbers("weights"));

    Ridge.Fit fit = Ridge.on(weighted).fit(weighted);
    Score score = Probe.linear().score(weighted);

    assertThat(fit.lambda()).isEqualTo(expected.number("lambda"));
    assertPredicts(fit.predict(weighted.part(Split.TEST).features()), expected);
    assertThat(score.r2()).isCloseTo(expected.number("r2"), CLOSE);
    assertThat(score.mse()).isCloseTo(expected.number("mse"), CLOSE);
  }

  @Test
  void classesAreToldAsByScikitLearnsRidgeClassifier() {
    Reference expected = REFERENCE.get("classes");
    ProbeData data = classes();

    INDArray columns =
        Ridge.on(data, LambdaChoice.onValidation().among(1))
            .fit(data)
            .predict(data.part(Split.TEST).features());
    Score score = Probe.linear().choosing(LambdaChoice.onValidation().among(1)).score(data);

    assertThat(data.classes()).containsExactly("-1", "1", "2");
    String[] told =
        Arrays.stream(Rows.of(columns))
            .map(row -> data.classes().get(ClassScore.largest(row)))
            .toArray(String[]::new);
    assertThat(told).isEqualTo(expected.texts("prediction"));
    assertThat(score.measure()).isEqualTo(Measure.ACCURACY);
    assertThat(score.value()).isCloseTo(expected.number("accuracy"), CLOSE);
    assertThat(score.balanced()).isCloseTo(expected.number("balanced"), CLOSE);
    assertThat(score.low()).isLessThan(score.value());
    assertThatThrownBy(score::r2).hasMessageContaining("a probe of classes has no R2");
  }

  private static ProbeData classes() {
    return ProbeData.classes(
        "reference",
        REFERENCE.array("features"),
        REFERENCE.texts("labels"),
        REFERENCE.integers("clips"),
        REFERENCE.parts("parts"));
  }

  @Test
  void aWeightOfThreeForAllIsAThirdOfTheLambda() {
    double[] threes = new double[REFERENCE.integers("clips").length];
    Arrays.fill(threes, 3);
    ProbeData weighted =
        ProbeData.weighted(
            "reference",
            REFERENCE.array("features"),
            REFERENCE.array("targets"),
            REFERENCE.integers("clips"),
            REFERENCE.parts("parts"),
            threes);

    Score with = Probe.linear().choosing(LambdaChoice.onValidation().among(3)).score(weighted);
    Score without = Probe.linear().choosing(LambdaChoice.onValidation().among(1)).score(data());

    assertThat(with.r2()).isCloseTo(without.r2(), CLOSE);
    assertThat(with.pearson()).isCloseTo(without.pearson(), CLOSE);
  }

  @ParameterizedTest
  @EnumSource(Readout.class)
  void heavySamplesDecideWhatAProbeLearns(Readout readout) {
    // given two halves that contradict each other, of which one weighs a thousand times the other
    int n = 600;
    double[][] x = new double[n][1];
    double[][] y = new double[n][1];
    double[] weights = new double[n];
    int[] clips = new int[n];
    Split[] parts = new Split[n];
    Random random = new Random(2);
    for (int i = 0; i < n; i++) {
      boolean heavy = i % 2 == 0;
      x[i][0] = random.nextGaussian();
      y[i][0] = heavy ? x[i][0] : -x[i][0];
      weights[i] = heavy ? 10 : 0.01;
      clips[i] = i / 10;
      parts[i] = clips[i] < 36 ? Split.TRAIN : clips[i] < 48 ? Split.VALIDATION : Split.TEST;
    }
    ProbeData weighted =
        ProbeData.weighted("halves", Nd4j.create(x), Nd4j.create(y), clips, parts, weights);
    ProbeData equal = ProbeData.of("halves", Nd4j.create(x), Nd4j.create(y), clips, parts);
    Probe probe = readout == Readout.LINEAR ? Probe.linear() : Probe.mlp();

    assertThat(probe.score(weighted).r2()).isGreaterThan(0.8);
    assertThat(probe.score(equal).r2()).isLessThan(0.1);
  }

  @Test
  void whatCannotBeChosenOrWeighedIsRefused() {
    assertThatThrownBy(() -> LambdaChoice.overClipFolds(1)).hasMessageContaining("2 or more");
    assertThatThrownBy(() -> LambdaChoice.onValidation().among(0.1, 0))
        .hasMessageContaining("above 0");
    assertThatThrownBy(() -> LambdaChoice.onValidation().among()).hasMessageContaining("came []");
    double[] weights = REFERENCE.numbers("weights");
    weights[7] = 0;
    assertThatThrownBy(
            () ->
                ProbeData.weighted(
                    "reference",
                    REFERENCE.array("features"),
                    REFERENCE.array("targets"),
                    REFERENCE.integers("clips"),
                    REFERENCE.parts("parts"),
                    weights))
        .hasMessageContaining("sample 7 weighs 0.0");
    String[] labels = REFERENCE.texts("labels");
    labels[labels.length - 1] = "unseen";
    assertThatThrownBy(
            () ->
                ProbeData.classes(
                    "reference",
                    REFERENCE.array("features"),
                    labels,
                    REFERENCE.integers("clips"),
                    REFERENCE.parts("parts")))
        .hasMessageContaining("class \"unseen\" of sample 114 (test part) is in no train clip");
    Arrays.fill(labels, "same");
    assertThatThrownBy(
            () ->
                ProbeData.classes(
                    "reference",
                    REFERENCE.array("features"),
                    labels,
                    REFERENCE.integers("clips"),
                    REFERENCE.parts("parts")))
        .hasMessageContaining("2 to 100 classes are needed in the train part; received 1");
  }

  private static void assertPredicts(INDArray prediction, Reference expected) {
    double[][] ours = Rows.of(prediction);
    double[][] theirs = expected.matrix("prediction");
    assertThat(ours).hasDimensions(theirs.length, theirs[0].length);
    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i]).containsExactly(theirs[i], CLOSE);
    }
  }
}

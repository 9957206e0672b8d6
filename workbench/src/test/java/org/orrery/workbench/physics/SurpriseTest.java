package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.MatchedPair;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class SurpriseTest {
  private static final WorldModel MODEL =
      WorldModel.load(Path.of("..", "checkpoints", "jepa-tiny"));
  private static final World WORLD = Worlds.bouncingBall().gravity(1, 12);

  @Test
  void theShippedModelIsSurprisedByTeleportsAndDisappearanceMoreThanTheBaselinesAre() {
    SurpriseReport report =
        Physics.surprise(
            MODEL, WORLD, 12, 4711, List.of(Violation.TELEPORTS, Violation.DISAPPEARS));

    for (Violation kind : List.of(Violation.TELEPORTS, Violation.DISAPPEARS)) {
      assertThat(report.row(kind, "model").relative()).isGreaterThanOrEqualTo(0.9);
      for (String baseline : List.of("copy-last", "untrained")) {
        PairedTest ahead = report.row(kind, baseline).marginAhead();
        assertThat(ahead.difference()).as(kind + " " + baseline).isPositive();
        assertThat(ahead.p()).as(kind + " " + baseline).isLessThan(0.01);
      }
    }
  }

  @Test
  void aKindWithoutOccasionIsNamedAndOfEachOtherOneClipIsKept() {
    List<Violation> kinds = List.of(Violation.TELEPORTS, Violation.WRONG_REFLECTION);

    SurpriseReport report = Physics.surprise(MODEL, WORLD, 5, 4711, kinds);

    assertThat(report.source()).contains("left out", "WRONG_REFLECTION (0)");
    SurpriseReport.Example example = report.examples().get(0);
    assertThat(report.examples()).hasSize(1);
    assertThat(example.kind()).isEqualTo(Violation.TELEPORTS);
    assertThat(example.surprise().frames(1)[0]).isBetween(example.onset(), example.onset() + 1);
  }

  @Test
  void aModelWithConditionsIsToldThoseOfTheClip() {
    WorldModel crash = WorldModel.load(Path.of("..", "checkpoints", "jepa-crash"));
    Clip clip = Worlds.carCrash().generate(5, 0).grey();
    Clip otherwise = clip.withVariable(Variable.constant("yield force", "N", 9e5f, clip.frames()));

    double[] told = Physics.surprise(crash, clip).values();
    INDArray z = crash.encode(clip);
    double expected = 0;
    for (int context : new int[] {2, 3, 4}) {
      INDArray seen = z.get(NDArrayIndex.interval(20 - context, 20), NDArrayIndex.all()).dup('c');
      INDArray next =
          crash.rollout(
              seen.reshape(1, context, z.size(1)),
              1,
              crash.conditions(List.of(clip), 20 - context, 21));
      INDArray error = normalised(next.reshape(-1)).sub(normalised(z.slice(20)));
      expected += Transforms.abs(error).meanNumber().doubleValue() / 3;
    }

    assertThat(told[20]).isCloseTo(expected, within(1e-4));
    assertThat(Physics.surprise(crash, otherwise).values()[20]).isNotEqualTo(told[20]);
    SurpriseReport report =
        Physics.surprise(crash, Worlds.carCrash(), 8, 3, List.of(Violation.DISAPPEARS));
    assertThat(report.row(Violation.DISAPPEARS, "model").relative()).isGreaterThanOrEqualTo(0.9);
  }

  private static INDArray normalised(INDArray row) {
    double mean = row.meanNumber().doubleValue();
    INDArray centred = row.sub(mean);
    double variance = centred.mul(centred).meanNumber().doubleValue();
    return centred.div(Math.sqrt(variance + 1e-5));
  }

  @Test
  void theMostSurprisingFrameIsThatOfTheTeleport() {
    MatchedPair pair = Violation.TELEPORTS.pair(WORLD, 4711, 1);

    assertThat(Physics.surprise(MODEL, pair.impossible()).frames(1)[0])
        .isBetween(pair.onset(), pair.onset() + 1);
  }

  @Test
  void separationIsThatCountedByHand() {
    // 18 of 25 pairs in order and one tie; precision at each gain of a fifth of the recall
    double[] possible = {0.1, 0.4, 0.35, 0.8, 0.5};
    double[] impossible = {0.5, 0.9, 0.3, 0.85, 0.7};

    assertThat(Separation.auroc(possible, impossible)).isCloseTo(18.5 / 25, within(1e-12));
    assertThat(Separation.auprc(possible, impossible))
        .isCloseTo(0.2 * (1 + 1 + 3 / 4.0 + 4 / 6.0 + 5 / 9.0), within(1e-12));
  }

  @Test
  void mcNemarIsTheBinomialTestOfTheDiscordantPairs() {
    // given 9 of 11 discordant pairs for the first: 2 P(X >= 9) of 11 throws of a coin
    boolean[] first = new boolean[20];
    boolean[] second = new boolean[20];
    for (int i = 0; i < 11; i++) {
      first[i] = i < 9;
      second[i] = i >= 9;
    }

    assertThat(PairedTest.ofAnswers(first, second).p())
        .isCloseTo(2 * (55 + 11 + 1) / 2048.0, within(1e-12));
  }

  @Test
  void theExchangeTestOfFourEqualDifferencesIsTwoInSixteen() {
    PairedTest test = PairedTest.of(new double[] {2, 3, 4, 5}, new double[] {1, 2, 3, 4});

    assertThat(test.p()).isCloseTo(2 / 16.0, within(0.01));
    assertThat(test.effect()).isInfinite();
  }

  @Test
  void fewPairsAndShortClipsAreRefused() {
    assertThatThrownBy(() -> Physics.surprise(MODEL, WORLD, 4, 1))
        .hasMessageContaining("4 pairs a kind are too few");
    assertThatThrownBy(() -> Physics.surprise(MODEL, WORLD.generate(1, 1).slice(0, 5)))
        .hasMessageContaining("has 5 frames; surprise needs 6 or more");
  }
}

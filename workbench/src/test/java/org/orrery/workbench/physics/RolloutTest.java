package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;
import org.orrery.workbench.worlds.Worlds;

class RolloutTest {
  private static final List<Clip> TRUTH =
      Clips.of(Worlds.bouncingBall().gravity(1, 12).frames(16), 20).seed(7).toList();

  @Test
  void theInstrumentFindsADiscToATenthOfAPixel() {
    for (Clip clip : TRUTH) {
      Variable position = clip.variable("position");
      for (int t = 0; t < clip.frames(); t += 5) {
        Centre centre = Centre.in(clip.frame(t), 64, 64).orElseThrow();
        assertThat(centre.x()).isCloseTo(10 * position.at(t, 0), within(0.1));
        assertThat(centre.y()).isCloseTo(10 * position.at(t, 1), within(0.1));
      }
    }
  }

  @Test
  void theInstrumentIsNotDrawnAsideByAGhostAndSeesNothingInAnEmptyFrame() {
    byte[] frame = TRUTH.get(0).frame(3);
    Centre alone = Centre.in(frame, 64, 64).orElseThrow();
    for (int i = 0; i < 64; i++) {
      frame[i] = (byte) Math.max(frame[i] & 0xff, 110);
    }
    assertThat(Centre.in(frame, 64, 64).orElseThrow().distance(alone)).isLessThan(0.1);
    assertThat(Centre.in(new byte[64 * 64], 64, 64)).isEmpty();
  }

  @Test
  void theTruthImaginedHasNoErrorAndHoldingStillHasAllOfIt() {
    List<Clip> perfect = TRUTH.stream().map(clip -> clip.slice(4, 16)).toList();
    RolloutReport report = Physics.rollout(TRUTH, perfect, 4).report();
    assertThat(report.centreError(12)).isZero();
    assertThat(report.floor()).isLessThan(0.05);
    assertThat(report.copyLastError(12)).isGreaterThan(report.copyLastError(1));
    assertThat(report.lost()).containsOnly(0);
    assertThat(report.psnr()[11]).isInfinite();
    assertThat(report.model().ssim().value(12)).isCloseTo(1, within(1e-12));

    List<Clip> still = TRUTH.stream().map(clip -> held(clip.slice(3, 4), 12)).toList();
    RolloutReport copied = Physics.rollout(TRUTH, still, 4).report();
    assertThat(copied.centreErrors()).containsExactly(report.copyLastErrors());
    assertThat(copied.psnr()).containsExactly(report.copyLastPsnr());
    assertThat(copied.model().ssim()).isEqualTo(report.copyLast().ssim());
    assertThat(copied.model().ssim().value(12)).isLessThan(1);
  }

  @Test
  void smallerDecodedFramesAreMeasuredInPixelsOfTheTruth() {
    // given frames of half the size in which the ball lags one frame behind
    List<Clip> lagging = TRUTH.stream().map(clip -> clip.slice(3, 15).resize(32, 32)).toList();
    List<Clip> same = TRUTH.stream().map(clip -> clip.slice(3, 15)).toList();
    double small = Physics.rollout(TRUTH, lagging, 4).report().centreError(1);
    double large = Physics.rollout(TRUTH, same, 4).report().centreError(1);
    assertThat(small).isCloseTo(large, within(0.4));
  }

  @Test
  void aLostBallIsInfinitelyFarAndCounted() {
    List<Clip> dark =
        TRUTH.stream()
            .map(clip -> held(Clip.builder("dark", 1, 64, 64).frame(new byte[4096]).build(), 12))
            .toList();
    RolloutReport report = Physics.rollout(TRUTH, dark, 4).report();
    assertThat(report.lost()).containsOnly(1);
    assertThat(report.centreError(1)).isInfinite();
  }

  @Test
  void latentErrorsStandBesideCopyingTheLastLatent() {
    // given latents that move one unit a step along one axis
    double[][][] z = new double[20][16][2];
    for (double[][] clip : z) {
      for (int t = 0; t < 16; t++) {
        clip[t][0] = t;
      }
    }
    INDArray truth = Nd4j.create(z);
    INDArray half =
        truth.get(NDArrayIndex.all(), NDArrayIndex.interval(4, 16), NDArrayIndex.all()).dup();
    for (int h = 0; h < 12; h++) {
      half.get(NDArrayIndex.all(), NDArrayIndex.point(h), NDArrayIndex.point(0))
          .subi((h + 1) / 2.0);
    }
    List<Clip> frames = TRUTH.stream().map(clip -> clip.slice(4, 16)).toList();

    // when the guess falls behind by half of the way
    RolloutReport report = Physics.rollout(TRUTH, frames, 4).latents(truth, half).report();

    // then its squared error is a quarter of standing still, in a space of one dimension
    assertThat(report.latentRatio(1)).isCloseTo(0.25, within(1e-9));
    assertThat(report.latentRatio(12)).isCloseTo(0.25, within(1e-9));
    assertThat(report.copyLastLatentErrors()[2]).isCloseTo(9 / 2.0, within(1e-9));
    assertThat(report.effectiveRank()).isCloseTo(1, within(1e-6));
    assertThat(report.straightness()).isCloseTo(1, within(1e-9));
    assertThat(report.table(1, 8, 12).rowCount()).isEqualTo(3);
    assertThat(report.toString()).contains("effective rank 1.0", "horizon");
  }

  @Test
  void theValidPredictionTimeIsTheFirstFrameWhoseErrorExceedsThreeTenthsOfTheSpread() {
    // given latents that alternate between -1 and 1: their spread is 1
    double[][][] z = new double[20][16][1];
    double[][][] guess = new double[20][12][1];
    for (int c = 0; c < 20; c++) {
      for (int t = 0; t < 16; t++) {
        z[c][t][0] = (t % 2 == 0 ? 1 : -1);
      }
      // and guesses that are wrong by 0.07 more each frame, or always right
      for (int h = 0; h < 12; h++) {
        guess[c][h][0] = z[c][4 + h][0] + (c < 12 ? 0.07 * (h + 1) : 0);
      }
    }
    List<Clip> frames = TRUTH.stream().map(clip -> clip.slice(4, 16)).toList();

    RolloutReport report =
        Physics.rollout(TRUTH, frames, 4).latents(Nd4j.create(z), Nd4j.create(guess)).report();

    assertThat(report.spread()).isCloseTo(1, within(1e-9));
    assertThat(report.validTime()).isEqualTo(5); // 0.35 is the first above 0.3
    assertThat(report.validTimeInterval()).containsExactly(5, Double.POSITIVE_INFINITY);
    assertThat(report.copyLastValidTime()).isEqualTo(1);
  }

  @Test
  void anErrorThatGrowsByTheSameFactorEachFrameHasThatGrowth() {
    double[][][] z = new double[20][16][1];
    double[][][] guess = new double[20][12][1];
    for (int c = 0; c < 20; c++) {
      for (int h = 0; h < 12; h++) {
        guess[c][h][0] = (1 + c) * Math.exp(0.1 * h);
      }
    }
    List<Clip> frames = TRUTH.stream().map(clip -> clip.slice(4, 16)).toList();

    RolloutReport report =
        Physics.rollout(TRUTH, frames, 4).latents(Nd4j.create(z), Nd4j.create(guess)).report();

    // the squared error grows at twice the rate, and alike in every clip
    assertThat(report.growth()).isCloseTo(0.2, within(1e-6));
    assertThat(report.growthInterval()[1]).isCloseTo(0.2, within(1e-6));
  }

  @Test
  void theIntervalOfACurveHoldsItsMedianAndNarrowsWithTheClips() {
    double[][] few = {{1, 2, 3, 4, 5}};
    double[][] many = new double[1][500];
    Arrays.setAll(many[0], c -> 1 + c % 5);
    HorizonCurve small = HorizonCurve.ofMedians("error", "px", few);
    HorizonCurve large = HorizonCurve.ofMedians("error", "px", many);

    assertThat(small.value(1)).isEqualTo(3).isEqualTo(large.value(1));
    assertThat(small.interval(1)).containsExactly(1, 5);
    assertThat(large.interval(1)[1] - large.interval(1)[0]).isLessThan(1.5);
    assertThat(HorizonCurve.ofMeans("error", "", new double[][] {{Double.NaN, 4, 2}}).value(1))
        .isEqualTo(3);
    assertThat(HorizonCurve.ofMeans("error", "", new double[][] {{Double.NaN, 4}}).count(1))
        .isEqualTo(1);
    assertThatThrownBy(() -> small.value(2)).hasMessageContaining("horizons 1 to 1");
  }

  @Test
  void theEffectiveRankOfAKnownSpectrumIsExpOfItsEntropy() {
    assertThat(LatentGeometry.effectiveRank(new double[] {2, 2, 2, 2})).isCloseTo(4, within(1e-12));
    assertThat(LatentGeometry.effectiveRank(new double[] {1, 0, 0})).isCloseTo(1, within(1e-12));
    // p = (3/4, 1/4)
    double expected = Math.exp(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25));
    assertThat(LatentGeometry.effectiveRank(new double[] {3, 1}))
        .isCloseTo(expected, within(1e-12));
    // the same spectrum as centred samples: two axes with singular values 3 and 1
    INDArray samples = Nd4j.create(new double[][] {{3, 0}, {-3, 0}, {0, 1}, {0, -1}}).addi(7);
    assertThat(Physics.effectiveRank(samples)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void aSquareTourTurnsByARightAngleEachStep() {
    double[][][] square = {{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}};
    assertThat(Physics.straightness(Nd4j.create(square))).isCloseTo(0, within(1e-9));
  }

  @Test
  void whatCannotBeComparedIsRefusedWithTheReason() {
    List<Clip> some = TRUTH.subList(0, 3);
    assertThatThrownBy(() -> Physics.rollout(TRUTH, some, 4)).hasMessageContaining("20, 3 and 4");
    assertThatThrownBy(() -> Physics.rollout(some, some, 4))
        .hasMessageContaining("has 16 frames; 20 are needed (4 given + 16 imagined)");
    List<Clip> dreams = some.stream().map(clip -> clip.slice(4, 16)).toList();
    assertThatThrownBy(
            () ->
                Physics.rollout(some, dreams, 4).latents(Nd4j.zeros(3, 9, 2), Nd4j.zeros(3, 12, 2)))
        .hasMessageContaining("[3, 16 or more, D]")
        .hasMessageContaining("[3, 9, 2]");
    assertThatThrownBy(() -> Physics.rollout(some, dreams, 4).report().centreError(13))
        .hasMessageContaining("horizons 1 to 12");
  }

  private static Clip held(Clip frame, int times) {
    Clip.Builder clip = Clip.builder("held", 1, 64, 64);
    for (int t = 0; t < times; t++) {
      clip.frame(frame.frame(0));
    }
    return clip.build();
  }
}

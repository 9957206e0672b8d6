package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Parameters;

/** The baselines that every table needs. */
class BaselinesTest {
  @TempDir Path temp;

  private final ClipSet clips = Kind.clips(30);

  @ParameterizedTest
  @EnumSource
  void copyLastSeesAndPaintsAsItsBaseDoesAndSaysThatNothingChanges(Kind kind) {
    NeuralModel base = kind.create(Engine.torch());
    WorldModel copy = WorldModel.copyLast(base);

    Imagination dream = copy.imagine(clips.get(0)).given(4).frames(3);

    assertThat(copy.encode(clips.get(0))).isEqualTo(base.encode(clips.get(0)));
    assertThat(copy.decode(dream.trueLatents())).isEqualTo(base.decode(dream.trueLatents()));
    for (int t = 0; t < 3; t++) {
      assertThat(dream.imaginedLatents().getRow(t)).isEqualTo(dream.trueLatents().getRow(3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLinearMapIsTheLeastSquaresAnswer(Kind kind) {
    NeuralModel base = kind.create(Engine.torch());
    NeuralModel linear = (NeuralModel) WorldModel.linearLatent(base, clips);

    double best = errorOf(linear);

    assertThat(best).isLessThan(errorOf((NeuralModel) WorldModel.copyLast(base)));
    // At the minimum of a sum of squares every step away makes it larger.
    Random random = new Random(4);
    Parameters fitted = linear.parameters();
    for (String name : new String[] {"linear.weight", "linear.bias"}) {
      int place = random.nextInt((int) fitted.get(name).length());
      for (double step : new double[] {-0.05, 0.05}) {
        Parameters moved = fitted.copy();
        INDArray value = moved.get(name).reshape(moved.get(name).length());
        value.putScalar(place, value.getDouble(place) + step);
        linear.accept(moved);
        assertThat(errorOf(linear)).as("%s %s", name, step).isGreaterThan(best);
      }
    }
  }

  /** Squared error of the next latent, over the clips it was fitted to, from two given ones. */
  private double errorOf(NeuralModel model) {
    INDArray latents = model.encode(clips);
    double sum = 0;
    for (int t = 2; t + 1 < 12; t++) {
      INDArray given =
          latents
              .get(NDArrayIndex.all(), NDArrayIndex.interval(t - 1, t + 1), NDArrayIndex.all())
              .dup('c');
      INDArray told =
          model.conditions().isEmpty()
              ? null
              : new Conditions(model.conditions()).of(clips.toList(), t - 1, t + 2);
      INDArray next = model.rollout(given, 1, told);
      INDArray truth =
          latents.get(NDArrayIndex.all(), NDArrayIndex.interval(t + 1, t + 2), NDArrayIndex.all());
      sum +=
          next.sub(truth).norm2Number().doubleValue() * next.sub(truth).norm2Number().doubleValue();
    }
    return sum;
  }

  @Test
  void leastSquaresFindTheMapThatMadeTheData() {
    double[][] map = {{2, -1, 0.5}, {0, 3, 1}};
    double[] constant = {4, -2};
    LeastSquares squares = new LeastSquares(3, 2);
    Random random = new Random(1);
    for (int n = 0; n < 50; n++) {
      double[] x = {random.nextGaussian() + 3, random.nextGaussian(), 10 * random.nextGaussian()};
      double[] y = constant.clone();
      for (int j = 0; j < 2; j++) {
        for (int i = 0; i < 3; i++) {
          y[j] += map[j][i] * x[i];
        }
      }
      squares.add(x, y);
    }

    LeastSquares.Fit fit = squares.solve(1e-12);

    for (int j = 0; j < 2; j++) {
      assertThat(fit.bias().getDouble(j)).isCloseTo(constant[j], within(1e-5));
      for (int i = 0; i < 3; i++) {
        assertThat(fit.weight().getDouble(j, i)).isCloseTo(map[j][i], within(1e-5));
      }
    }
  }

  @Test
  void fewerPairsThanNumbersAreRefused() {
    LeastSquares squares = new LeastSquares(3, 1);
    squares.add(new double[] {1, 2, 3}, new double[] {1});

    assertThatThrownBy(() -> squares.solve(1e-4))
        .hasMessageContaining("of 3 numbers")
        .hasMessageContaining("came 1");
  }

  @Test
  void theyAreSavedAndLoadedAsTheyAre() {
    NeuralModel base = Kind.SLOTS.create(Engine.torch());
    WorldModel linear = WorldModel.linearLatent(base, clips);
    WorldModel copy = WorldModel.copyLast(base);
    linear.save(temp.resolve("linear"), "linear", "a test");
    copy.save(temp.resolve("copy"), "copy", "a test");

    WorldModel linearAgain = WorldModel.load(temp.resolve("linear"));
    WorldModel copyAgain = WorldModel.load(temp.resolve("copy"));

    assertThat(linearAgain.config()).isEqualTo(linear.config());
    assertThat(copyAgain.config()).isEqualTo(copy.config());
    assertThat(linearAgain.card().kind()).isEqualTo("linear-latent");
    assertThat(copyAgain.card().kind()).isEqualTo("copy-last");
    assertThat(linearAgain.imagine(clips.get(0)).frames(5).imaginedLatents())
        .isEqualTo(linear.imagine(clips.get(0)).frames(5).imaginedLatents());
    assertThat(copyAgain.encode(clips.get(0))).isEqualTo(copy.encode(clips.get(0)));
  }

  @Test
  void bothEnginesMoveLatentsAlike() {
    NeuralModel base = Kind.JEPA_TOLD.create(Engine.torch());
    WorldModel linear = WorldModel.linearLatent(base, clips);
    linear.save(temp.resolve("linear"), "linear", "a test");

    Imagination there = linear.imagine(clips.get(0)).frames(4);
    Imagination here =
        WorldModel.load(temp.resolve("linear"), Engine.nd4j()).imagine(clips.get(0)).frames(4);

    assertThat(here.imaginedLatents().sub(there.imaginedLatents()).amaxNumber().doubleValue())
        .isLessThan(1e-4);
  }

  @Test
  void theyRefuseToBeTrainedAndSayWhatToDo() {
    NeuralModel base = Kind.JEPA.create(Engine.torch());

    assertThatThrownBy(() -> WorldModel.copyLast(base).fineTune(clips))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("untrained-copy-last")
        .hasMessageContaining("WorldModel.copyLast(model)");
    assertThatThrownBy(() -> WorldModel.linearLatent(base, clips).fineTune(clips))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("least squares")
        .hasMessageContaining("WorldModel.linearLatent(model, clips)");
  }

  @Test
  void theUntrainedControlOfALinearMapHasFreshWeightsAndChangesNothing() {
    NeuralModel base = Kind.JEPA.create(Engine.torch());
    WorldModel untrained = WorldModel.linearLatent(base, clips).untrained();

    Imagination dream = untrained.imagine(clips.get(0)).frames(2);

    assertThat(untrained.encode(clips.get(0))).isNotEqualTo(base.encode(clips.get(0)));
    assertThat(dream.imaginedLatents().getRow(1)).isEqualTo(dream.trueLatents().getRow(3));
  }
}

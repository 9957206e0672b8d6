package org.orrery.workbench.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Split;
import org.orrery.workbench.worlds.Worlds;

/** What cannot give an honest score is refused, each with its reason and a way on. */
class DegenerateInputTest {
  private static final int CLIPS = 40;
  private static final int SAMPLES = 10;

  @Test
  void aConstantTarget() {
    INDArray same = Nd4j.ones(CLIPS * SAMPLES, 1).castTo(features(4).dataType());

    assertThatThrownBy(() -> data(features(4), same))
        .hasMessageContaining("constant in the train part")
        .hasMessageContaining("always 1.0")
        .hasMessageContaining("probe a variable that varies");

    ClipSet clips = Clips.of(Worlds.bouncingBall().gravity(9.81).frames(12).size(16), CLIPS);
    Probe gravity = Probe.linear().targets(ProbeTarget.of("gravity")).controls();
    assertThatThrownBy(() -> gravity.run(noise(4), clips)).hasMessageContaining("constant");
  }

  @Test
  void fewerClipsThanFeaturesUnlessOneGoesOnAllTheSame() {
    // given 24 train clips of 10 samples each, and 30 features
    INDArray features = features(30);
    ProbeData data = data(features, features.getColumns(0));
    Probe probe = Probe.linear();

    assertThatThrownBy(() -> probe.score(data))
        .hasMessageContaining("30 features need as many train clips")
        .hasMessageContaining("received 24")
        .hasMessageContaining("withFewClips()");
    assertThatThrownBy(() -> Probe.mlp().score(data)).hasMessageContaining("withFewClips()");
    assertThat(probe.withFewClips().score(data).r2()).isGreaterThan(0.9);
    assertThat(probe.score(data(features(24), features.getColumns(0))).samples()).isPositive();

    ClipSet clips = Clips.of(Worlds.bouncingBall().frames(12).size(16), CLIPS).seed(2);
    Probe position = probe.targets(ProbeTarget.of("position").window(2)).controls();
    assertThatThrownBy(() -> position.run(noise(16), clips))
        .hasMessageContaining("position from [z_t-1, z_t]")
        .hasMessageContaining("32 features");
    assertThatThrownBy(() -> position.learningCurve(noise(16), clips))
        .hasMessageContaining("32 features");
    assertThat(position.withFewClips().run(noise(16), clips).results()).hasSize(1);
  }

  @Test
  void latentsThatAreNoNumbers() {
    INDArray features = features(4);
    features.putScalar(17, 2, Double.NaN);

    assertThatThrownBy(() -> data(features, features(4).getColumns(0)))
        .hasMessageContaining("features must be finite")
        .hasMessageContaining("sample 17, column 2 is NaN")
        .hasMessageContaining("diverged");
  }

  @Test
  void aSingleClip() {
    ClipSet one = Clips.of(Worlds.bouncingBall().frames(12).size(16), 1);
    Probe position = Probe.linear().targets(ProbeTarget.of("position")).controls();

    assertThatThrownBy(() -> position.run(noise(4), one))
        .hasMessageContaining("at least")
        .hasMessageContaining("clips")
        .hasMessageContaining("use more clips");
  }

  @Test
  void aClipThatIsInTwoParts() {
    int[] clip = clip();
    Split[] splits = splits();
    splits[25] = Split.TEST; // a sample of clip 2, whose others are trained on

    assertThatThrownBy(
            () -> ProbeData.of("x", features(4), features(4).getColumns(0), clip, splits))
        .hasMessageContaining("clip 2 is in two parts, train and test (sample 25)")
        .hasMessageContaining("split by clip, never by frame");
  }

  private static ProbeData data(INDArray features, INDArray targets) {
    return ProbeData.of("x", features, targets, clip(), splits());
  }

  private static INDArray features(int d) {
    Random random = new Random(1);
    double[][] rows = new double[CLIPS * SAMPLES][d];
    for (double[] row : rows) {
      for (int j = 0; j < d; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return Nd4j.create(rows);
  }

  private static int[] clip() {
    int[] clip = new int[CLIPS * SAMPLES];
    for (int i = 0; i < clip.length; i++) {
      clip[i] = i / SAMPLES;
    }
    return clip;
  }

  /** The first 24 clips are fitted, 8 choose, 8 are held out. */
  private static Split[] splits() {
    Split[] splits = new Split[CLIPS * SAMPLES];
    for (int i = 0; i < splits.length; i++) {
      int clip = i / SAMPLES;
      splits[i] = clip < 24 ? Split.TRAIN : clip < 32 ? Split.VALIDATION : Split.TEST;
    }
    return splits;
  }

  private static FrozenEncoder noise(int d) {
    return clips -> {
      Random random = new Random(4);
      double[][][] z = new double[clips.size()][clips.get(0).frames()][d];
      for (double[][] clip : z) {
        for (double[] row : clip) {
          java.util.Arrays.setAll(row, j -> random.nextGaussian());
        }
      }
      return Nd4j.create(z);
    };
  }
}

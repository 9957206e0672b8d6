package org.orrery.workbench.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Split;

class ProbeDataTest {
  private static final int PER_CLIP = 8;

  @Test
  void aPlantedLinearVariableIsFoundByBothReadouts() {
    Planted planted = new Planted(40, 0.05);
    assertThat(Probe.linear().score(planted.data()).r2()).isGreaterThan(0.98);
    assertThat(Probe.mlp().score(planted.data()).r2()).isGreaterThan(0.9);
  }

  @Test
  void aVariableThatNeedsAProductIsFoundByTheMlpOnly() {
    Planted planted = new Planted(80, 0.02);
    for (int i = 0; i < planted.y.length; i++) {
      planted.y[i][0] = planted.x[i][0] * planted.x[i][1];
    }
    assertThat(Probe.linear().score(planted.data()).r2()).isLessThan(0.2);
    assertThat(Probe.mlp().score(planted.data()).r2()).isGreaterThan(0.8);
  }

  @Test
  void shuffledTargetsAreNotFound() {
    ProbeData shuffled = new Planted(40, 0.05).data().shuffledAcrossClips(3);
    assertThat(Probe.linear().score(shuffled).r2()).isLessThan(0.1);
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    ProbeData data = new Planted(20, 0.5).data();
    assertThat(Probe.mlp().score(data)).isEqualTo(Probe.mlp().score(data));
    assertThat(Probe.linear().seed(4).score(data)).isEqualTo(Probe.linear().seed(4).score(data));
  }

  @Test
  void theIntervalCoversTheScoreOfFreshClips() {
    // given one linear relation, seen on a few clips and on very many
    double truth = Probe.linear().score(new Planted(2000, 2).data()).r2();
    int covered = 0;
    for (int seed = 0; seed < 40; seed++) {
      Score score = Probe.linear().seed(seed).score(new Planted(200, 2, 100 + seed).data());
      assertThat(score.low()).isLessThan(score.r2());
      assertThat(score.high()).isGreaterThan(score.r2());
      covered += score.low() <= truth && truth <= score.high() ? 1 : 0;
    }
    // then the 95 % interval holds it about 38 times of 40
    assertThat(covered).isBetween(33, 40);
  }

  @Test
  void aClipInTwoPartsIsRefused() {
    Planted planted = new Planted(20, 0.1);
    planted.split[3] = Split.TEST;
    assertThatThrownBy(planted::data)
        .hasMessageContaining("clip 0 is in two parts, train and test (sample 3)");
  }

  @Test
  void aConstantTargetIsRefused() {
    Planted planted = new Planted(20, 0.1);
    Arrays.stream(planted.y).forEach(row -> row[0] = 9.81);
    assertThatThrownBy(planted::data)
        .hasMessageContaining("the target is constant in the train part")
        .hasMessageContaining("9.81");
  }

  @Test
  void notANumberIsRefusedWithItsPlace() {
    Planted planted = new Planted(20, 0.1);
    planted.x[5][2] = Double.NaN;
    assertThatThrownBy(planted::data).hasMessageContaining("sample 5, column 2 is NaN");
  }

  @Test
  void tooFewClipsAreRefused() {
    assertThatThrownBy(() -> new Planted(5, 0.1).data())
        .hasMessageContaining("at least 2 clips and 2 samples are needed in the validation part")
        .hasMessageContaining("received 1 clips");
  }

  @Test
  void shapesThatDoNotAgreeAreRefused() {
    Planted planted = new Planted(20, 0.1);
    planted.clip = new int[3];
    assertThatThrownBy(planted::data).hasMessageContaining("received 160, 160, 3 and 160");
  }

  @Test
  void effectsOfOneClipOnAnotherCannotHideInTheShuffle() {
    // given a target that is one number per clip
    Planted planted = new Planted(20, 0.1);
    for (int i = 0; i < planted.y.length; i++) {
      planted.y[i][0] = planted.clip[i];
    }
    // when it is shuffled
    ProbeData.Part part = planted.data().shuffledAcrossClips(9).part(Split.TRAIN);
    // then every clip holds one other clip's number, and each number is held once
    double[] shuffled = part.targets().toDoubleVector();
    assertThat(Arrays.stream(shuffled).distinct().count()).isEqualTo(12);
    for (int i = 0; i < shuffled.length; i++) {
      assertThat(shuffled[i]).isNotEqualTo(part.clips()[i]);
      assertThat(shuffled[i]).isCloseTo(shuffled[i - i % PER_CLIP], within(0.0));
    }
  }

  /** Clips of 8 samples, 6 features, and a target that is linear in them but for some noise. */
  private static final class Planted {
    final double[][] x;
    final double[][] y;
    int[] clip;
    final Split[] split;

    Planted(int clips, double noise) {
      this(clips, noise, 1);
    }

    Planted(int clips, double noise, long seed) {
      Random random = new Random(seed);
      int n = clips * PER_CLIP;
      x = new double[n][6];
      y = new double[n][1];
      clip = new int[n];
      split = new Split[n];
      for (int i = 0; i < n; i++) {
        clip[i] = i / PER_CLIP;
        double place = (clip[i] + 0.5) / clips;
        split[i] = place < 0.6 ? Split.TRAIN : place < 0.8 ? Split.VALIDATION : Split.TEST;
        for (int j = 0; j < 6; j++) {
          x[i][j] = random.nextGaussian();
        }
        y[i][0] = 3 * x[i][0] - x[i][1] + 5 + noise * random.nextGaussian();
      }
    }

    ProbeData data() {
      return ProbeData.of("planted", Nd4j.create(x), Nd4j.create(y), clip, split);
    }
  }
}

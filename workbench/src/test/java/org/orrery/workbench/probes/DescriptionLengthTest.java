package org.orrery.workbench.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Split;

class DescriptionLengthTest {
  private static final int PER_CLIP = 4;

  private final Random random = new Random(3);
  private int n;
  private double[][] x;
  private int[] clip;
  private Split[] split;

  private void samples(int clips) {
    n = clips * PER_CLIP;
    x = new double[n][3];
    clip = new int[n];
    split = new Split[n];
    for (int i = 0; i < n; i++) {
      clip[i] = i / PER_CLIP;
      double place = (clip[i] * 7 % clips + 0.5) / clips;
      split[i] = place < 0.6 ? Split.TRAIN : place < 0.8 ? Split.VALIDATION : Split.TEST;
      for (int j = 0; j < 3; j++) {
        x[i][j] = random.nextGaussian();
      }
    }
  }

  private DescriptionLength ofNumbers(double noise, Probe probe) {
    double[][] y = new double[n][1];
    for (int i = 0; i < n; i++) {
      y[i][0] = 5 + x[i][0] + noise * random.nextGaussian();
    }
    return probe.descriptionLength(ProbeData.of("y", Nd4j.create(x), Nd4j.create(y), clip, split));
  }

  private DescriptionLength ofClasses(double noise, Probe probe) {
    String[] labels = new String[n];
    for (int i = 0; i < n; i++) {
      double place = (x[i][0] + noise * random.nextGaussian()) / Math.hypot(1, noise);
      labels[i] = place < -0.43 ? "low" : place < 0.43 ? "middle" : "high";
    }
    return probe.descriptionLength(ProbeData.classes("y", Nd4j.create(x), labels, clip, split));
  }

  @Test
  void ofNormalNumbersAProbeSavesTheirMutualInformationWithTheLatents() {
    samples(2000);

    DescriptionLength close = ofNumbers(0.25, Probe.linear());
    DescriptionLength loose = ofNumbers(2, Probe.linear());

    // theory: 1/2 log2 (1 + signal / noise)
    assertThat(close.savedPerSample())
        .isCloseTo(0.5 * DescriptionLength.log2(1 + 16), within(0.05));
    assertThat(loose.savedPerSample())
        .isCloseTo(0.5 * DescriptionLength.log2(1 + 0.25), within(0.03));
    assertThat(close.samples()).isEqualTo(Math.round(0.9 * 1200) * PER_CLIP);
  }

  @Test
  void latentsThatKnowNothingSaveNothing() {
    samples(500);

    assertThat(ofNumbers(1000, Probe.linear()).savedPerSample()).isCloseTo(0, within(0.03));
    assertThat(ofClasses(1000, Probe.linear()).compression()).isCloseTo(1, within(0.03));
  }

  @Test
  void aProbeThatNeedsFewerClipsSavesMore() {
    samples(60);
    DescriptionLength few = ofClasses(0, Probe.linear());
    samples(600);
    DescriptionLength many = ofClasses(0, Probe.linear());

    assertThat(few.compression()).isGreaterThan(1.05);
    assertThat(many.compression()).isGreaterThan(few.compression());
  }

  @Test
  void anMlpsProbabilitiesCodeClassesThatLieBetweenOthers() {
    samples(120);

    DescriptionLength linear = ofClasses(0, Probe.linear());
    DescriptionLength mlp = ofClasses(0, Probe.mlp());

    // the middle class is no largest column of a linear map, and an MLP finds it
    assertThat(mlp.compression()).isGreaterThan(linear.compression() + 0.2);
  }

  @Test
  void tooFewClipsForATenthOfThemAreRefused() {
    samples(30);

    assertThatThrownBy(() -> ofNumbers(1, Probe.linear()))
        .hasMessageContaining("needs 20 train clips or more")
        .hasMessageContaining("received 18");
  }
}

package org.orrery.workbench.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

class TargetsTest {
  private static final int FRAMES = 12;
  private static final int CLIPS = 80;

  /** Clips whose variable {@code walk} goes 0.5 to the right or left each frame, from anywhere. */
  private final ClipSet clips =
      Clips.of(IntStream.range(0, CLIPS).mapToObj(TargetsTest::clip).toList());

  private static Clip clip(int c) {
    Random random = new Random(c);
    float start = (float) random.nextGaussian();
    float step = random.nextBoolean() ? 0.5f : -0.5f;
    float[] walk = new float[FRAMES];
    float[] side = new float[FRAMES];
    float[] angle = new float[FRAMES];
    float[] trust = new float[FRAMES];
    Clip.Builder clip = Clip.builder("walk-" + c, 1, 4, 4);
    for (int t = 0; t < FRAMES; t++) {
      clip.frame(new byte[16]);
      walk[t] = start + t * step;
      side[t] = walk[t] > 0 ? 1 : 0;
      angle[t] = 3 * walk[t];
      trust[t] = t == 5 ? 0 : t == 6 ? Float.NaN : 1;
    }
    return clip.variable(Variable.scalar("walk", "m", walk))
        .variable(Variable.scalar("side", "", side))
        .variable(Variable.scalar("angle", "rad", angle))
        .variable(Variable.scalar("trust", "", trust))
        .variable(Variable.constant("step", "m", step, FRAMES))
        .build();
  }

  /** Latents [walk, step, noise] of every frame. */
  private INDArray latents() {
    float[][][] z = new float[CLIPS][FRAMES][];
    Random random = new Random(4);
    for (int c = 0; c < CLIPS; c++) {
      for (int t = 0; t < FRAMES; t++) {
        z[c][t] =
            new float[] {
              clips.get(c).variable("walk").at(t, 0),
              clips.get(c).variable("step").at(t, 0),
              (float) random.nextGaussian()
            };
      }
    }
    return Nd4j.create(z);
  }

  private ProbeResult linear(ProbeTarget target) {
    return Probe.linear()
        .targets(target)
        .controls(Control.SHUFFLED)
        .run(FrozenEncoder.of(latents()), clips)
        .results()
        .get(0);
  }

  @Test
  void aLatentThatHoldsTheStepKnowsTheFutureAndThePast() {
    ProbeResult later = linear(ProbeTarget.of("walk").ahead(5));
    ProbeResult earlier = linear(ProbeTarget.of("walk").ahead(-3));

    assertThat(later.r2()).isGreaterThan(0.999);
    assertThat(earlier.r2()).isGreaterThan(0.999);
    // latents 1 to 6 have a frame 5 later; latents 3 to 11 one 3 earlier
    assertThat(later.score().samples()).isEqualTo(6 * later.score().clips());
    assertThat(earlier.score().samples()).isEqualTo(9 * earlier.score().clips());
    assertThat(later.target().latents()).isEqualTo("z_t at t+5");
  }

  @Test
  void aFunctionOfTheClipIsProbedLikeAVariable() {
    TargetFunction twice =
        clip -> {
          double[][] values = new double[FRAMES][2];
          for (int t = 0; t < FRAMES; t++) {
            values[t][0] = t == 4 ? Double.NaN : 2 * clip.variable("walk").at(t, 0);
            values[t][1] = clip.variable("step").at(t, 0);
          }
          return values;
        };
    ProbeResult result = linear(ProbeTarget.of("twice", twice));

    assertThat(result.score().perComponent()).hasSize(2);
    assertThat(result.r2()).isGreaterThan(0.999);
    assertThat(result.score().samples()).isEqualTo(10 * result.score().clips());
    TargetFunction shorter = clip -> new double[3][1];
    assertThatThrownBy(() -> linear(ProbeTarget.of("short", shorter)))
        .hasMessageContaining("it gave 3 for the 12 frames of clip walk-0");
  }

  @Test
  void wholeNumbersAreProbedAsClasses() {
    ProbeResult side = linear(ProbeTarget.of("side").asClasses());

    assertThat(side.score().measure()).isEqualTo(Measure.ACCURACY);
    assertThat(side.value()).isGreaterThan(0.9);
    assertThat(side.selectivity()).isGreaterThan(0.2);
    assertThatThrownBy(() -> linear(ProbeTarget.of("walk").asClasses()))
        .hasMessageContaining("classes are whole numbers of one component");
  }

  @Test
  void anMlpTellsClassesToo() {
    ProbeReport report =
        Probe.mlp()
            .targets(ProbeTarget.of("side").asClasses())
            .controls()
            .run(FrozenEncoder.of(latents()), clips);

    assertThat(report.results().get(0).value()).isGreaterThan(0.95);
  }

  @Test
  void anAngleIsProbedAsItsSineAndCosine() {
    assertThat(linear(ProbeTarget.of("angle")).score().perComponent()).hasSize(2);
  }

  @Test
  void samplesOfWeightZeroOrUnknownAreLeftOut() {
    ProbeResult all = linear(ProbeTarget.of("walk"));
    ProbeResult trusted = linear(ProbeTarget.of("walk").weightedBy("trust"));

    assertThat(trusted.score().samples()).isEqualTo(9 * all.score().clips());
    assertThat(all.score().samples()).isEqualTo(11 * all.score().clips());
  }

  private static INDArray noise() {
    Random random = new Random(9);
    float[] values = new float[CLIPS * FRAMES * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Nd4j.createFromArray(values).reshape(CLIPS, FRAMES, 2, 2);
  }

  @Test
  void everyLayerIsALineOfTheReport() {
    LayeredEncoder layers =
        set -> {
          Map<String, INDArray> all = new LinkedHashMap<>();
          all.put("first", noise());
          all.put("last", latents());
          return all;
        };

    ProbeReport report =
        Probe.linear()
            .targets(ProbeTarget.of("walk"))
            .controls(Control.SHUFFLED)
            .perLayer(layers, clips);

    assertThat(report.models()).containsExactly("first", "last");
    assertThat(report.result("first", "walk", 1, Readout.LINEAR).r2()).isLessThan(0.1);
    assertThat(report.result("last", "walk", 1, Readout.LINEAR).r2()).isGreaterThan(0.999);
  }

  @Test
  void aLearningCurveRisesToTheScoreOfAllClips() {
    Probe probe = Probe.linear().targets(ProbeTarget.of("walk").ahead(2)).controls();

    LearningCurve curve = probe.learningCurve(FrozenEncoder.of(latents()), clips);

    List<LearningCurve.Point> points = curve.points();
    LearningCurve.Point last = points.get(points.size() - 1);
    double whole = probe.run(FrozenEncoder.of(latents()), clips).results().get(0).r2();
    assertThat(last.score().r2()).isCloseTo(whole, within(1e-12));
    assertThat(points.get(0).score().r2()).isLessThan(last.score().r2());
    assertThat(points).allMatch(point -> point.shuffled().r2() < 0.2);
    assertThat(curve.table().rowCount()).isEqualTo(points.size());
    assertThat(points.stream().mapToInt(LearningCurve.Point::clips)).isSorted();
  }

  @Test
  void aDescriptionLengthStandsInTheReportWhenAskedFor() {
    ProbeReport report =
        Probe.linear()
            .targets(ProbeTarget.of("walk").ahead(2))
            .controls()
            .withDescriptionLength()
            .run(FrozenEncoder.of(latents()), clips);

    assertThat(report.results().get(0).descriptionLength().orElseThrow().savedPerSample())
        .isGreaterThan(1);
    assertThat(report.table().doubleColumn("bits saved").get(0)).isGreaterThan(1);
  }
}

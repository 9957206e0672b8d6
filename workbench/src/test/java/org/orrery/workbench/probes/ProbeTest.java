package org.orrery.workbench.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;
import org.orrery.workbench.worlds.Worlds;

class ProbeTest {
  private static final ClipSet CLIPS =
      Clips.of(Worlds.bouncingBall().frames(16).size(32), 60).seed(7);

  @Test
  void aModelThatKnowsTheStateScoresFarAboveItsControls() {
    ProbeReport report = Probe.linear().run(new StateEncoder(true), CLIPS);

    assertThat(report.results()).hasSize(4);
    assertThat(report.r2("position", 1)).isGreaterThan(0.999);
    assertThat(report.r2("velocity", 2)).isGreaterThan(0.999);
    ProbeResult gravity = report.result("gravity", 8, Readout.LINEAR);
    assertThat(gravity.r2()).isGreaterThan(0.99);
    assertThat(gravity.selectivity()).isGreaterThan(0.8);
    assertThat(gravity.above(Control.PIXELS_16)).isGreaterThan(0.3);
    assertThat(gravity.above(Control.PIXELS_64)).isGreaterThan(0.3);
    assertThat(gravity.above(Control.UNTRAINED)).isGreaterThan(0.5);
    assertThat(report.table().rowCount()).isEqualTo(4);
    assertThat(report.toString()).contains("gravity", "free flight", "seed 0");
  }

  @Test
  void twoModelsStandSideBySideAndTheSameSeedGivesTheSameReport() {
    Probe probe =
        Probe.linear()
            .targets(ProbeTarget.of("position"), ProbeTarget.of("velocity"))
            .controls(Control.SHUFFLED)
            .seed(3);
    FrozenEncoder after = new StateEncoder(true);
    FrozenEncoder before = new StateEncoder(false);

    ProbeReport beside = probe.run(after, CLIPS).beside("before", probe.run(before, CLIPS));
    ProbeReport compared =
        probe.compareEncoders(
            new java.util.LinkedHashMap<>(Map.of(ProbeReport.MODEL, after)), CLIPS);

    assertThat(beside.models()).containsExactly("model", "before");
    assertThat(beside.results().stream().map(r -> r.target().variable() + " " + r.model()))
        .containsExactly("position model", "position before", "velocity model", "velocity before");
    assertThat(beside.result("before", "velocity", 1, Readout.LINEAR).r2()).isLessThan(0.3);
    assertThat(compared.results()).contains(beside.results().get(0), beside.results().get(2));
  }

  @Test
  void morePixelComponentsHoldMoreAndOnlyTheControlsAskedForAreRun() {
    Probe position = Probe.linear().targets(ProbeTarget.of("position"));
    FrozenEncoder model = new StateEncoder(true);

    // given the pixels alone, a ball's place takes many components to tell
    ProbeReport both = position.controls(Control.PIXELS_16, Control.PIXELS_64).run(model, CLIPS);
    double few = r2(both, Control.PIXELS_16);
    double many = r2(both, Control.PIXELS_64);
    assertThat(many).isGreaterThan(few + 0.05);

    // when one is asked for, then it has the same figure and the other is missing
    ProbeReport one = position.controls(Control.PIXELS_16).run(model, CLIPS);
    assertThat(r2(one, Control.PIXELS_16)).isEqualTo(few);
    assertThat(one.results().get(0).controls()).containsOnlyKeys(Control.PIXELS_16);
  }

  private static double r2(ProbeReport report, Control control) {
    return report.results().get(0).control(control).orElseThrow().r2();
  }

  @Test
  void freeFlightWindowsSeeNoBounce() {
    // given a ball that touches a wall between frames 4 and 5 of 16
    float[] contact = new float[16];
    contact[5] = 1;
    Windows windows =
        Windows.of(ProbeTarget.of("x").freeFlight(3), Clips.of(java.util.List.of(still(contact))));

    // when windows of latents t .. t+2, which see frames t-1 .. t+2, leave out (t-1, t+2] with 5
    // then those ending at latents 5, 6 and 7 are missing, and latent 0 is in none
    assertThat(windows.windows().stream().map(Windows.Window::last))
        .containsExactly(3, 4, 8, 9, 10, 11, 12, 13, 14, 15);
  }

  @Test
  void whatCannotBeProbedIsRefusedWithTheReason() {
    FrozenEncoder flat = clips -> Nd4j.zeros(DataType.FLOAT, 3, 4);
    Probe position = Probe.linear().targets(ProbeTarget.of("position"));
    assertThatThrownBy(() -> position.run(flat, CLIPS))
        .hasMessageContaining("latents [clip, time, latent] of 60 clips of 16 frames")
        .hasMessageContaining("[3, 4]");
    assertThatThrownBy(() -> Probe.linear().targets(ProbeTarget.of("spin")).run(flat, CLIPS))
        .hasMessageContaining("spin")
        .hasMessageContaining("position");
    assertThatThrownBy(
            () -> Probe.linear().targets(ProbeTarget.of("position").window(16)).run(flat, CLIPS))
        .hasMessageContaining("at least 17 frames");
    ProbeReport report = position.controls().run(new StateEncoder(true), CLIPS);
    assertThatThrownBy(() -> report.r2("velocity", 1)).hasMessageContaining("position from z_t");
  }

  private static Clip still(float[] contact) {
    Clip.Builder clip = Clip.builder("still", 1, 8, 8);
    for (int t = 0; t < contact.length; t++) {
      clip.frame(new byte[64]);
    }
    return clip.variable(Variable.constant("x", "m", 1, contact.length))
        .variable(Variable.scalar("contact", "", contact))
        .build();
  }

  /** Latents that are the ball's state (or noise), mixed by an invertible map. */
  private record StateEncoder(boolean knows) implements FrozenEncoder {

    @Override
    public INDArray encode(ClipSet clips) {
      Random random = new Random(1);
      float[][][] latents = new float[clips.size()][clips.get(0).frames()][4];
      for (int c = 0; c < latents.length; c++) {
        Variable position = clips.get(c).variable("position");
        Variable velocity = clips.get(c).variable("velocity");
        for (int t = 0; t < latents[c].length; t++) {
          for (int j = 0; j < 2; j++) {
            float p = knows ? position.at(t, j) : (float) random.nextGaussian();
            float v = knows ? velocity.at(t, j) : (float) random.nextGaussian();
            latents[c][t][j] = p + v;
            latents[c][t][2 + j] = p - 2 * v;
          }
        }
      }
      return Nd4j.create(latents);
    }

    @Override
    public Optional<FrozenEncoder> untrained() {
      return Optional.of(new StateEncoder(false));
    }
  }
}

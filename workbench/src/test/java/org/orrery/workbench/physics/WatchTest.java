package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class WatchTest {
  private static final List<World> WORLDS =
      List.of(
          Worlds.bouncingBall(),
          Worlds.uniformMotion(),
          Worlds.parabola(),
          Worlds.drag(),
          Worlds.collisions(),
          Worlds.twoBodyOrbit(),
          Worlds.threeBodyOrbit());

  @Test
  void injectedFaultsAreFoundAndNamedAndCleanClipsAreLeftAlone() {
    DetectorReport report = Physics.detector(WORLDS, 14, 4711);

    for (VideoFault fault :
        List.of(VideoFault.BIRTH, VideoFault.DEATH, VideoFault.TELEPORT, VideoFault.DUPLICATE)) {
      assertThat(report.row(fault).recall()).as(fault.label()).isGreaterThan(0.85);
      assertThat(report.row(fault).precision()).as(fault.label()).isGreaterThan(0.85);
    }
    // what nothing but a model can see raises no false alarm either
    assertThat(report.rows().stream().filter(row -> row.fault() == null))
        .extracting(DetectorReport.Row::violation)
        .contains(Violation.PASSES_THROUGH, Violation.RUNS_BACKWARDS);
    assertThat(report.rows().stream().filter(row -> row.fault() == null))
        .allSatisfy(row -> assertThat(row.noticed()).isZero());
    assertThat(report.clean()).isGreaterThanOrEqualTo(14);
    assertThat(report.falseAlarms()).isZero();
  }

  @Test
  void aFrameShownTwiceIsFoundWhereItIs() {
    Clip clip = Worlds.collisions().generate(4711, 3);
    Clip.Builder stutters = Clip.builder("stutters", 3, 64, 64);
    for (int t = 0; t < clip.frames(); t++) {
      stutters.frame(clip.frame(t == 12 ? 11 : t));
    }

    List<Flag> flags = Physics.watch(stutters.build()).flags(VideoFault.DUPLICATE_FRAME);

    assertThat(flags).extracting(Flag::frame).containsExactly(12);
  }

  @Test
  void aDriftingGroundIsMeasuredAndItsStepFlagged() {
    // given a dark ground that gains a level a frame and steps by 12 at frame 20
    Clip.Builder drifts = Clip.builder("drifts", 1, 32, 32);
    for (int t = 0; t < 32; t++) {
      byte[] frame = new byte[1024];
      Arrays.fill(frame, (byte) (40 + t / 4 + (t >= 20 ? 12 : 0)));
      drifts.frame(frame);
    }

    VideoReport report = Physics.watch(drifts.build());

    assertThat(report.drift()[19]).isCloseTo(4, within(1e-9));
    assertThat(report.flags(VideoFault.GROUND)).extracting(Flag::frame).containsExactly(20);
  }

  @Test
  void roughnessIsTheDistanceFromTheMeanOfTheNeighbours() {
    byte[] dark = new byte[1024];
    byte[] light = new byte[1024];
    Arrays.fill(light, (byte) 51);
    Clip flickers =
        Clip.builder("flickers", 1, 32, 32).frame(dark).frame(light).frame(dark).build();

    assertThat(Physics.watch(flickers).smoothness()).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void realClipsAreNotTakenForFaultyOnes() {
    for (String name : List.of("../datasets/bulk-water", "../datasets/car-loop")) {
      Clip clip = Clips.read(name);
      VideoReport report = Physics.watch(clip.slice(0, Math.min(24, clip.frames())));
      assertThat(report.flags()).as(report.toString()).isEmpty();
    }
  }

  @Test
  void twoFramesAreRefused() {
    assertThatThrownBy(() -> Physics.watch(Worlds.pendulum().generate(1, 1).slice(0, 2)))
        .hasMessageContaining("has 2 frames; at least 3 are needed");
  }
}

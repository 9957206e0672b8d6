package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class SceneReportTest {
  private static final World LIGHT = Worlds.light();

  @Test
  void whoImaginesTheTruthIsAsGoodAsTheInstrumentAndAWrongMirrorIsTold() {
    List<Imagination> right = dreams(clip -> clip);
    List<Imagination> wrong =
        IntStream.range(0, 8)
            .mapToObj(i -> Violation.WRONG_REFLECTION.find(LIGHT, 3, i))
            .flatMap(Optional::stream)
            .map(pair -> dream(pair.possible(), pair.impossible()))
            .toList();

    SceneReport.Row truth = SceneReport.of(LIGHT, right, Progress.silent()).rows().get(0);
    SceneReport.Row mirror = SceneReport.of(LIGHT, wrong, Progress.silent()).rows().get(0);

    assertThat(truth.imagined()).isEqualTo(truth.truth());
    assertThat(truth.lost()).isZero();
    assertThat(mirror.imagined().value()).isGreaterThan(mirror.truth().value() + 0.3);
  }

  @Test
  void whereNothingIsToBeSeenEveryClipIsLost() {
    SceneReport report =
        SceneReport.of(LIGHT, dreams(SceneReportTest::darkened), Progress.silent());

    assertThat(report.rows().get(0).judged()).isPositive();
    assertThat(report.rows().get(0).lost()).isEqualTo(report.rows().get(0).judged());
    assertThat(report.rows().get(0).imagined().known()).isFalse();
  }

  @Test
  void whatCannotBeCheckedIsSaidWithTheReason() {
    Clip seen = LIGHT.generate(1, 0);

    assertThat(SceneReport.obstacle(LIGHT, seen)).isEmpty();
    assertThat(SceneReport.obstacle(LIGHT, seen.grey()).orElseThrow()).contains("in grey");
    assertThat(SceneReport.obstacle(Worlds.limbs(), seen).orElseThrow())
        .contains("128 pixels or more and the model sees 64");
    assertThat(SceneReport.obstacle(Worlds.parabola(), seen).orElseThrow())
        .startsWith("not applicable, because")
        .endsWith("this is parabola");
  }

  private static List<Imagination> dreams(UnaryOperator<Clip> imagined) {
    return IntStream.range(0, 6)
        .mapToObj(i -> LIGHT.generate(3, i))
        .map(clip -> dream(clip, imagined.apply(clip)))
        .toList();
  }

  private static Imagination dream(Clip truth, Clip imagined) {
    return new Imagination(truth, 4, imagined, null, null);
  }

  private static Clip darkened(Clip clip) {
    Clip.Builder dark =
        Clip.builder(clip.id(), clip.channels(), clip.height(), clip.width())
            .fps(clip.fps())
            .pixelsPerMetre(clip.pixelsPerMetre());
    for (int t = 0; t < clip.frames(); t++) {
      dark.frame(new byte[clip.channels() * clip.height() * clip.width()]);
    }
    return dark.build();
  }
}

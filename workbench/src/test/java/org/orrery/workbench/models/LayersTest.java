package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.probes.Probe;
import org.orrery.workbench.probes.ProbeReport;
import org.orrery.workbench.probes.ProbeTarget;
import org.orrery.workbench.probes.Readout;
import org.orrery.workbench.worlds.Worlds;

class LayersTest {
  private static final Path JEPA = Path.of("..", "checkpoints", "jepa-tiny");

  @Test
  void theShippedModelShowsEveryLayerFromItsFirstConvolutionToItsPrediction() {
    WorldModel model = WorldModel.load(JEPA);
    ClipSet clips = Clips.of(Worlds.bouncingBall().frames(8), 3).seed(4);

    Map<String, INDArray> layers = model.layers(clips);

    assertThat(layers.keySet())
        .containsExactly(
            "convolution 1",
            "convolution 2",
            "convolution 3",
            "projector",
            "latent",
            "predictor 1",
            "predictor 2",
            "predicted next");
    assertThat(layers.get("convolution 1").shape()).containsExactly(3, 8, 32 * 4 * 4);
    assertThat(layers.get("predictor 2").shape()).containsExactly(3, 8, 128);
    INDArray latents = model.encode(clips);
    assertThat(layers.get("latent").equalsWithEps(latents, 1e-5)).isTrue();
    // the last prediction is that of a rollout from the four latents it looks back on
    INDArray next =
        model.rollout(latents.get(all(), interval(4, 8), all()).dup('c'), 1).reshape(3, 64);
    INDArray shown = layers.get("predicted next").get(all(), interval(7, 8), all());
    assertThat(shown.dup('c').reshape(3, 64).equalsWithEps(next, 1e-4)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void everyKindShowsTheSameLayersOnBothEngines(Kind kind) {
    ClipSet clips = Kind.clips(2);
    Map<String, INDArray> torch = kind.create(Engine.torch()).layers(clips);
    Map<String, INDArray> nd4j = kind.create(Engine.nd4j()).layers(clips);

    assertThat(torch).hasSizeGreaterThan(3).containsKey("latent");
    assertThat(nd4j.keySet()).containsExactlyElementsOf(torch.keySet());
    torch.forEach(
        (name, values) -> assertThat(values.equalsWithEps(nd4j.get(name), 1e-4)).as(name).isTrue());
    assertThat(torch.get("latent").equalsWithEps(kind.create(Engine.torch()).encode(clips), 1e-5))
        .isTrue();
  }

  @Test
  void probesPerLayerTellWhereAVariableAppears() {
    WorldModel model = WorldModel.load(JEPA);
    ClipSet clips = Clips.of(Worlds.bouncingBall().frames(16), 80).seed(5);

    ProbeReport report =
        Probe.linear()
            .targets(ProbeTarget.of("velocity"))
            .controls()
            .withFewClips()
            .perLayer(model, clips);

    assertThat(report.models()).hasSize(8);
    assertThat(report.result("latent", "velocity", 1, Readout.LINEAR).r2()).isGreaterThan(0.8);
    assertThat(report.result("predictor 2", "velocity", 1, Readout.LINEAR).r2())
        .isGreaterThan(report.result("convolution 1", "velocity", 1, Readout.LINEAR).r2() - 0.5);
  }

  private static INDArrayIndex all() {
    return NDArrayIndex.all();
  }

  private static INDArrayIndex interval(long from, long to) {
    return NDArrayIndex.interval(from, to);
  }
}

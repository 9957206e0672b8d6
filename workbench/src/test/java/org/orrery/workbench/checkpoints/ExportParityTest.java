package org.orrery.workbench.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.WorldModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we export gives the same outputs in PyTorch: against values that an independent PyTorch
 * definition computed from the shipped weights (src/test/python/jepa_parity.py reference). The
 * second test leaves an export for the same program's {@code check}, which compares live.
 */
class ExportParityTest {
  private static final Path SHIPPED = Path.of("..", "checkpoints", "jepa-tiny");
  private static final double TOLERANCE = 1e-5;
  private static final int GIVEN = 3;
  private static final int STEPS = 8;

  private final WorldModel model = WorldModel.load(SHIPPED);

  /** A disc of radius size/10 that moves (2, 1) pixels a frame, as jepa_parity.py draws it. */
  private static Clip disc(int size, int time) {
    Clip.Builder clip = Clip.builder("disc", 1, size, size);
    for (int t = 0; t < time; t++) {
      byte[] frame = new byte[size * size];
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          int dx = x - (size / 4 + 2 * t);
          int dy = y - (size / 3 + t);
          frame[y * size + x] = (byte) (dx * dx + dy * dy <= (size / 10) * (size / 10) ? 255 : 0);
        }
      }
      clip.frame(frame);
    }
    return clip.build();
  }

  private INDArray imagined(INDArray latents) {
    INDArray given = latents.get(NDArrayIndex.interval(1, 1 + GIVEN), NDArrayIndex.all()).dup('c');
    long d = latents.size(1);
    return model.rollout(given.reshape(1, GIVEN, d), STEPS).reshape(STEPS, d);
  }

  @Test
  void theShippedModelComputesWhatPyTorchComputesFromItsFile() throws IOException {
    JsonNode pytorch;
    try (InputStream in = getClass().getResourceAsStream("jepa_tiny_in_pytorch.json")) {
      pytorch = JsonMapper.shared().readTree(in);
    }
    INDArray latents = model.encode(disc(64, 12));

    assertThat(furthest(latents, pytorch.get("latents"))).isLessThan(TOLERANCE);
    assertThat(furthest(imagined(latents), pytorch.get("imagined"))).isLessThan(TOLERANCE);
  }

  @Test
  void anExportLiesReadyForPyTorchToCheck() throws IOException {
    Path folder = Path.of("target", "jepa-parity");
    Clip clip = disc(64, 12);
    float[] frames = new float[12 * 64 * 64];
    for (int t = 0; t < 12; t++) {
      byte[] frame = clip.frame(t);
      for (int i = 0; i < frame.length; i++) {
        frames[t * 64 * 64 + i] = frame[i] & 0xff;
      }
    }
    INDArray latents = model.encode(clip);
    Map<String, INDArray> io = new LinkedHashMap<>();
    io.put("frames", Nd4j.createFromArray(frames).reshape(12, 64, 64));
    io.put("latents", latents);
    io.put("imagined", imagined(latents));
    io.put("painted", model.decode(latents));

    model.save(folder, "jepa-parity", "ExportParityTest");
    Safetensors.write(folder.resolve("io.safetensors"), io);

    assertThat(Checkpoint.verify(folder).ok()).isTrue();
    assertThat(Safetensors.read(folder.resolve("model.safetensors")))
        .isEqualTo(Safetensors.read(SHIPPED.resolve("model.safetensors")));
  }

  private static double furthest(INDArray ours, JsonNode theirs) {
    assertThat((long) theirs.size()).isEqualTo(ours.size(0));
    assertThat((long) theirs.get(0).size()).isEqualTo(ours.size(1));
    double furthest = 0;
    for (int i = 0; i < ours.size(0); i++) {
      for (int j = 0; j < ours.size(1); j++) {
        double difference = ours.getDouble(i, j) - theirs.get(i).get(j).asDouble();
        furthest = Math.max(furthest, Math.abs(difference));
      }
    }
    return furthest;
  }
}

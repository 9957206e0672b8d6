package org.orrery.workbench.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;
import org.orrery.workbench.models.Condition;
import org.orrery.workbench.models.WorldModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we export gives the same outputs in PyTorch: against values that independent PyTorch
 * definitions computed from the shipped weights (src/test/python/..._parity.py reference). The
 * second test leaves exports for the same programs' {@code check}, which compares live.
 */
class ExportParityTest {
  private static final Path SHIPPED = Path.of("..", "checkpoints");
  private static final double TOLERANCE = 1e-5;
  private static final int GIVEN = 3;
  private static final int STEPS = 8;
  private static final int TIME = 12;

  private static WorldModel model(String name) {
    return WorldModel.load(SHIPPED.resolve(name));
  }

  /** In each colour a disc of radius size/10 that moves on a line, as parity.py draws it. */
  private static Clip discs(int size, int colours) {
    Clip.Builder clip = Clip.builder("discs", colours, size, size);
    for (int t = 0; t < TIME; t++) {
      byte[] frame = new byte[colours * size * size];
      for (int c = 0; c < colours; c++) {
        for (int y = 0; y < size; y++) {
          for (int x = 0; x < size; x++) {
            int dx = x - (size / 4 + 2 * t);
            int dy = y - (size / 3 + (c + 1) * t);
            boolean inside = dx * dx + dy * dy <= (size / 10) * (size / 10);
            frame[(c * size + y) * size + x] = (byte) (inside ? 255 : 0);
          }
        }
      }
      clip.frame(frame);
    }
    return clip.build();
  }

  /** What a model with conditions is told, [given + steps, k], as in parity.py; null without. */
  private static INDArray told(WorldModel model) {
    int k = model.conditions().stream().mapToInt(Condition::components).sum();
    if (k == 0) {
      return null;
    }
    INDArray told = Nd4j.create(GIVEN + STEPS, k);
    for (int t = 0; t < GIVEN + STEPS; t++) {
      for (int j = 0; j < k; j++) {
        told.putScalar(t, j, ((3 * t + 5 * j) % 7 - 3) / 4.0);
      }
    }
    return told;
  }

  /** The clip's latents; a model that is told something is told nothing of note of this one. */
  private static INDArray latents(WorldModel model, Clip clip) {
    Clip told = clip;
    for (Condition condition : model.conditions()) {
      List<String> names =
          IntStream.range(0, condition.components()).mapToObj(Integer::toString).toList();
      float[][] zeros = new float[clip.frames()][condition.components()];
      told = told.withVariable(new Variable(condition.variable(), "1", names, zeros));
    }
    return model.encode(told);
  }

  private static INDArray imagined(WorldModel model, INDArray latents) {
    INDArray given = latents.get(NDArrayIndex.interval(1, 1 + GIVEN), NDArrayIndex.all()).dup('c');
    long d = latents.size(1);
    INDArray told = told(model);
    INDArray conditions = told == null ? null : told.reshape(1, GIVEN + STEPS, told.size(1));
    return model.rollout(given.reshape(1, GIVEN, d), STEPS, conditions).reshape(STEPS, d);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jepa-tiny", "recurrent-nano", "slots-nano"})
  void theShippedModelComputesWhatPyTorchComputesFromItsFile(String name) throws IOException {
    WorldModel model = model(name);
    JsonNode pytorch;
    String file = name.replace('-', '_') + "_in_pytorch.json";
    try (InputStream in = getClass().getResourceAsStream(file)) {
      pytorch = JsonMapper.shared().readTree(in);
    }
    INDArray latents = latents(model, discs(64, colours(name)));

    assertThat(furthest(latents, pytorch.get("latents"))).isLessThan(TOLERANCE);
    assertThat(furthest(imagined(model, latents), pytorch.get("imagined"))).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jepa-tiny", "recurrent-nano", "slots-nano"})
  void anExportLiesReadyForPyTorchToCheck(String name) throws IOException {
    WorldModel model = model(name);
    Path folder = Path.of("target", "export-parity", name);
    int colours = colours(name);
    Clip clip = discs(64, colours);
    int size = colours * 64 * 64;
    float[] frames = new float[TIME * size];
    for (int t = 0; t < TIME; t++) {
      byte[] frame = clip.frame(t);
      for (int i = 0; i < size; i++) {
        frames[t * size + i] = frame[i] & 0xff;
      }
    }
    INDArray latents = latents(model, clip);
    Map<String, INDArray> io = new LinkedHashMap<>();
    io.put("frames", Nd4j.createFromArray(frames).reshape(TIME, colours, 64, 64));
    io.put("latents", latents);
    io.put("imagined", imagined(model, latents));
    io.put("painted", model.decode(latents).reshape(TIME, colours, 64, 64));
    if (told(model) != null) {
      io.put("told", told(model));
    }

    model.save(folder, name, "ExportParityTest");
    Safetensors.write(folder.resolve("io.safetensors"), io);

    assertThat(Checkpoint.verify(folder).ok()).isTrue();
    assertThat(Safetensors.read(folder.resolve("model.safetensors")))
        .isEqualTo(Safetensors.read(SHIPPED.resolve(name).resolve("model.safetensors")));
  }

  private static int colours(String name) {
    return name.equals("slots-nano") ? 3 : 1;
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

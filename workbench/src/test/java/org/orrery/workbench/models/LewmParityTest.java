package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.checkpoints.CheckpointException;
import org.orrery.workbench.checkpoints.NameMap;
import org.orrery.workbench.checkpoints.StateDict;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.training.Objective;
import org.orrery.workbench.training.Regulariser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weights under LeWM's published names give what an independent PyTorch network of that layout
 * gives: src/test/python/lewm_parity.py made the weights and the values.
 */
class LewmParityTest {
  private static final double TOLERANCE = 1e-5;
  private static final int FRAMES = 7;
  private static final int SIZE = 16;
  private static final int ACTIONS = 4;
  private static final LewmConfig CONFIG =
      new LewmConfig(
          SIZE, 3, new VitConfig(4, 12, 2, 3), 24, 8, 2, 4, 6, 20, 3, 0, 5, 16, 8, told(ACTIONS));

  @TempDir Path temp;

  private static List<Condition> told(int numbers) {
    return List.of(new Condition("action", numbers, 1));
  }

  private static StateDict theirs() {
    try {
      return StateDict.read(Path.of(LewmParityTest.class.getResource("lewm.pt").toURI()));
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(String name) throws IOException {
    try (InputStream in = LewmParityTest.class.getResourceAsStream(name)) {
      return JsonMapper.shared().readTree(in);
    }
  }

  private static WorldModel ours(String engine) {
    StateDict renamed = theirs().renamed(NameMap.lewm());
    return WorldModel.of(CONFIG, renamed, Engine.named(engine), "decoder");
  }

  /** The stripes of lewm_parity.py. */
  private static int shade(int clip, int t, int colour, int y, int x) {
    return (7 * x + 13 * y + 29 * t + 50 * colour + 71 * clip) % 256;
  }

  private static float action(int clip, int t, int j) {
    return (float) Math.sin(t + 0.7 * j + 2.0 * clip);
  }

  private static Clip stripes() {
    Clip.Builder clip = Clip.builder("stripes", 3, SIZE, SIZE);
    for (int t = 0; t < FRAMES; t++) {
      byte[] frame = new byte[3 * SIZE * SIZE];
      for (int i = 0; i < frame.length; i++) {
        frame[i] = (byte) shade(0, t, i / (SIZE * SIZE), i / SIZE % SIZE, i % SIZE);
      }
      clip.frame(frame);
    }
    float[][] actions = new float[FRAMES][ACTIONS];
    List<String> components = new ArrayList<>();
    for (int j = 0; j < ACTIONS; j++) {
      components.add("a" + j);
      for (int t = 0; t < FRAMES; t++) {
        actions[t][j] = action(0, t, j);
      }
    }
    return clip.variable(new Variable("action", "1", components, actions)).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void latentsAndPredictionsAreThoseOfThePublishedNetwork(String engine) throws IOException {
    JsonNode pytorch = json("lewm_in_pytorch.json");
    WorldModel model = ours(engine);
    Clip clip = stripes();

    INDArray latents = model.encode(clip);
    INDArray first = latents.get(NDArrayIndex.interval(0, 1), NDArrayIndex.all()).dup('c');
    INDArray told = model.conditions(List.of(clip), 0, 6);
    INDArray imagined = model.rollout(first.reshape(1, 1, 8), 5, told).reshape(5, 8);

    assertThat(furthest(latents, pytorch.get("latents"))).isLessThan(TOLERANCE);
    assertThat(furthest(imagined, pytorch.get("imagined"))).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void theLossesOfATrainingStepAreThePublishedOnes(String engine) throws IOException {
    JsonNode pytorch = json("lewm_in_pytorch.json");
    Objective objective = new Objective(3, 1, Regulariser.SIGREG, 0.18, 6);
    Parameters weights =
        theirs()
            .renamed(NameMap.lewm())
            .matching(Lewm.of(CONFIG).initialize(1), List.of("decoder"));

    Map<String, Double> losses;
    try (Network network = Engine.named(engine).network(weights)) {
      losses =
          network
              .train(Lewm.of(CONFIG).objective("lewm", objective), AdamW.standard())
              .step(batch(pytorch.get("directions")), 0);
    }

    double next = pytorch.get("next").asDouble();
    double sigreg = pytorch.get("sigreg").asDouble();
    assertThat(losses.get("next")).isCloseTo(next, within(TOLERANCE));
    assertThat(2 * losses.get("spread")).isCloseTo(sigreg, within(TOLERANCE));
    assertThat(losses.get("loss") - losses.get("decoder"))
        .isCloseTo(next + 0.09 * sigreg, within(TOLERANCE));
  }

  /** Three clips of five frames, the first of which only comes before the second. */
  private static Map<String, INDArray> batch(JsonNode directions) {
    INDArray frames = Nd4j.create(3, 5, 3, SIZE, SIZE);
    INDArray actions = Nd4j.create(3, 5, ACTIONS);
    for (int clip = 0; clip < 3; clip++) {
      for (int t = 0; t < 5; t++) {
        for (int i = 0; i < 3 * SIZE * SIZE; i++) {
          int[] at = {clip, t, i / (SIZE * SIZE), i / SIZE % SIZE, i % SIZE};
          frames.putScalar(at, shade(clip, t, at[2], at[3], at[4]) / 255f);
        }
        for (int j = 0; j < ACTIONS; j++) {
          actions.putScalar(new int[] {clip, t, j}, action(clip, t, j));
        }
      }
    }
    INDArray projections = Nd4j.create(8, 6);
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 6; j++) {
        projections.putScalar(i, j, directions.get(i).get(j).asDouble());
      }
    }
    return Map.of("frames", frames, "conditions", actions, "projections", projections);
  }

  @Test
  void theNewerNamesOfTheVitAndThoseOfAWholeTrainingModuleAreKnownToo() {
    Map<String, INDArray> newer = new LinkedHashMap<>();
    theirs()
        .tensors()
        .forEach(
            (name, tensor) ->
                newer.put(
                    "model."
                        + name.replace("encoder.encoder.layer.", "encoder.layers.")
                            .replace("attention.attention.query", "attention.q_proj")
                            .replace("attention.attention.key", "attention.k_proj")
                            .replace("attention.attention.value", "attention.v_proj")
                            .replace("attention.output.dense", "attention.o_proj")
                            .replace("intermediate.dense", "mlp.fc1")
                            .replace("output.dense", "mlp.fc2"),
                    tensor));
    newer.put("sigreg.t", Nd4j.zeros(17));
    assertThat(newer).containsKey("model.encoder.layers.1.mlp.fc2.bias");

    Map<String, INDArray> renamed =
        new StateDict(Path.of("module.pt"), newer).renamed(NameMap.lewm()).tensors();

    assertThat(renamed).isEqualTo(theirs().renamed(NameMap.lewm()).tensors());
  }

  /** The published file holds 303 tensors; so many does PyTorch count in a network of its sizes. */
  @Test
  void everyNameOfThePublishedSizesHasItsPlaceAndShapeInOurs() throws IOException {
    Map<String, INDArray> published = new LinkedHashMap<>();
    json("lewm_layout.json")
        .properties()
        .forEach(
            entry -> {
              long[] shape = entry.getValue().valueStream().mapToLong(JsonNode::asLong).toArray();
              published.put(
                  entry.getKey(), shape.length == 0 ? Nd4j.scalar(7f) : Nd4j.zeros(shape));
            });
    StateDict theirs = new StateDict(Path.of("weights.pt"), published).renamed(NameMap.lewm());

    WorldModel model =
        WorldModel.of(
            LewmConfig.base().withConditions(told(10)), theirs, Engine.torch(), "decoder");

    assertThat(published).hasSize(303);
    assertThat(model.card().history()).containsExactly("weights of weights.pt");
    assertThat(model.config()).isEqualTo(LewmConfig.base().withConditions(told(10)));
  }

  @Test
  void whatDoesNotFitIsListedAndNothingIsLoaded() {
    StateDict renamed = theirs().renamed(NameMap.lewm());
    Map<String, INDArray> more = new LinkedHashMap<>(renamed.tensors());
    more.put("predictor.transformer.input_proj.weight", Nd4j.zeros(8, 6));
    StateDict wider = new StateDict(renamed.file(), more);

    assertThatThrownBy(() -> WorldModel.of(CONFIG, renamed))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("missing decoder.fc1.weight [16, 8]");
    assertThatThrownBy(() -> WorldModel.of(CONFIG, wider, "decoder"))
        .hasMessageContaining("unexpected predictor.transformer.input_proj.weight [8, 6]");
    assertThatThrownBy(() -> WorldModel.of(CONFIG.withConditions(told(5)), renamed, "decoder"))
        .hasMessageContaining("predictor.condition1.weight: expected shape [5, 5], came [5, 4]");
    assertThatThrownBy(() -> WorldModel.of(CONFIG, renamed, "decodre"))
        .hasMessageContaining("no parameter of the model belongs to the part \"decodre\"");
  }

  @Test
  void whatWasTakenOverIsSavedAndReadAsACheckpoint() {
    WorldModel model = ours("torch");

    model.save(temp.resolve("lewm"), "lewm", "a test");

    WorldModel again = WorldModel.load(temp.resolve("lewm"));
    assertThat(again.encode(stripes())).isEqualTo(model.encode(stripes()));
    assertThat(again.card().licence()).isEqualTo("that of lewm.pt");
  }

  private static double furthest(INDArray ours, JsonNode theirs) {
    assertThat((long) theirs.size()).isEqualTo(ours.size(0));
    double furthest = 0;
    for (int i = 0; i < ours.size(0); i++) {
      assertThat((long) theirs.get(i).size()).isEqualTo(ours.size(1));
      for (int j = 0; j < ours.size(1); j++) {
        double difference = ours.getDouble(i, j) - theirs.get(i).get(j).asDouble();
        furthest = Math.max(furthest, Math.abs(difference));
      }
    }
    return furthest;
  }
}

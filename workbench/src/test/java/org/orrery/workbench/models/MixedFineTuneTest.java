package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.checkpoints.Checkpoint;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Precision;
import org.orrery.workbench.training.TrainingRun;

/** Fine-tuning with products in bfloat16. */
class MixedFineTuneTest {
  @TempDir Path temp;

  private final NeuralModel model = NeuralModel.create(Tiny.config(), 5, Engine.torch());

  private TrainingRun tune(NeuralModel chosen, Precision precision) {
    return chosen
        .fineTune(Tiny.clips(8))
        .precision(precision)
        .batch(4)
        .warmup(1)
        .horizon(2)
        .steps(4)
        .run();
  }

  /** Whether a float's lower 16 bits are zero: all that bfloat16 can hold. */
  private static boolean isBfloat16(float value) {
    return (Float.floatToRawIntBits(value) & 0xffff) == 0;
  }

  @Test
  void weightsChangeAndStayFloat32AndFinite() {
    INDArray before = model.parameters().get("encoder.fc.weight").dup();

    TrainingRun run = tune(model, Precision.MIXED);

    assertThat(run.history()).allSatisfy(step -> assertThat(step.loss()).isFinite());
    for (Parameter parameter : model.parameters().all()) {
      assertThat(parameter.value().dataType()).as(parameter.name()).isEqualTo(DataType.FLOAT);
      assertThat(parameter.value().sumNumber().doubleValue()).as(parameter.name()).isFinite();
    }
    INDArray after = model.parameters().get("encoder.fc.weight");
    assertThat(after).isNotEqualTo(before);
    // Weights rounded to bfloat16 would all end in 16 zero bits; of float32 one in 65,536 does.
    int rounded = 0;
    for (float value : after.dup('c').data().asFloat()) {
      rounded += isBfloat16(value) ? 1 : 0;
    }
    assertThat(rounded).isLessThan((int) (after.length() / 10));
  }

  @Test
  void itsLossesAreThoseOfFloat32UpToBfloat16sDigits() {
    NeuralModel full = NeuralModel.create(Tiny.config(), 5, Engine.torch());

    TrainingRun mixed = tune(model, Precision.MIXED);
    TrainingRun exact = tune(full, Precision.FULL);

    for (int i = 0; i < exact.history().size(); i++) {
      double expected = exact.history().get(i).loss();
      assertThat(mixed.history().get(i).loss())
          .isNotEqualTo(expected)
          .isBetween(0.97 * expected, 1.03 * expected);
    }
  }

  @Test
  void itsCheckpointHoldsFloat32() throws IOException {
    tune(model, Precision.MIXED);

    model.save(temp.resolve("mixed"), "mixed", "a test");

    byte[] file = Files.readAllBytes(temp.resolve("mixed").resolve("model.safetensors"));
    int length = file[0] & 0xff | (file[1] & 0xff) << 8;
    String header = new String(file, 8, length, StandardCharsets.UTF_8);
    assertThat(header).contains("\"F32\"").doesNotContain("BF16");
    assertThat(Checkpoint.read(temp.resolve("mixed")).tensors().get("encoder.fc.weight"))
        .isEqualTo(model.parameters().get("encoder.fc.weight"));
  }
}

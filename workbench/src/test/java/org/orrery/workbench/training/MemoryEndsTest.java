package org.orrery.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orrery.workbench.training.FineTuning.auto;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.worlds.Worlds;

/** Runs of a model that, from four windows on, needs more memory than any machine has. */
class MemoryEndsTest {
  private static final int SIZE = 8;
  private static final int SIDE = 1 << 12;

  private final ClipSet clips =
      Clips.of(Worlds.bouncingBall().radius(0.8).size(SIZE).frames(9), 12).seed(2);
  private final Hungry model = new Hungry();

  private record Hungry(PixelLine line) implements Trainable {
    Hungry() {
      this(new PixelLine(SIZE));
    }

    @Override
    public Engine engine() {
      return line.engine();
    }

    @Override
    public Parameters parameters() {
      return line.parameters();
    }

    @Override
    public void accept(Parameters trained) {
      line.accept(trained);
    }

    @Override
    public Computation objective(Objective objective) {
      Computation plain = line.objective(objective);
      return (ops, in) -> {
        Map<String, Tensor> losses = new LinkedHashMap<>(plain.apply(ops, in));
        if (in.get("frames").size(0) > 3) {
          losses.put("huge", huge(ops));
        }
        return losses;
      };
    }

    /** The mean of 2^48 numbers: a petabyte. */
    private static Tensor huge(Ops ops) {
      Tensor column = ops.constant(new float[SIDE], SIDE, 1);
      Tensor square = ops.matmul(column, ops.reshape(column, 1, SIDE));
      long all = (long) SIDE * SIDE;
      return ops.mean(ops.matmul(ops.reshape(square, all, 1), ops.reshape(square, 1, all)));
    }

    @Override
    public Map<String, INDArray> noise(Objective objective, RandomGenerator random) {
      return Map.of();
    }

    @Override
    public void check(Clip clip) {
      line.check(clip);
    }
  }

  private FineTune tune() {
    return FineTune.of(model, clips).horizon(2).warmup(1).steps(3);
  }

  @Test
  void aBatchThatDoesNotFitIsRefusedWithOneThatMayAndTheWeightsAreKept() {
    INDArray before = model.parameters().get("line.weight").dup();

    assertThatThrownBy(() -> tune().batch(6).run())
        .isInstanceOf(DeviceMemoryException.class)
        .hasMessageContaining("step 1: a batch of 6 windows does not fit into memory")
        .hasMessageContaining("1048576.00 GiB could not be had")
        .hasMessageContaining(".batch(3)")
        .hasMessageContaining(".accumulate(2)");

    assertThat(model.parameters().get("line.weight")).isEqualTo(before);
  }

  @Test
  void theSameBatchInPartsFits() {
    assertThat(tune().batch(6).accumulate(2).run().history()).hasSize(3);
  }

  @Test
  void theLargestBatchThatFitsIsFoundByTrying() {
    TrainingRun run = tune().batch(auto(12)).run();

    assertThat(run.what()).contains("3 steps of 3 windows");
    assertThat(run.history()).hasSize(3);
  }
}

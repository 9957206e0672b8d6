import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Precision;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.engine.Training;

/**
 * Times training steps (forward, backward, clip, AdamW; batch 32) of one model on one engine, and
 * prints the median in milliseconds,
 * the processor time of a step in milliseconds (of the calling thread: all of it where the engine
 * has one), and the last loss.
 *
 * <p>{@code java -cp 'lab/target/orrery/lib/*' benchmarks/engines/EngineSteps.java MODEL ENGINE
 * PRECISION WARM-UP STEPS}; models: autoencoder, gru, transformer, mlp. The same models in PyTorch
 * are in peer.py; side_by_side.py runs both in turn.
 */
final class EngineSteps {
  private static final int BATCH = 32;
  private static final Random RANDOM = new Random(1);
  private static final List<Parameter> PARAMETERS = new ArrayList<>();

  public static void main(String[] args) {
    Map<String, INDArray> batch = new LinkedHashMap<>();
    Computation objective =
        switch (args[0]) {
          case "autoencoder" -> autoencoder(batch);
          case "gru" -> gru(batch);
          case "transformer" -> transformer(batch);
          case "mlp" -> mlp(batch);
          default -> throw new IllegalArgumentException("no model is named " + args[0]);
        };
    Engine engine = Engine.named(args[1]);
    Precision precision = Precision.valueOf(args[2]);
    int warm = Integer.parseInt(args[3]);
    double[] milliseconds = new double[Integer.parseInt(args[4])];
    double loss = 0;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long processor = 0;
    try (Network network = engine.network(Parameters.of(PARAMETERS), precision)) {
      Training training = network.train(objective, AdamW.standard());
      for (int i = -warm; i < milliseconds.length; i++) {
        processor = i == 0 ? threads.getCurrentThreadCpuTime() : processor;
        long start = System.nanoTime();
        loss = training.step(batch, 1e-3).get("loss");
        if (i >= 0) {
          milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    double busy = (threads.getCurrentThreadCpuTime() - processor) / 1e6 / milliseconds.length;
    Arrays.sort(milliseconds);
    System.out.printf("%.3f %.3f %.6f%n", milliseconds[milliseconds.length / 2], busy, loss);
  }

  private static void weight(String name, double scale, long... shape) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (scale * (2 * RANDOM.nextDouble() - 1));
    }
    PARAMETERS.add(Parameter.weight(name, Nd4j.createFromArray(values).reshape(shape)));
  }

  private static void linear(String name, int in, int out) {
    weight(name + ".weight", 1 / Math.sqrt(in), out, in);
    weight(name + ".bias", 1 / Math.sqrt(in), out);
  }

  private static void norm(String name, int width) {
    PARAMETERS.add(Parameter.weight(name + ".weight", Nd4j.ones(width)));
    PARAMETERS.add(Parameter.weight(name + ".bias", Nd4j.zeros(width)));
  }

  private static INDArray normal(long... shape) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) RANDOM.nextGaussian();
    }
    return Nd4j.createFromArray(values).reshape(shape);
  }

  private static Tensor linear(Ops ops, Tensor x, String name) {
    return ops.linear(x, ops.parameter(name + ".weight"), ops.parameter(name + ".bias"));
  }

  private static Tensor norm(Ops ops, Tensor x, String name) {
    return ops.layerNorm(x, ops.parameter(name + ".weight"), ops.parameter(name + ".bias"));
  }

  /** 64x64x3 to 128 numbers and back: four strided convolutions, four transposed ones. */
  private static Computation autoencoder(Map<String, INDArray> batch) {
    int[] channels = {3, 32, 64, 128, 256};
    for (int i = 0; i < 4; i++) {
      double scale = 1 / Math.sqrt(channels[i] * 16);
      weight("down" + i + ".weight", scale, channels[i + 1], channels[i], 4, 4);
      weight("down" + i + ".bias", scale, channels[i + 1]);
      weight("up" + i + ".weight", scale, channels[i + 1], channels[i], 4, 4);
      weight("up" + i + ".bias", scale, channels[i]);
    }
    linear("code", 4096, 128);
    linear("uncode", 128, 4096);
    batch.put("x", normal(BATCH, 3, 64, 64));
    return (ops, in) -> {
      Tensor h = in.get("x");
      for (int i = 0; i < 4; i++) {
        Tensor bias = ops.parameter("down" + i + ".bias");
        h = ops.relu(ops.conv2d(h, ops.parameter("down" + i + ".weight"), bias, 2, 1));
      }
      h = linear(ops, ops.reshape(h, BATCH, 4096), "code");
      h = ops.reshape(ops.relu(linear(ops, h, "uncode")), BATCH, 256, 4, 4);
      for (int i = 3; i >= 0; i--) {
        Tensor bias = ops.parameter("up" + i + ".bias");
        h = ops.convTranspose2d(h, ops.parameter("up" + i + ".weight"), bias, 2, 1);
        h = i > 0 ? ops.relu(h) : h;
      }
      return Map.of("loss", ops.mse(h, in.get("x")));
    };
  }

  /** A gated recurrent unit of width 256 over 16 steps (Cho et al. 2014, as PyTorch computes it). */
  private static Computation gru(Map<String, INDArray> batch) {
    int width = 256;
    weight("input.weight", 1.0 / 16, 3 * width, width);
    weight("input.bias", 1.0 / 16, 3 * width);
    weight("hidden.weight", 1.0 / 16, 3 * width, width);
    weight("hidden.bias", 1.0 / 16, 3 * width);
    batch.put("x", normal(16, BATCH, width));
    batch.put("y", normal(16, BATCH, width));
    return (ops, in) -> {
      Tensor states =
          ops.gru(
              in.get("x"),
              ops.constant(new float[BATCH * width], BATCH, width),
              ops.parameter("input.weight"),
              ops.parameter("input.bias"),
              ops.parameter("hidden.weight"),
              ops.parameter("hidden.bias"));
      return Map.of("loss", ops.mse(states, in.get("y")));
    };
  }

  /** Four pre-norm layers of width 192 with 3 heads over 16 tokens. */
  private static Computation transformer(Map<String, INDArray> batch) {
    int width = 192;
    for (int i = 0; i < 4; i++) {
      norm("attend" + i, width);
      linear("qkv" + i, width, 3 * width);
      linear("out" + i, width, width);
      norm("think" + i, width);
      linear("wide" + i, width, 4 * width);
      linear("narrow" + i, 4 * width, width);
    }
    batch.put("x", normal(BATCH, 16, width));
    batch.put("y", normal(BATCH, 16, width));
    return (ops, in) -> {
      Tensor x = in.get("x");
      for (int i = 0; i < 4; i++) {
        Tensor qkv = linear(ops, norm(ops, x, "attend" + i), "qkv" + i);
        qkv = ops.permute(ops.reshape(qkv, BATCH, 16, 3, 3, 64), 2, 0, 3, 1, 4);
        Tensor[] parts = new Tensor[3];
        List<Tensor> cut = ops.split(qkv, 0, 1);
        for (int p = 0; p < 3; p++) {
          parts[p] = ops.reshape(cut.get(p), BATCH, 3, 16, 64);
        }
        Tensor seen = ops.attention(parts[0], parts[1], parts[2], true);
        seen = ops.reshape(ops.permute(seen, 0, 2, 1, 3), BATCH, 16, width);
        x = ops.add(x, linear(ops, seen, "out" + i));
        Tensor thought = ops.gelu(linear(ops, norm(ops, x, "think" + i), "wide" + i));
        x = ops.add(x, linear(ops, thought, "narrow" + i));
      }
      return Map.of("loss", ops.mse(x, in.get("y")));
    };
  }

  /** Three layers of width 512. */
  private static Computation mlp(Map<String, INDArray> batch) {
    for (int i = 0; i < 3; i++) {
      linear("fc" + i, 512, 512);
    }
    batch.put("x", normal(BATCH, 512));
    batch.put("y", normal(BATCH, 512));
    return (ops, in) -> {
      Tensor h = in.get("x");
      for (int i = 0; i < 3; i++) {
        h = linear(ops, h, "fc" + i);
        h = i < 2 ? ops.relu(h) : h;
      }
      return Map.of("loss", ops.mse(h, in.get("y")));
    };
  }
}

package org.orrery.workbench.engine.nd4j;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Optimization;

/**
 * Adam's two moments of one weight, and the weight's average where one is kept. A step goes through
 * all of them once, a stretch at a time, in loops that the compiler turns into vector instructions;
 * ND4J's own updater needs four more passes around it.
 */
final class Moments {
  /** Below this a moment becomes zero: denormal numbers are computed many times slower. */
  private static final float SMALLEST = 1e-30f;

  /** Steps between two flushes: no moment falls from {@link #SMALLEST} to a denormal in so few. */
  private static final int FLUSHED_EVERY = 16;

  /** Numbers of a stretch: its arrays stay in a core's first cache. */
  private static final int STRETCH = 1024;

  private final AdamW adam;
  private final double share;
  private final double averaging;
  private final INDArray weight;
  private final INDArray first;
  private final INDArray second;
  private final INDArray average;
  // A gradient of another layout, row by row; made when the first one comes.
  private INDArray rowMajor;

  Moments(Optimization optimization, String name, INDArray weight) {
    this.adam = optimization.adam();
    this.share = optimization.share(name);
    this.averaging = optimization.averaging();
    this.weight = weight;
    this.first = Nd4j.zeros(DataType.FLOAT, weight.shape());
    this.second = Nd4j.zeros(DataType.FLOAT, weight.shape());
    this.average = averaging > 0 ? weight.dup('c') : weight;
  }

  /**
   * Step number {@code step}, counted from one.
   *
   * @param gradient of the loss, or null when the loss does not depend on the weight
   * @param scale clips it
   */
  void update(INDArray gradient, double scale, int step, double learningRate) {
    double rate = share * learningRate;
    float kept = (float) (weight.rank() > 1 ? 1 - rate * adam.weightDecay() : 1);
    float pace = (float) (rate / (1 - Math.pow(adam.beta1(), step)));
    float unbiased = (float) (1 / (1 - Math.pow(adam.beta2(), step)));
    FloatBuffer gradients = gradient == null ? null : numbers(plain(gradient));
    FloatBuffer firsts = numbers(first);
    FloatBuffer seconds = numbers(second);
    FloatBuffer weights = numbers(weight);
    FloatBuffer averages = numbers(average);
    float[] g = new float[STRETCH];
    float[] m = new float[STRETCH];
    float[] v = new float[STRETCH];
    float[] w = new float[STRETCH];
    float[] a = new float[STRETCH];
    int length = Math.toIntExact(weight.length());
    for (int from = 0; from < length; from += STRETCH) {
      int n = Math.min(STRETCH, length - from);
      if (gradients != null) {
        gradients.get(from, g, 0, n);
      }
      firsts.get(from, m, 0, n);
      seconds.get(from, v, 0, n);
      weights.get(from, w, 0, n);
      remember(g, (float) scale, m, v, n);
      if (step % FLUSHED_EVERY == 0) {
        flush(m, n);
        flush(v, n);
      }
      move(w, kept, pace, m, v, unbiased, n);
      firsts.put(from, m, 0, n);
      seconds.put(from, v, 0, n);
      weights.put(from, w, 0, n);
      if (averaging > 0) {
        averages.get(from, a, 0, n);
        approach(a, w, (float) (1 - averaging), n);
        averages.put(from, a, 0, n);
      }
    }
  }

  private INDArray plain(INDArray gradient) {
    if (Nd4jNetwork.isPlain(gradient)) {
      return gradient;
    }
    if (rowMajor == null) {
      rowMajor = Nd4j.createUninitialized(DataType.FLOAT, weight.shape());
    }
    return rowMajor.assign(gradient);
  }

  private static FloatBuffer numbers(INDArray plain) {
    return plain.data().asNioFloat();
  }

  private void remember(float[] g, float scale, float[] m, float[] v, int n) {
    float old1 = (float) adam.beta1();
    float new1 = (float) (1 - adam.beta1());
    float old2 = (float) adam.beta2();
    float new2 = (float) (1 - adam.beta2());
    for (int i = 0; i < n; i++) {
      float clipped = scale * g[i];
      m[i] = old1 * m[i] + new1 * clipped;
      v[i] = old2 * v[i] + new2 * clipped * clipped;
    }
  }

  private void move(
      float[] w, float kept, float pace, float[] m, float[] v, float unbiased, int n) {
    float epsilon = (float) adam.epsilon();
    for (int i = 0; i < n; i++) {
      float root = (float) Math.sqrt(unbiased * v[i]) + epsilon;
      w[i] = kept * w[i] - pace * m[i] / root;
    }
  }

  private static void approach(float[] a, float[] w, float share, int n) {
    for (int i = 0; i < n; i++) {
      a[i] += share * (w[i] - a[i]);
    }
  }

  private static void flush(float[] moment, int n) {
    for (int i = 0; i < n; i++) {
      if (Math.abs(moment[i]) < SMALLEST) {
        moment[i] = 0;
      }
    }
  }

  /** The average, or the weight itself where none is kept. */
  INDArray average() {
    return average;
  }

  /** What is remembered between steps, by its kind; the arrays themselves. */
  Map<String, INDArray> arrays() {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    arrays.put("first", first);
    arrays.put("second", second);
    if (averaging > 0) {
      arrays.put("average", average);
    }
    return arrays;
  }
}

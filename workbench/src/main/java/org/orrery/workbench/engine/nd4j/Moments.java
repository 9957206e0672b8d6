package org.orrery.workbench.engine.nd4j;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.BooleanIndexing;
import org.nd4j.linalg.indexing.conditions.Conditions;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Optimization;

/** Adam's two moments of one weight, and the weight's average where one is kept. */
final class Moments {
  /** Below this a moment becomes zero: denormal numbers make ND4J 60 times slower. */
  private static final float SMALLEST = 1e-30f;

  /** Steps between two flushes: no moment falls from {@link #SMALLEST} to a denormal in so few. */
  private static final int FLUSHED_EVERY = 16;

  private final AdamW adam;
  private final double share;
  private final double averaging;
  private final INDArray weight;
  private final INDArray first;
  private final INDArray second;
  private final INDArray average;
  private final INDArray change;

  Moments(Optimization optimization, String name, INDArray weight) {
    this.adam = optimization.adam();
    this.share = optimization.share(name);
    this.averaging = optimization.averaging();
    this.weight = weight;
    this.first = Nd4j.zeros(DataType.FLOAT, weight.shape());
    this.second = Nd4j.zeros(DataType.FLOAT, weight.shape());
    this.average = averaging > 0 ? weight.dup('c') : weight;
    this.change = Nd4j.zeros(DataType.FLOAT, weight.shape());
  }

  /**
   * Step number {@code step}, counted from one.
   *
   * @param gradient of the loss, or null when the loss does not depend on the weight
   * @param scale clips it
   */
  void update(INDArray gradient, double scale, int step, double learningRate) {
    double rate = share * learningRate;
    if (gradient == null) {
      change.assign(0);
    } else {
      change.assign(gradient).muli(scale);
    }
    if (step % FLUSHED_EVERY == 0) {
      flush(first);
      flush(second);
    }
    double correction2 = 1 - Math.pow(adam.beta2(), step);
    // The native updater corrects the rate and not the second moment, hence this epsilon.
    double epsilon = adam.epsilon() * Math.sqrt(correction2);
    Nd4j.exec(
        new AdamUpdater(
            change, second, first, rate, adam.beta1(), adam.beta2(), epsilon, step - 1));
    if (weight.rank() > 1) {
      weight.muli(1 - rate * adam.weightDecay());
    }
    weight.subi(change);
    if (averaging > 0) {
      average.addi(change.assign(weight).subi(average).muli(1 - averaging));
    }
  }

  private static void flush(INDArray moment) {
    BooleanIndexing.replaceWhere(moment, 0, Conditions.absLessThan(SMALLEST));
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

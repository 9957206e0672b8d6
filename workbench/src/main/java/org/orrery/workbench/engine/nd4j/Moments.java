package org.orrery.workbench.engine.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.BooleanIndexing;
import org.nd4j.linalg.indexing.conditions.Conditions;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.orrery.workbench.engine.AdamW;

/** Adam's two moments of one weight. */
final class Moments {
  /** Below this a moment becomes zero: denormal numbers make ND4J 60 times slower. */
  private static final float SMALLEST = 1e-30f;

  private final AdamW adam;
  private final INDArray weight;
  private final INDArray first;
  private final INDArray second;
  private final INDArray change;

  Moments(AdamW adam, INDArray weight) {
    this.adam = adam;
    this.weight = weight;
    this.first = Nd4j.zeros(DataType.FLOAT, weight.shape());
    this.second = Nd4j.zeros(DataType.FLOAT, weight.shape());
    this.change = Nd4j.zeros(DataType.FLOAT, weight.shape());
  }

  /**
   * Step number {@code step}, counted from one.
   *
   * @param gradient of the loss, or null when the loss does not depend on the weight
   * @param scale clips it
   */
  void update(INDArray gradient, double scale, int step, double learningRate) {
    if (gradient == null) {
      change.assign(0);
    } else {
      change.assign(gradient).muli(scale);
    }
    first.muli(adam.beta1());
    Nd4j.getBlasWrapper().level1().axpy(first.length(), 1 - adam.beta1(), change, first);
    second.muli(adam.beta2()).addi(change.muli(change).muli(1 - adam.beta2()));
    flush(first);
    flush(second);
    if (weight.rank() > 1) {
      weight.muli(1 - learningRate * adam.weightDecay());
    }
    double correction1 = 1 - Math.pow(adam.beta1(), step);
    double correction2 = 1 - Math.pow(adam.beta2(), step);
    change.assign(second).divi(correction2);
    Transforms.sqrt(change, false).addi(adam.epsilon());
    weight.subi(change.rdivi(first).muli(learningRate / correction1));
  }

  private static void flush(INDArray moment) {
    BooleanIndexing.replaceWhere(moment, 0, Conditions.absLessThan(SMALLEST));
  }
}

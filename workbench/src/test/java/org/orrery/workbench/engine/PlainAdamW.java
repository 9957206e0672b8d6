package org.orrery.workbench.engine;

/**
 * AdamW in plain doubles on the quadratic |x - target|^2; the first {@code decayed} values decay.
 */
final class PlainAdamW {
  private final double[] x;
  private final double[] target;
  private final double[] m;
  private final double[] v;
  private final AdamW adam;
  private final int decayed;
  private int t;

  PlainAdamW(double[] start, double[] target, AdamW adam, int decayed) {
    this.x = start.clone();
    this.target = target;
    this.m = new double[x.length];
    this.v = new double[x.length];
    this.adam = adam;
    this.decayed = decayed;
  }

  /** One step; the gradient's norm before clipping. */
  double step(double rate) {
    t++;
    double[] g = new double[x.length];
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      g[i] = 2 * (x[i] - target[i]);
      squares += g[i] * g[i];
    }
    double norm = Math.sqrt(squares);
    double clip = Math.min(1, adam.clip() / norm);
    for (int i = 0; i < x.length; i++) {
      m[i] = adam.beta1() * m[i] + (1 - adam.beta1()) * clip * g[i];
      v[i] = adam.beta2() * v[i] + (1 - adam.beta2()) * clip * g[i] * clip * g[i];
      double unbiasedM = m[i] / (1 - Math.pow(adam.beta1(), t));
      double unbiasedV = v[i] / (1 - Math.pow(adam.beta2(), t));
      x[i] -= i < decayed ? rate * adam.weightDecay() * x[i] : 0;
      x[i] -= rate * unbiasedM / (Math.sqrt(unbiasedV) + adam.epsilon());
    }
    return norm;
  }

  float[] values() {
    float[] values = new float[x.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) x[i];
    }
    return values;
  }
}

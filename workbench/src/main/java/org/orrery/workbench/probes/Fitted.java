package org.orrery.workbench.probes;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A probe that was fitted and can predict the target of held-out samples. */
@FunctionalInterface
interface Fitted {

  /** Predictions [n, k] in the target's units, from features [n, d]. */
  INDArray predict(INDArray features);

  static Fitted of(ProbeData data, Readout readout, long seed) {
    return switch (readout) {
      case LINEAR -> Ridge.on(data).fit()::predict;
      case MLP -> Mlp.fit(data, seed)::predict;
    };
  }

  default Score score(ProbeData.Part held, long seed) {
    return Score.of(Rows.of(held.targets()), Rows.of(predict(held.features())), held.clips(), seed);
  }
}

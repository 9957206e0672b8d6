package org.orrery.workbench.probes;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Split;

/** A probe that was fitted and can predict the target of held-out samples. */
@FunctionalInterface
interface Fitted {

  /** Predictions [n, k] in the target's units, or of classes the one that is largest in a row. */
  INDArray predict(INDArray features);

  static Fitted of(ProbeData data, Readout readout, LambdaChoice choice, long seed) {
    return switch (readout) {
      case LINEAR -> Ridge.on(data, choice).fit(data)::predict;
      case MLP -> Mlp.fit(data, seed)::predict;
    };
  }

  /** The score on the test part. */
  default Score score(ProbeData data, long seed) {
    ProbeData.Part held = data.part(Split.TEST);
    double[][] truth = Rows.of(held.targets());
    double[][] prediction = Rows.of(predict(held.features()));
    return data.classes().isEmpty()
        ? Score.of(truth, prediction, held.clips(), held.weights(), seed)
        : ClassScore.of(truth, prediction, held.clips(), held.weights(), seed);
  }
}

package org.orrery.workbench.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.OptimizerState;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;

/**
 * All that is needed to go on with a run: numbers and texts in {@code notes}, arrays in {@code
 * tensors}. Random numbers need no place here: each is drawn from the seed and the step.
 *
 * @param notes settings, data, history and counts
 * @param tensors {@code weights.NAME}, {@code first.NAME}, {@code second.NAME}, {@code
 *     average.NAME}, {@code best.NAME}
 */
record SavedRun(Notes notes, Map<String, INDArray> tensors) {

  /**
   * What is not an array.
   *
   * @param settings the run's
   * @param engine the engine's name
   * @param data hash of the clips
   * @param validation hash of the held-out clips; empty without any
   * @param updates optimizer steps taken
   * @param limit the loss at which the run counts as diverged
   * @param waited seconds that steps waited for data
   * @param stepping seconds that steps took, waiting and all
   * @param best step with the best validation loss; 0 without one
   * @param bestLoss that loss
   * @param history every step so far
   */
  record Notes(
      Settings settings,
      String engine,
      String data,
      String validation,
      int updates,
      double limit,
      double waited,
      double stepping,
      int best,
      double bestLoss,
      List<TrainingStep> history) {}

  /** Puts arrays together under their kinds. */
  static SavedRun of(Notes notes, Parameters weights, OptimizerState optimizer, Parameters best) {
    Map<String, INDArray> tensors = new LinkedHashMap<>();
    weights.all().forEach(p -> tensors.put("weights." + p.name(), p.value()));
    tensors.putAll(optimizer.arrays());
    if (best != null) {
      best.all().forEach(p -> tensors.put("best." + p.name(), p.value()));
    }
    return new SavedRun(notes, tensors);
  }

  int step() {
    return notes.history().size();
  }

  /** Seconds the run took so far. */
  double seconds() {
    return step() == 0 ? 0 : notes.history().get(step() - 1).seconds();
  }

  /** The weights, as parameters like these. */
  Parameters weights(Parameters like) {
    return parameters("weights.", like);
  }

  /** The best weights so far, or null. */
  Parameters best(Parameters like) {
    return notes.best() == 0 ? null : parameters("best.", like);
  }

  private Parameters parameters(String kind, Parameters like) {
    return Parameters.of(
        like.all().stream()
            .map(p -> new Parameter(p.name(), tensor(kind + p.name(), p), p.trainable()))
            .toList());
  }

  private INDArray tensor(String name, Parameter like) {
    INDArray tensor = tensors.get(name);
    if (tensor == null || !java.util.Arrays.equals(tensor.shape(), like.value().shape())) {
      throw new IllegalArgumentException(
          "the stored run has %s for %s; this model needs shape %s: it is a run of another model"
              .formatted(
                  tensor == null ? "nothing" : java.util.Arrays.toString(tensor.shape()),
                  name,
                  java.util.Arrays.toString(like.value().shape())));
    }
    return tensor;
  }

  /** What the optimizer remembers. */
  OptimizerState optimizer() {
    return new OptimizerState(notes.updates(), tensors);
  }
}

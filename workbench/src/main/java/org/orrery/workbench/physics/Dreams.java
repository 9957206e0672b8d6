package org.orrery.workbench.physics;

import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.models.Imagination;

/** What a model imagined, taken apart into the plain values that a rollout compares. */
final class Dreams {
  private Dreams() {}

  static Rollout rollout(List<Imagination> dreams) {
    if (dreams.isEmpty()) {
      throw new IllegalArgumentException(
          "a rollout needs at least one imagined clip; received none");
    }
    int given = dreams.get(0).given();
    for (Imagination dream : dreams) {
      if (dream.given() != given || dream.steps() != dreams.get(0).steps()) {
        throw new IllegalArgumentException(
            "a rollout needs dreams alike; received \"%s\" and \"%s\""
                .formatted(dreams.get(0), dream));
      }
    }
    return new Rollout(
            dreams.stream().map(Imagination::truth).toList(),
            dreams.stream().map(d -> d.imagined().slice(given, d.imagined().frames())).toList(),
            given)
        .latents(
            stacked(dreams, Imagination::trueLatents),
            stacked(dreams, Imagination::imaginedLatents));
  }

  private static INDArray stacked(
      List<Imagination> dreams, Function<Imagination, INDArray> latents) {
    return Nd4j.stack(0, dreams.stream().map(latents).toArray(INDArray[]::new));
  }
}

package org.orrery.workbench.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Network;

/**
 * The losses on held-out clips: of each the same window every time, dropout off, batch
 * normalisation by its running statistics.
 */
record Validation(Trainable model, Settings settings, ClipSet clips) {

  /**
   * Every named loss, its mean over all windows.
   *
   * @throws InterruptedException when the thread was interrupted before all were seen
   */
  Map<String, Double> of(Network network, Computation objective) throws InterruptedException {
    Map<String, Double> means = new LinkedHashMap<>();
    int together = Math.max(1, Math.min(settings.batch() / settings.accumulate(), clips.size()));
    for (int from = 0; from < clips.size(); from += together) {
      if (Thread.interrupted()) {
        throw new InterruptedException("validation was cut short");
      }
      int to = Math.min(clips.size(), from + together);
      List<Clip> windows = IntStream.range(from, to).mapToObj(this::window).toList();
      double share = (double) windows.size() / clips.size();
      network
          .run(objective, inputs(Windows.frames(windows), windows, from))
          .forEach((name, value) -> means.merge(name, share * value.getDouble(0), Double::sum));
    }
    return means;
  }

  private Map<String, INDArray> inputs(INDArray frames, List<Clip> windows, int from) {
    return Batches.inputs(
        model, settings, frames, windows, new SplittableRandom(Mix.of(settings.seed() + 2, from)));
  }

  private Clip window(int i) {
    Clip clip = clips.get(i);
    int length = settings.objective().window();
    int start =
        new SplittableRandom(Mix.of(settings.seed(), i)).nextInt(clip.frames() - length + 1);
    return clip.slice(start, start + length);
  }
}

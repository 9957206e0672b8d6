package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.World;

/**
 * Where imagination begins in clips of a world: one start a clip, drawn from those at which nothing
 * has touched anything while the model was watching, and nothing will for as long as a flight takes
 * to measure.
 *
 * @param clips the clips, as the model watches them
 * @param last the last given frame of each
 * @param given latents the model is given, [clip, latents, D]
 */
record Starts(List<Clip> clips, List<Integer> last, INDArray given) {
  private static final int MOST_TRIED = 30;

  static Starts of(
      WorldModel model, UnaryOperator<Clip> view, World world, int count, int latents, long seed) {
    List<Clip> clips = new ArrayList<>();
    List<Integer> last = new ArrayList<>();
    List<INDArray> given = new ArrayList<>();
    int tried = 0;
    for (; clips.size() < count && tried < MOST_TRIED * count; tried++) {
      Clip clip = world.generate(seed, tried);
      int t = start(clip, latents, new SplittableRandom(seed * 1_000_003 + tried));
      if (t > 0) {
        Clip seen = view.apply(clip);
        clips.add(seen);
        last.add(t);
        INDArray rows =
            model
                .encode(seen)
                .get(NDArrayIndex.interval(t - latents + 1, t + 1), NDArrayIndex.all());
        given.add(rows.dup('c'));
      }
    }
    if (clips.size() < count) {
      throw new IllegalArgumentException(
          "steering needs %d clips that fly freely for %d frames; %d clips of %s hold %d: ask for fewer, make clips longer, or things slower"
              .formatted(
                  count, latents + 1 + FlightFit.FEWEST, tried, world.describe(), clips.size()));
    }
    return new Starts(clips, last, Nd4j.stack(0, given.toArray(INDArray[]::new)));
  }

  int size() {
    return clips.size();
  }

  /** What a variable's component is at the last given frame. */
  double truth(int clip, Quantity quantity) {
    return clips.get(clip).variable(quantity.variable()).at(last.get(clip), quantity.component());
  }

  private static int start(Clip clip, int latents, SplittableRandom random) {
    boolean touches = clip.variables().containsKey("contact");
    List<Integer> starts = new ArrayList<>();
    int free = 0;
    for (int t = 1; t < clip.frames(); t++) {
      free = touches && clip.variable("contact").at(t, 0) != 0 ? 0 : free + 1;
      if (free >= latents + FlightFit.FEWEST) {
        starts.add(t - FlightFit.FEWEST);
      }
    }
    return starts.isEmpty() ? -1 : starts.get(random.nextInt(starts.size()));
  }
}

package org.orrery.workbench.training;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Tensor;

/**
 * A model of a few lines: the last frame of a window as a linear map of its first. Its loss is a
 * mean over windows.
 */
final class PixelLine implements Trainable {
  private final int pixels;
  private final Runnable asked;
  private Parameters parameters;

  PixelLine(int size) {
    this(size, () -> {});
  }

  /** One that tells whenever it is asked for the inputs of windows, on that thread. */
  PixelLine(int size, Runnable asked) {
    this.asked = asked;
    pixels = size * size;
    parameters =
        Parameters.of(List.of(Parameter.weight("line.weight", Nd4j.zeros(pixels, pixels))));
  }

  @Override
  public Engine engine() {
    return Engine.torch();
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public void accept(Parameters trained) {
    parameters = trained;
  }

  @Override
  public Computation objective(Objective objective) {
    return (ops, in) -> {
      Tensor frames = in.get("frames");
      Tensor first = frame(ops, frames, 0);
      Tensor last = frame(ops, frames, frames.size(1) - 1);
      Tensor guess = ops.linear(first, ops.parameter("line.weight"), null);
      return Map.of("loss", ops.mean(ops.sum(ops.square(ops.sub(guess, last)), 1)));
    };
  }

  private Tensor frame(Ops ops, Tensor frames, long t) {
    return ops.reshape(ops.slice(frames, 1, t, t + 1), frames.size(0), pixels);
  }

  @Override
  public Map<String, INDArray> noise(Objective objective, RandomGenerator random) {
    return Map.of();
  }

  /** A label of each window's first frame, [batch]: the objective has no use for it. */
  @Override
  public Map<String, INDArray> inputs(
      Objective objective, List<Clip> windows, RandomGenerator random) {
    asked.run();
    float[] place = new float[windows.size()];
    for (int i = 0; i < place.length; i++) {
      place[i] = windows.get(i).variable("position").at(0, 0);
    }
    return Map.of("place", Nd4j.createFromArray(place));
  }

  @Override
  public void check(Clip clip) {
    if (clip.channels() * clip.height() * clip.width() != pixels) {
      throw new IllegalArgumentException("clip %s is of another size".formatted(clip.id()));
    }
  }
}

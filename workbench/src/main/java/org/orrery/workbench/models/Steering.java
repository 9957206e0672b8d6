package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Clip;

/**
 * A model whose latents are moved while it imagines; its weights stay as they are.
 *
 * <pre>{@code
 * model.steer(gravity, +3).imagine(clip).given(5).frames(24);
 * model.steer(gravity, +3).once().rollout(given, 24);
 * }</pre>
 *
 * <ul>
 *   <li>{@link #once}: the given latents are moved, then the model is left alone. So it is for a
 *       direction of one latent, unless told: a state, once changed, goes on by itself.
 *   <li>{@link #atEveryStep}: the given latents are moved; then, at every step, the latents that
 *       the model looks back on are moved back, it predicts, and its answer is moved again: {@code
 *       z'_t+1 = f(z'_t-h+1..t - d_1..h) + d_h+1}. The model predicts under the law it knows, and
 *       the answer is carried over to the changed one, so that what it forgets of the direction is
 *       said again. So it is for a direction of several latents, unless told: a law.
 * </ul>
 */
public final class Steering {
  private final WorldModel model;
  private final Direction direction;
  private final double change;
  private final boolean everyStep;

  Steering(WorldModel model, Direction direction, double change) {
    this(model, direction, change, direction.window() > 1);
    if (!Double.isFinite(change)) {
      throw new IllegalArgumentException(
          "steering along %s: expected a finite change, in the variable's units; received %s"
              .formatted(direction.name(), change));
    }
  }

  private Steering(WorldModel model, Direction direction, double change, boolean everyStep) {
    this.model = model;
    this.direction = direction;
    this.change = change;
    this.everyStep = everyStep;
  }

  /** Moves the given latents only. */
  public Steering once() {
    return new Steering(model, direction, change, false);
  }

  /** Moves every imagined latent. */
  public Steering atEveryStep() {
    return new Steering(model, direction, change, true);
  }

  /** Whether every imagined latent is moved. */
  public boolean everyStep() {
    return everyStep;
  }

  /** Begins to imagine how a clip goes on, steered. */
  public Imagine imagine(Clip clip) {
    return model.imagine(clip).through(this::rollout);
  }

  /** Imagined latents [n, steps, D] after given ones [n, time, D], steered. */
  public INDArray rollout(INDArray given, int steps) {
    return rollout(given, steps, null);
  }

  /** The same for a model with conditions, [n, time + steps, k]. */
  public INDArray rollout(INDArray given, int steps, INDArray conditions) {
    if (given.rank() != 3 || given.size(2) != direction.latent()) {
      throw new IllegalArgumentException(
          "steering along %s: given latents [n, time, %d] are needed; received %s: take the direction from a probe of this very model"
              .formatted(direction.name(), direction.latent(), Arrays.toString(given.shape())));
    }
    INDArray seen = given.add(change((int) given.size(1), everyStep ? 1 : 0, given));
    if (!everyStep) {
      return model.rollout(seen, steps, conditions);
    }
    List<INDArray> imagined = new ArrayList<>();
    for (int k = 0; k < steps; k++) {
      int known = (int) seen.size(1);
      INDArray told =
          conditions == null
              ? null
              : conditions
                  .get(NDArrayIndex.all(), NDArrayIndex.interval(0, known + 1), NDArrayIndex.all())
                  .dup('c');
      INDArray next = model.rollout(seen.sub(change(known, 1, seen)), 1, told);
      next = next.add(change(1, 0, next));
      imagined.add(next);
      seen = Nd4j.concat(1, seen, next);
    }
    return Nd4j.concat(1, imagined.toArray(INDArray[]::new));
  }

  private INDArray change(int latents, int before, INDArray like) {
    return direction.change(change, latents, before).broadcast(like.shape());
  }

  @Override
  public String toString() {
    return "%s steered by %s along the %s, %s"
        .formatted(model, change, direction, everyStep ? "at every step" : "once");
  }
}

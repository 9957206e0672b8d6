package org.orrery.workbench.models;

import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * The dynamics of an RSSM (Hafner et al. 2019, eq. 4): {@code h_t = GRU(h_t-1, s_t-1, c_t-1)},
 * prior {@code p(s_t | h_t)} and posterior {@code q(s_t | h_t, frame t)}, both diagonal Gaussians.
 */
record RecurrentDynamics(RecurrentConfig config) {
  private static final double LEAST_DEVIATION = 0.1;

  /** A diagonal Gaussian: mean and standard deviation [batch, s]. */
  record Gaussian(Tensor mean, Tensor deviation) {
    Gaussian detached(Ops ops) {
      return new Gaussian(ops.detach(mean), ops.detach(deviation));
    }

    /** The divergence KL(this || other), summed over dimensions, [batch]. */
    Tensor divergence(Ops ops, Gaussian other) {
      Tensor ratio = ops.square(ops.div(deviation, other.deviation));
      Tensor shift = ops.square(ops.div(ops.sub(mean, other.mean), other.deviation));
      Tensor nats = ops.add(ops.sub(ops.add(ratio, shift), ops.log(ratio)), -1);
      return ops.mul(ops.sum(nats, 1), 0.5);
    }
  }

  private int told() {
    return new Conditions(config.conditions()).size();
  }

  void declare(Initializer initializer) {
    int h = config.deterministic();
    int s = config.stochastic();
    int hidden = config.hidden();
    initializer.linear("dynamics.in", s + told(), hidden);
    initializer.linear("dynamics.gru.input", hidden, 3 * h);
    initializer.linear("dynamics.gru.state", h, 3 * h);
    initializer.linear("dynamics.prior1", h, hidden);
    initializer.linear("dynamics.prior2", hidden, 2 * s);
    initializer.linear("dynamics.posterior1", h + hidden, hidden);
    initializer.linear("dynamics.posterior2", hidden, 2 * s);
  }

  /** The state before the first frame: zeros [batch, length]. */
  static Tensor zeros(Ops ops, long batch, int length) {
    return ops.constant(new float[(int) batch * length], batch, length);
  }

  /**
   * One step of the deterministic path: h [batch, h], s [batch, s] and the conditions there [batch,
   * k] (null without) to the next h, by the gated recurrent unit of Cho et al. 2014 in PyTorch's
   * form.
   */
  Tensor step(Ops ops, Tensor h, Tensor s, Tensor conditions) {
    int width = config.deterministic();
    Tensor seen = conditions == null ? s : ops.concat(1, List.of(s, conditions));
    Tensor x = ops.relu(Layers.linear(ops, seen, "dynamics.in"));
    Tensor input = Layers.linear(ops, x, "dynamics.gru.input");
    Tensor state = Layers.linear(ops, h, "dynamics.gru.state");
    Tensor reset = ops.sigmoid(ops.add(part(ops, input, 0, width), part(ops, state, 0, width)));
    Tensor update = ops.sigmoid(ops.add(part(ops, input, 1, width), part(ops, state, 1, width)));
    Tensor remembered = ops.mul(reset, part(ops, state, 2, width));
    Tensor candidate = ops.tanh(ops.add(part(ops, input, 2, width), remembered));
    return ops.add(candidate, ops.mul(update, ops.sub(h, candidate)));
  }

  private static Tensor part(Ops ops, Tensor x, int i, int width) {
    return ops.slice(x, 1, (long) i * width, (i + 1L) * width);
  }

  /** What h alone says of s. */
  Gaussian prior(Ops ops, Tensor h) {
    return gaussian(ops, h, "dynamics.prior");
  }

  /** What h and the frame's features [batch, hidden] say of s. */
  Gaussian posterior(Ops ops, Tensor h, Tensor features) {
    return gaussian(ops, ops.concat(1, List.of(h, features)), "dynamics.posterior");
  }

  /** The deviation is 2 sigmoid(x / 2) + 0.1, which neither vanishes nor explodes. */
  private Gaussian gaussian(Ops ops, Tensor x, String name) {
    int s = config.stochastic();
    Tensor both = Layers.linear(ops, ops.relu(Layers.linear(ops, x, name + "1")), name + "2");
    Tensor raw = part(ops, both, 1, s);
    Tensor deviation = ops.add(ops.mul(ops.sigmoid(ops.mul(raw, 0.5)), 2), LEAST_DEVIATION);
    return new Gaussian(part(ops, both, 0, s), deviation);
  }
}

package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * How slots move: a message from every other object, summed, tells each object how it changes
 * (C-SWM, section 2.3): {@code e_ij = edge(z_i, z_j), dz_i = node(z_i, c, sum over j != i of
 * e_ij)}. The change starts at zero, so that the untrained model says "nothing changes".
 */
record GraphNetwork(SlotsConfig config) {

  private int told() {
    return new Conditions(config.conditions()).size();
  }

  private boolean messages() {
    return config.objects() > 1;
  }

  void declare(Initializer initializer) {
    int hidden = config.hidden();
    int node = config.slot() + told();
    if (messages()) {
      mlp(initializer, "transition.edge", 2 * config.slot());
      initializer.linear("transition.edge3", hidden, hidden);
      node += hidden;
    }
    mlp(initializer, "transition.node", node);
    initializer.zeroLinear("transition.node3", hidden, config.slot());
  }

  private void mlp(Initializer initializer, String name, int in) {
    initializer.linear(name + "1", in, config.hidden());
    initializer.linear(name + "2", config.hidden(), config.hidden());
    initializer.norm(name + ".norm", config.hidden());
  }

  private static Tensor mlp(Ops ops, Tensor x, String name) {
    Tensor hidden = ops.relu(Layers.linear(ops, x, name + "1"));
    hidden = Layers.norm(ops, Layers.linear(ops, hidden, name + "2"), name + ".norm");
    return Layers.linear(ops, ops.relu(hidden), name + "3");
  }

  /** Latents [n, K * slot] and the conditions at them [n, k] (null without) to the next ones. */
  Tensor next(Ops ops, Tensor latents, Tensor conditions) {
    long n = latents.size(0);
    int objects = config.objects();
    Tensor slots = ops.reshape(latents, n, objects, config.slot());
    List<Tensor> known = new ArrayList<>(List.of(slots));
    if (conditions != null) {
      Tensor alike = ops.reshape(conditions, n, 1, told());
      known.add(ops.mul(alike, ops.constant(filled(objects), 1, objects, 1)));
    }
    if (messages()) {
      known.add(messages(ops, slots));
    }
    Tensor change = mlp(ops, ops.concat(2, known), "transition.node");
    return ops.add(latents, ops.reshape(change, n, (long) objects * config.slot()));
  }

  /** Slots [n, K, slot] to what each is told by the others, [n, K, hidden]. */
  private Tensor messages(Ops ops, Tensor slots) {
    long n = slots.size(0);
    int k = config.objects();
    Tensor to = ops.reshape(slots, n, k, 1, config.slot());
    Tensor from = ops.reshape(slots, n, 1, k, config.slot());
    to = ops.mul(to, ops.constant(filled(k), 1, 1, k, 1));
    from = ops.mul(from, ops.constant(filled(k), 1, k, 1, 1));
    Tensor edges = mlp(ops, ops.concat(3, List.of(to, from)), "transition.edge");
    return ops.sum(ops.mul(edges, ops.constant(others(k), 1, k, k, 1)), 2);
  }

  private static float[] filled(int n) {
    float[] ones = new float[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** One for every pair of different objects. */
  private static float[] others(int k) {
    float[] mask = filled(k * k);
    for (int i = 0; i < k; i++) {
      mask[i * k + i] = 0;
    }
    return mask;
  }

  /** Latents [batch, time, D] to the ones that follow the last, [batch, steps, D]. */
  Tensor rollout(Ops ops, Tensor given, Tensor conditions, int steps) {
    long batch = given.size(0);
    long time = given.size(1);
    long d = given.size(2);
    Tensor now = ops.reshape(ops.slice(given, 1, time - 1, time), batch, d);
    List<Tensor> imagined = new ArrayList<>();
    for (long row = time - 1; row < time - 1 + steps; row++) {
      Tensor told =
          conditions == null
              ? null
              : ops.reshape(ops.slice(conditions, 1, row, row + 1), batch, told());
      now = next(ops, now, told);
      imagined.add(ops.reshape(now, batch, 1, d));
    }
    return ops.concat(1, imagined);
  }
}

package org.orrery.workbench.models;

import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * From pairs of frames to K slots: convolutions give one map in (0, 1) an object, and one MLP,
 * shared by all objects, turns each map, and what is seen through it, into a slot (C-SWM, section
 * 2.1; the look through the map is ours).
 */
record SlotsEncoder(SlotsConfig config) {

  void declare(Initializer initializer) {
    int channels = config.channels();
    initializer.conv("encoder.conv0", 2 * config.colours(), channels, 4);
    batchNorm(initializer, "encoder.norm0", channels);
    initializer.conv("encoder.conv1", channels, channels, 3);
    batchNorm(initializer, "encoder.norm1", channels);
    initializer.conv("encoder.objects", channels, config.objects(), 1);
    initializer.linear("encoder.fc1", config.features(), config.hidden());
    initializer.linear("encoder.fc2", config.hidden(), config.hidden());
    initializer.norm("encoder.norm", config.hidden());
    initializer.linear("encoder.slot", config.hidden(), config.slot());
  }

  private static void batchNorm(Initializer initializer, String name, int channels) {
    initializer.norm(name, channels);
    initializer.running(name, channels);
  }

  /** Pooled frames [batch, time + 1, colours, inner, inner] to slots [batch, time, K * slot]. */
  Tensor encode(Ops ops, Tensor pooled) {
    return encode(ops, pooled, LayerTrace.none());
  }

  /** The same, with what each layer gave. */
  Tensor encode(Ops ops, Tensor pooled, LayerTrace trace) {
    long batch = pooled.size(0);
    long time = pooled.size(1) - 1;
    Tensor pairs = config.sight().pairs(ops, pooled);
    Tensor x = Layers.conv(ops, pairs, "encoder.conv0", 2, 1);
    x = trace.maps("convolution 1", ops.relu(Layers.batchNorm(ops, x, "encoder.norm0")));
    x = Layers.conv(ops, x, "encoder.conv1", 1, 1);
    x = trace.maps("convolution 2", ops.relu(Layers.batchNorm(ops, x, "encoder.norm1")));
    Tensor maps =
        trace.maps("object maps", ops.sigmoid(Layers.conv(ops, x, "encoder.objects", 1, 0)));
    x = config.direct() ? seenThrough(ops, maps, pairs) : maps;
    x = ops.reshape(x, batch * time, config.objects(), config.features());
    x = ops.relu(Layers.linear(ops, x, "encoder.fc1"));
    x = ops.relu(Layers.norm(ops, Layers.linear(ops, x, "encoder.fc2"), "encoder.norm"));
    trace.rows("object MLP", x);
    Tensor slots =
        ops.reshape(
            Layers.linear(ops, x, "encoder.slot"),
            batch,
            time,
            (long) config.objects() * config.slot());
    return trace.rows("latent", slots);
  }

  /**
   * Maps [n, K, side, side] and pairs [n, 2 * colours, 2 * side, 2 * side] to each map and the pair
   * as bright as the map is, [n, K, 1 + 2 * colours, side * side].
   */
  private Tensor seenThrough(Ops ops, Tensor maps, Tensor pairs) {
    long n = maps.size(0);
    long places = (long) config.mapSide() * config.mapSide();
    int planes = 2 * config.colours();
    Tensor small = ops.reshape(ops.avgPool2d(pairs, 2), n, 1, planes, places);
    Tensor map = ops.reshape(maps, n, config.objects(), 1, places);
    return ops.concat(2, List.of(map, ops.mul(map, small)));
  }
}

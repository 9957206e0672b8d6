package org.orrery.workbench.models;

import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * From pairs of frames to K slots: convolutions give one map in (0, 1) an object, and one MLP,
 * shared by all objects, turns each map into a slot (C-SWM, section 2.1).
 */
record SlotsEncoder(SlotsConfig config) {

  void declare(Initializer initializer) {
    int channels = config.channels();
    initializer.conv("encoder.conv0", 2 * config.colours(), channels, 4);
    batchNorm(initializer, "encoder.norm0", channels);
    initializer.conv("encoder.conv1", channels, channels, 3);
    batchNorm(initializer, "encoder.norm1", channels);
    initializer.conv("encoder.objects", channels, config.objects(), 1);
    initializer.linear("encoder.fc1", config.mapSide() * config.mapSide(), config.hidden());
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
    long batch = pooled.size(0);
    long time = pooled.size(1) - 1;
    Tensor x = Layers.conv(ops, config.sight().pairs(ops, pooled), "encoder.conv0", 2, 1);
    x = ops.relu(Layers.batchNorm(ops, x, "encoder.norm0"));
    x = Layers.conv(ops, x, "encoder.conv1", 1, 1);
    x = ops.relu(Layers.batchNorm(ops, x, "encoder.norm1"));
    Tensor maps = ops.sigmoid(Layers.conv(ops, x, "encoder.objects", 1, 0));
    long place = (long) config.mapSide() * config.mapSide();
    x = ops.reshape(maps, batch * time, config.objects(), place);
    x = ops.relu(Layers.linear(ops, x, "encoder.fc1"));
    x = ops.relu(Layers.norm(ops, Layers.linear(ops, x, "encoder.fc2"), "encoder.norm"));
    return ops.reshape(
        Layers.linear(ops, x, "encoder.slot"),
        batch,
        time,
        (long) config.objects() * config.slot());
  }
}

package org.orrery.workbench.models;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/** Writes down what layers give while a clip passes through them. */
final class LayerTrace {
  private static final int SIDE = 4;

  private final boolean kept;
  private final Ops ops;
  private final long batch;
  private final long time;
  private final Map<String, Tensor> layers = new LinkedHashMap<>();

  /** Of so many clips of so many latents. */
  LayerTrace(Ops ops, long batch, long time) {
    this(true, ops, batch, time);
  }

  private LayerTrace(boolean kept, Ops ops, long batch, long time) {
    this.kept = kept;
    this.ops = ops;
    this.batch = batch;
    this.time = time;
  }

  /** Writes nothing down and costs nothing: for training. */
  static LayerTrace none() {
    return new LayerTrace(false, null, 0, 0);
  }

  /** Maps [batch * time, channels, side, side], averaged to 4 x 4 if they are larger. */
  Tensor maps(String name, Tensor maps) {
    if (kept) {
      int times = (int) maps.size(2) / SIDE;
      boolean larger = times > 1 && maps.size(2) % SIDE == 0;
      layers.put(name, ops.reshape(larger ? ops.avgPool2d(maps, times) : maps, batch, time, -1));
    }
    return maps;
  }

  /** Rows [batch * time, n] or [batch, time, n]. */
  Tensor rows(String name, Tensor rows) {
    if (kept) {
      layers.put(name, ops.reshape(rows, batch, time, -1));
    }
    return rows;
  }

  Map<String, Tensor> layers() {
    return Collections.unmodifiableMap(layers);
  }
}

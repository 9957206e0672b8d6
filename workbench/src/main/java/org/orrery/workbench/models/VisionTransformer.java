package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * A vision transformer: patches of a picture are tokens, the class token's last value is the
 * answer. Without dropout, learned positions.
 *
 * @param channels of the pictures
 * @param side of the pictures
 * @param epsilon of the layer normalisations
 */
record VisionTransformer(VitConfig config, int channels, int side, double epsilon) {
  private static final int EXPANSION = 4;

  private int tokens() {
    int along = side / config.patch();
    return along * along;
  }

  private List<TransformerBlock> blocks() {
    List<TransformerBlock> blocks = new ArrayList<>();
    int width = config.width();
    int head = width / config.heads();
    for (int i = 0; i < config.layers(); i++) {
      blocks.add(
          new TransformerBlock(
              "encoder.block" + i,
              width,
              config.heads(),
              head,
              EXPANSION * width,
              0,
              false,
              false,
              epsilon));
    }
    return blocks;
  }

  void declare(Initializer initializer) {
    initializer.conv("encoder.patch", channels, config.width(), config.patch());
    initializer.normal("encoder.class", 0.02, 1, 1, config.width());
    initializer.normal("encoder.position", 0.02, tokens() + 1, config.width());
    blocks().forEach(block -> block.declare(initializer));
    initializer.norm("encoder.blocks.norm", config.width());
  }

  /** Pictures [n, channels, side, side] to [n, width]. */
  Tensor apply(Ops ops, Tensor pictures) {
    long n = pictures.size(0);
    int width = config.width();
    Tensor patches = Layers.conv(ops, pictures, "encoder.patch", config.patch(), 0);
    Tensor tokens = ops.permute(ops.reshape(patches, n, width, tokens()), 0, 2, 1);
    Tensor ones = ops.constant(ones(n), n, 1, 1);
    Tensor first = ops.mul(ones, ops.parameter("encoder.class"));
    Tensor x = ops.add(ops.concat(1, List.of(first, tokens)), ops.parameter("encoder.position"));
    for (TransformerBlock block : blocks()) {
      x = block.apply(ops, x, null);
    }
    Tensor last = ops.reshape(ops.slice(x, 1, 0, 1), n, width);
    return Layers.norm(ops, last, "encoder.blocks.norm", epsilon);
  }

  private static float[] ones(long n) {
    float[] ones = new float[(int) n];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }
}

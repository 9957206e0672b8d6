package org.orrery.workbench.models;

import java.util.List;

/**
 * The shape of a joint-embedding world model. Two models of the same config have the same tensors.
 *
 * @param size height and width of a frame in pixels
 * @param pool side of the squares that are averaged before the encoder: 2 turns 64 px into 32
 * @param motionGain the encoder sees [frame, gain * (frame - previous frame)]; the difference holds
 *     the velocity, which a raw pair of frames hardly gives away
 * @param direct whether a linear map from pixels to latent is added to the convolutions' answer:
 *     the centre of brightness, and its motion, are linear in [frame, difference]
 * @param channels output channels of the encoder's stride-2 convolutions
 * @param hidden width of the projector between convolutions and latent
 * @param latent length D of a latent: about 4 to 8 times the scene's degrees of freedom
 * @param width token width of the predictor
 * @param layers transformer blocks of the predictor
 * @param heads attention heads of a block
 * @param expansion hidden width of a block's MLP over the token width
 * @param history latents the predictor looks back on
 * @param dropout share of activations dropped in the predictor while training
 * @param decoder hidden width of the decoder
 */
public record JepaConfig(
    int size,
    int pool,
    double motionGain,
    boolean direct,
    List<Integer> channels,
    int hidden,
    int latent,
    int width,
    int layers,
    int heads,
    int expansion,
    int history,
    double dropout,
    int decoder) {

  /** Checks that the parts fit each other. */
  public JepaConfig {
    channels = List.copyOf(channels);
    atLeastOne("size", size);
    atLeastOne("pool", pool);
    atLeastOne("the number of convolutions", channels.size());
    channels.forEach(count -> atLeastOne("channels", count));
    atLeastOne("hidden", hidden);
    atLeastOne("latent", latent);
    atLeastOne("width", width);
    atLeastOne("layers", layers);
    atLeastOne("heads", heads);
    atLeastOne("expansion", expansion);
    atLeastOne("history", history);
    atLeastOne("decoder", decoder);
    if (!(dropout >= 0 && dropout < 1) || !Double.isFinite(motionGain)) {
      throw new IllegalArgumentException(
          "dropout %s: expected 0 to below 1; motion gain %s: expected a finite number"
              .formatted(dropout, motionGain));
    }
    if (size % (pool << channels.size()) != 0) {
      throw new IllegalArgumentException(
          "frames of %d px cannot be pooled by %d and halved %d times; take a multiple of %d"
              .formatted(size, pool, channels.size(), pool << channels.size()));
    }
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          "width %d is not a multiple of %d heads".formatted(width, heads));
    }
  }

  private static void atLeastOne(String what, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("%s: expected 1 or more, came %d".formatted(what, count));
    }
  }

  /** The tutorial size: 64 px frames, 64 latent dimensions, about 1.2 M parameters. */
  public static JepaConfig tiny() {
    return new JepaConfig(64, 2, 3, true, List.of(32, 64, 64), 128, 64, 128, 2, 4, 4, 4, 0, 256);
  }

  /** Side of the frames the encoder sees and the decoder paints. */
  public int inner() {
    return size / pool;
  }

  /** Side of the encoder's last feature map. */
  int featureSide() {
    return inner() >> channels.size();
  }

  /** Numbers in the encoder's last feature map. */
  int features() {
    return channels.get(channels.size() - 1) * featureSide() * featureSide();
  }

  /** The same model with another latent length. */
  public JepaConfig withLatent(int dimensions) {
    return new JepaConfig(
        size,
        pool,
        motionGain,
        direct,
        channels,
        hidden,
        dimensions,
        width,
        layers,
        heads,
        expansion,
        history,
        dropout,
        decoder);
  }
}

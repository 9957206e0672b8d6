package org.orrery.workbench.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shape of a joint-embedding world model.
 *
 * <pre>{@code
 * JepaConfig config = JepaConfig.tiny().withLatent(32).withConditions(List.of(new Condition("wind", 2, 5)));
 * }</pre>
 *
 * @param size height and width of a frame in pixels
 * @param colours 1 for grey clips, 3 for RGB ones
 * @param pool side of the squares that are averaged before the encoder: 2 turns 64 px into 32
 * @param motionGain the encoder sees [frame, gain * (frame - previous frame)]; the difference holds
 *     the velocity, which a raw pair of frames hardly gives away
 * @param direct whether a linear map from pixels to latent is added to the encoder's answer: the
 *     centre of brightness, and its motion, are linear in [frame, difference]
 * @param channels output channels of the encoder's stride-2 convolutions; empty with {@code vit}
 * @param vit the vision transformer that takes the convolutions' place, if any
 * @param hidden width of the projector between convolutions or transformer and latent
 * @param latent length D of a latent: about 4 to 8 times the scene's degrees of freedom
 * @param width token width of the predictor
 * @param layers transformer blocks of the predictor
 * @param heads attention heads of a block
 * @param headWidth width of one head; width / heads unless a predictor is to attend wider
 * @param expansion hidden width of a block's MLP over the token width
 * @param history latents the predictor looks back on
 * @param dropout share of activations dropped in the predictor while training
 * @param decoder hidden width of the decoder
 * @param canvas side of the frames the decoder paints, which are then enlarged
 * @param conditions variables that the predictor is told, by AdaLN-zero; mostly none
 */
public record JepaConfig(
    int size,
    int colours,
    int pool,
    double motionGain,
    boolean direct,
    List<Integer> channels,
    Optional<VitConfig> vit,
    int hidden,
    int latent,
    int width,
    int layers,
    int heads,
    int headWidth,
    double expansion,
    int history,
    double dropout,
    int decoder,
    int canvas,
    List<Condition> conditions)
    implements ModelConfig {

  /** Checks that the parts fit each other. */
  public JepaConfig {
    channels = List.copyOf(channels);
    conditions = List.copyOf(conditions);
    int inner = new Sight(size, colours, pool, motionGain).inner();
    if (vit.isPresent()) {
      checkVit(vit.get(), channels, inner);
    } else {
      checkConvolutions(size, pool, channels);
    }
    Configs.atLeastOne("hidden", hidden);
    Configs.atLeastOne("latent", latent);
    Configs.atLeastOne("width", width);
    Configs.atLeastOne("layers", layers);
    Configs.atLeastOne("heads", heads);
    Configs.atLeastOne("head width", headWidth);
    Configs.atLeastOne("history", history);
    Configs.atLeastOne("decoder", decoder);
    Configs.require(dropout >= 0 && dropout < 1, "dropout %s: expected 0 to below 1", dropout);
    Configs.require(
        Math.round(expansion * width) >= 1 && expansion < 1000,
        "expansion %s: expected a number above 0, about 4",
        expansion);
    Configs.require(
        canvas >= 1 && inner % canvas == 0,
        "a canvas of %d px: expected a divisor of the encoder's %d px",
        canvas,
        inner);
  }

  /** A grey model with convolutions, heads that share the width, and no conditions. */
  public JepaConfig(
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
    this(
        size,
        1,
        pool,
        motionGain,
        direct,
        channels,
        Optional.empty(),
        hidden,
        latent,
        width,
        layers,
        heads,
        shared(width, heads),
        expansion,
        history,
        dropout,
        decoder,
        size / Math.max(1, pool),
        List.of());
  }

  private static int shared(int width, int heads) {
    Configs.atLeastOne("heads", heads);
    Configs.require(width % heads == 0, "width %d is not a multiple of %d heads", width, heads);
    return width / heads;
  }

  private static void checkVit(VitConfig vit, List<Integer> channels, int inner) {
    Configs.require(
        channels.isEmpty(),
        "channels %s: expected none beside a vision transformer, which takes their place",
        channels);
    Configs.require(
        inner % vit.patch() == 0,
        "frames of %d px cannot be cut into patches of %d; take a multiple",
        inner,
        vit.patch());
  }

  private static void checkConvolutions(int size, int pool, List<Integer> channels) {
    Configs.atLeastOne("the number of convolutions", channels.size());
    channels.forEach(count -> Configs.atLeastOne("channels", count));
    int divisor = pool << channels.size();
    Configs.require(
        size % divisor == 0,
        "frames of %d px cannot be pooled by %d and halved %d times; take a multiple of %d",
        size,
        pool,
        channels.size(),
        divisor);
  }

  /**
   * For experiments of seconds: 64 px frames, 16 latent dimensions, about 140 thousand parameters.
   */
  public static JepaConfig nano() {
    return new JepaConfig(64, 4, 3, true, List.of(16, 32), 64, 16, 64, 1, 2, 2, 4, 0, 128);
  }

  /** The tutorial size: 64 px frames, 64 latent dimensions, about 1.2 M parameters. */
  public static JepaConfig tiny() {
    return new JepaConfig(64, 2, 3, true, List.of(32, 64, 64), 128, 64, 128, 2, 4, 4, 4, 0, 256);
  }

  /** For scenes of several bodies: 64 px frames unpooled, 128 latent dimensions, about 7.7 M. */
  public static JepaConfig small() {
    return new JepaConfig(
        64, 1, 3, true, List.of(32, 64, 128, 128), 256, 128, 256, 4, 8, 4, 4, 0.1, 512);
  }

  /**
   * LeWM's size: RGB frames of 224 px, a ViT-Tiny with patches of 14, D = 192, a predictor of 6
   * layers with 16 heads of 64 and an MLP of 2048. Made for a GPU.
   */
  public static JepaConfig base() {
    return new JepaConfig(
        224,
        3,
        1,
        3,
        false,
        List.of(),
        Optional.of(VitConfig.tiny(14)),
        2048,
        192,
        192,
        6,
        16,
        64,
        2048 / 192.0,
        3,
        0.1,
        512,
        56,
        List.of());
  }

  /** Side of the frames the encoder sees. */
  public int inner() {
    return size / pool;
  }

  /** The same model with another latent length. */
  public JepaConfig withLatent(int dimensions) {
    return Configs.with(this, "latent", dimensions);
  }

  /** The same model whose predictor looks back on up to {@code latents} latents. */
  public JepaConfig withHistory(int latents) {
    return Configs.with(this, "history", latents);
  }

  /** The same model for grey (1) or RGB (3) clips. */
  public JepaConfig withColours(int count) {
    return Configs.with(this, "colours", count);
  }

  /** The same model told of these variables. */
  public JepaConfig withConditions(List<Condition> told) {
    return Configs.with(this, "conditions", told);
  }

  Sight sight() {
    return new Sight(size, colours, pool, motionGain);
  }

  /** Side of the convolutions' last feature map. */
  int featureSide() {
    return inner() >> channels.size();
  }

  /** Numbers the projector sees. */
  int features() {
    return vit.map(VitConfig::width)
        .orElseGet(() -> channels.get(channels.size() - 1) * featureSide() * featureSide());
  }

  /** What cards written before these components were leave out. */
  static Map<String, Object> upgraded(Map<String, Object> map) {
    if (map.containsKey("headWidth")
        || !(map.get("width") instanceof Integer width)
        || !(map.get("heads") instanceof Integer heads)
        || !(map.get("size") instanceof Integer size)
        || !(map.get("pool") instanceof Integer pool)
        || heads < 1
        || pool < 1) {
      return map;
    }
    shared(width, heads);
    map.putIfAbsent("colours", 1);
    map.putIfAbsent("vit", null);
    map.putIfAbsent("headWidth", width / heads);
    map.putIfAbsent("canvas", size / pool);
    map.putIfAbsent("conditions", List.of());
    return map;
  }
}

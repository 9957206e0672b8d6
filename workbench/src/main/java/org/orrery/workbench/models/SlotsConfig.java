package org.orrery.workbench.models;

import java.util.List;

/**
 * The shape of an object-factored world model (C-SWM: Kipf, van der Pol and Welling 2020,
 * "Contrastive learning of structured world models").
 *
 * <pre>{@code
 * WorldModel model = WorldModel.create(SlotsConfig.tiny().withObjects(3), 1);
 * }</pre>
 *
 * @param size height and width of a frame in pixels
 * @param colours 1 for grey clips, 3 for RGB ones
 * @param pool side of the squares that are averaged before the encoder
 * @param motionGain the encoder sees [frame, gain * (frame - previous frame)]
 * @param objects slots K; each has one feature map and one part of the latent
 * @param slot numbers of a slot; a latent is K slots side by side
 * @param channels channels of the encoder's two hidden convolutions
 * @param hidden width of the object encoder's and the graph network's MLPs
 * @param hinge energy that a pair of unrelated states should at least have (eq. 5)
 * @param sigma scale of the energy, 0.5 / sigma^2 times the squared distance (section 2.2)
 * @param decoder hidden width of the decoder
 * @param conditions variables that every node of the graph network is told; mostly none
 */
public record SlotsConfig(
    int size,
    int colours,
    int pool,
    double motionGain,
    int objects,
    int slot,
    int channels,
    int hidden,
    double hinge,
    double sigma,
    int decoder,
    List<Condition> conditions)
    implements ModelConfig {

  /** Checks that the parts fit each other. */
  public SlotsConfig {
    conditions = List.copyOf(conditions);
    int inner = new Sight(size, colours, pool, motionGain).inner();
    Configs.require(
        inner % 2 == 0,
        "frames of %d px pooled by %d cannot be halved; take a multiple of %d",
        size,
        pool,
        2 * pool);
    Configs.atLeastOne("objects", objects);
    Configs.atLeastOne("slot", slot);
    Configs.atLeastOne("channels", channels);
    Configs.atLeastOne("hidden", hidden);
    Configs.atLeastOne("decoder", decoder);
    Configs.require(
        hinge > 0 && Double.isFinite(hinge), "hinge %s: expected a finite number above 0", hinge);
    Configs.require(
        sigma > 0 && Double.isFinite(sigma), "sigma %s: expected a finite number above 0", sigma);
  }

  private static SlotsConfig grey(
      int pool, int objects, int slot, int channels, int hidden, int decoder) {
    return new SlotsConfig(
        64, 1, pool, 3, objects, slot, channels, hidden, 1, 0.5, decoder, List.of());
  }

  /**
   * For experiments of seconds: 64 px frames, 2 objects of 4 numbers, about 50 thousand numbers.
   */
  public static SlotsConfig nano() {
    return grey(4, 2, 4, 8, 64, 64);
  }

  /** The tutorial size: 64 px frames, 3 objects of 4 numbers, as the paper's physics scenes. */
  public static SlotsConfig tiny() {
    return grey(2, 3, 4, 16, 128, 128);
  }

  /** For scenes of up to five bodies: 64 px frames unpooled, 5 objects of 8 numbers. */
  public static SlotsConfig small() {
    return grey(1, 5, 8, 32, 256, 256);
  }

  /** The paper's widths (hidden 512) for RGB frames of 128 px and 8 objects. */
  public static SlotsConfig base() {
    return new SlotsConfig(128, 3, 2, 3, 8, 16, 64, 512, 1, 0.5, 512, List.of());
  }

  /** The same model with another number of slots. */
  public SlotsConfig withObjects(int count) {
    return Configs.with(this, "objects", count);
  }

  /** The same model for grey (1) or RGB (3) clips. */
  public SlotsConfig withColours(int count) {
    return Configs.with(this, "colours", count);
  }

  /** The same model told of these variables. */
  public SlotsConfig withConditions(List<Condition> told) {
    return Configs.with(this, "conditions", told);
  }

  Sight sight() {
    return new Sight(size, colours, pool, motionGain);
  }

  /** Side of the objects' feature maps. */
  int mapSide() {
    return size / pool / 2;
  }
}

package org.orrery.workbench.models;

import java.util.List;

/**
 * The shape of a recurrent state-space model (RSSM: Hafner et al. 2019, "Learning latent dynamics
 * for planning from pixels"): a convolutional variational autoencoder whose state is moved by a
 * gated recurrent unit.
 *
 * @param size height and width of a frame in pixels
 * @param colours 1 for grey clips, 3 for RGB ones
 * @param pool side of the squares that are averaged before the encoder
 * @param motionGain the encoder sees [frame, gain * (frame - previous frame)]
 * @param channels output channels of the encoder's stride-2 convolutions; the decoder mirrors them
 * @param hidden width of the layers between the parts
 * @param deterministic numbers h of the recurrent path
 * @param stochastic numbers s of the sampled path; a latent is [h, s]
 * @param balance weight of training the prior towards the posterior, against the other way round
 *     (Hafner et al. 2021, "Mastering Atari with discrete world models", algorithm 2)
 * @param freeBits nats of divergence a step that cost nothing (Hafner et al. 2019, section 5)
 * @param beta weight of the divergence beside the reconstruction
 * @param conditions variables that the dynamics are told; mostly none
 */
public record RecurrentConfig(
    int size,
    int colours,
    int pool,
    double motionGain,
    List<Integer> channels,
    int hidden,
    int deterministic,
    int stochastic,
    double balance,
    double freeBits,
    double beta,
    List<Condition> conditions)
    implements ModelConfig {

  /** Checks that the parts fit each other. */
  public RecurrentConfig {
    channels = List.copyOf(channels);
    conditions = List.copyOf(conditions);
    int inner = new Sight(size, colours, pool, motionGain).inner();
    Configs.atLeastOne("the number of convolutions", channels.size());
    channels.forEach(count -> Configs.atLeastOne("channels", count));
    Configs.require(
        inner % (1 << channels.size()) == 0,
        "frames of %d px cannot be pooled by %d and halved %d times; take a multiple of %d",
        size,
        pool,
        channels.size(),
        pool << channels.size());
    Configs.atLeastOne("hidden", hidden);
    Configs.atLeastOne("deterministic", deterministic);
    Configs.atLeastOne("stochastic", stochastic);
    Configs.require(balance >= 0 && balance <= 1, "balance %s: expected 0 to 1", balance);
    Configs.require(
        freeBits >= 0 && Double.isFinite(freeBits),
        "free bits %s: expected a finite number, 0 or above",
        freeBits);
    Configs.require(
        beta >= 0 && Double.isFinite(beta), "beta %s: expected a finite number, 0 or above", beta);
  }

  private static RecurrentConfig grey(
      int pool, List<Integer> channels, int hidden, int deterministic, int stochastic) {
    return new RecurrentConfig(
        64, 1, pool, 3, channels, hidden, deterministic, stochastic, 0.8, 1, 1, List.of());
  }

  /** For experiments of seconds: 64 px frames, h 32, s 8, about 50 thousand numbers. */
  public static RecurrentConfig nano() {
    return grey(4, List.of(8, 16), 64, 32, 8);
  }

  /** The tutorial size: 64 px frames, h 128, s 16, about 0.5 M parameters. */
  public static RecurrentConfig tiny() {
    return grey(2, List.of(16, 32, 64), 128, 128, 16);
  }

  /** For scenes of several bodies: 64 px frames unpooled, h 256, s 32. */
  public static RecurrentConfig small() {
    return grey(1, List.of(32, 64, 128, 128), 256, 256, 32);
  }

  /** PlaNet's widths (h 200, s 30, convolutions of 32 to 256) for RGB frames of 64 px. */
  public static RecurrentConfig base() {
    return new RecurrentConfig(
        64, 3, 1, 3, List.of(32, 64, 128, 256), 200, 200, 30, 0.8, 1, 1, List.of());
  }

  /** The same model for grey (1) or RGB (3) clips. */
  public RecurrentConfig withColours(int count) {
    return Configs.with(this, "colours", count);
  }

  /** The same model told of these variables. */
  public RecurrentConfig withConditions(List<Condition> told) {
    return Configs.with(this, "conditions", told);
  }

  Sight sight() {
    return new Sight(size, colours, pool, motionGain);
  }

  /** Side of the encoder's last feature map. */
  int featureSide() {
    return size / pool >> channels.size();
  }

  /** Numbers in the encoder's last feature map. */
  int features() {
    return channels.get(channels.size() - 1) * featureSide() * featureSide();
  }
}

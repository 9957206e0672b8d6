package org.orrery.workbench.models;

import java.util.List;
import org.orrery.workbench.training.Objective;
import org.orrery.workbench.training.Regulariser;

/**
 * The shape of LeWM's published network (Maes et al. 2026, "LeWorldModel"; the layers as in the
 * files {@code jepa.py} and {@code module.py} of github.com/lucas-maes/le-wm): a vision transformer
 * sees single frames, a projector with batch normalisation makes the latent, and a transformer of
 * AdaLN-zero blocks, told actions, predicts the next one.
 *
 * <pre>{@code
 * LewmConfig config = LewmConfig.base().withConditions(List.of(new Condition("action", 10, 1)));
 * StateDict theirs = StateDict.read(Path.of("weights.pt")).renamed(NameMap.lewm());
 * WorldModel model = WorldModel.of(config, theirs, "decoder");      // the decoder is ours
 * }</pre>
 *
 * @param size height and width of a frame in pixels
 * @param colours 3 for RGB clips; 1 for grey ones, which are shown as RGB
 * @param vit the vision transformer
 * @param hidden width of the projectors behind encoder and predictor
 * @param latent length D of a latent, which is the predictor's token width too
 * @param layers transformer blocks of the predictor
 * @param heads attention heads of a block
 * @param headWidth width of one head
 * @param mlp hidden width of a block's MLP
 * @param history latents the predictor looks back on
 * @param dropout share of activations, attention among them, dropped in the predictor while
 *     training
 * @param smoothed numbers a frame's conditions are mapped to before their MLP
 * @param decoder hidden width of the decoder, which is ours
 * @param canvas side of the frames the decoder paints, which are then enlarged
 * @param conditions what the predictor is told, LeWM's actions; without any its blocks are plain
 */
public record LewmConfig(
    int size,
    int colours,
    VitConfig vit,
    int hidden,
    int latent,
    int layers,
    int heads,
    int headWidth,
    int mlp,
    int history,
    double dropout,
    int smoothed,
    int decoder,
    int canvas,
    List<Condition> conditions)
    implements ModelConfig {

  /** Checks that the parts fit each other. */
  public LewmConfig {
    conditions = List.copyOf(conditions);
    Sight sight = new Sight(size, colours, 1, 0);
    Configs.require(
        sight.inner() % vit.patch() == 0,
        "frames of %d px cannot be cut into patches of %d; take a multiple",
        size,
        vit.patch());
    Configs.atLeastOne("hidden", hidden);
    Configs.atLeastOne("latent", latent);
    Configs.atLeastOne("layers", layers);
    Configs.atLeastOne("heads", heads);
    Configs.atLeastOne("head width", headWidth);
    Configs.atLeastOne("mlp", mlp);
    Configs.atLeastOne("history", history);
    Configs.atLeastOne("smoothed", smoothed);
    Configs.atLeastOne("decoder", decoder);
    Configs.require(dropout >= 0 && dropout < 1, "dropout %s: expected 0 to below 1", dropout);
    Configs.require(
        canvas >= 1 && size % canvas == 0,
        "a canvas of %d px: expected a divisor of the frames' %d px",
        canvas,
        size);
  }

  /** For experiments of minutes: grey frames of 64 px, D = 32, about 370 thousand numbers. */
  public static LewmConfig nano() {
    return new LewmConfig(
        64, 1, new VitConfig(8, 64, 3, 2), 128, 32, 2, 4, 16, 128, 3, 0, 10, 128, 32, List.of());
  }

  /**
   * The published sizes: RGB frames of 224 px, ViT-Tiny with patches of 14, D = 192, a predictor of
   * 6 layers with 16 heads of 64. The published weights belong to it, with the actions of their
   * task as conditions. Made for a GPU.
   */
  public static LewmConfig base() {
    return new LewmConfig(
        224, 3, VitConfig.tiny(14), 2048, 192, 6, 16, 64, 2048, 3, 0.1, 10, 512, 56, List.of());
  }

  /** The same model with another latent length. */
  public LewmConfig withLatent(int dimensions) {
    return Configs.with(this, "latent", dimensions);
  }

  /** The same model for grey (1) or RGB (3) clips. */
  public LewmConfig withColours(int count) {
    return Configs.with(this, "colours", count);
  }

  /** The same model told of these variables. */
  public LewmConfig withConditions(List<Condition> told) {
    return Configs.with(this, "conditions", told);
  }

  /**
   * What LeWM is trained for: the next latent after each of {@code history}, and SIGReg along 1024
   * directions with lambda 0.09, which is 0.18 here: their sum over the knots counts both signs of
   * t, {@link Regulariser#SIGREG}'s one.
   */
  public Objective objective() {
    return new Objective(history, 1, Regulariser.SIGREG, 0.18, 1024);
  }

  Sight sight() {
    return new Sight(size, colours, 1, 0);
  }
}

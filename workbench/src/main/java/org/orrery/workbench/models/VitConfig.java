package org.orrery.workbench.models;

/**
 * The shape of a vision transformer (Dosovitskiy et al. 2021, "An image is worth 16x16 words"): the
 * frame is cut into patches, each a token; a class token gathers what becomes the latent.
 *
 * @param patch side of a patch in pixels
 * @param width token width
 * @param layers transformer blocks
 * @param heads attention heads of a block
 */
public record VitConfig(int patch, int width, int layers, int heads) {
  /** Checks that the parts fit each other. */
  public VitConfig {
    Configs.atLeastOne("patch", patch);
    Configs.atLeastOne("width of the vision transformer", width);
    Configs.atLeastOne("layers of the vision transformer", layers);
    Configs.atLeastOne("heads of the vision transformer", heads);
    Configs.require(
        width % heads == 0,
        "width %d of the vision transformer is not a multiple of %d heads",
        width,
        heads);
  }

  /** ViT-Tiny (Touvron et al. 2021, "DeiT", table 1): 192 wide, 12 layers, 3 heads, 5.5 M. */
  public static VitConfig tiny(int patch) {
    return new VitConfig(patch, 192, 12, 3);
  }
}

package org.orrery.workbench.checkpoints;

/**
 * The layout of LeWM's published weights (Maes et al. 2026, "LeWorldModel"; a {@code weights.pt} of
 * a Hugging Face ViT, a projector, and a conditional transformer) in this workbench's names.
 *
 * <p>Their queries, keys and values lie side by side in ours. Their patches see a frame's three
 * colours; ours see the difference to the frame before too, so zeros are laid behind them. What of
 * theirs has no place in our predictor keeps its name, and shows up as unexpected: the two further
 * layer norms of a block ({@code attn.norm}, {@code mlp.net.0}), {@code pred_proj} and {@code
 * action_encoder.patch_embed}.
 */
final class LewmNames {
  private LewmNames() {}

  static NameMap map() {
    String in = "encoder\\.encoder\\.layer\\.(\\d+)\\.";
    String newer = "encoder\\.layers\\.(\\d+)\\.";
    String block = "predictor\\.transformer\\.layers\\.(\\d+)\\.";
    String end = "\\.(weight|bias)";
    return NameMap.none()
        .leaveOut(".*\\.num_batches_tracked")
        .rename("encoder\\.embeddings\\.cls_token", "encoder.class")
        .squeeze("encoder\\.embeddings\\.position_embeddings", "encoder.position")
        .widen(
            "encoder\\.embeddings\\.patch_embeddings\\.projection\\.weight",
            "encoder.patch.weight",
            2)
        .rename("encoder\\.embeddings\\.patch_embeddings\\.projection\\.bias", "encoder.patch.bias")
        .rename("(?:" + in + "|" + newer + ")layernorm_before" + end, "encoder.block$1$2.norm1.$3")
        .rename("(?:" + in + "|" + newer + ")layernorm_after" + end, "encoder.block$1$2.norm2.$3")
        .and(joined(in + "attention\\.attention\\.(?:", "query", "key", "value", end))
        .and(joined(newer + "attention\\.(?:", "q_proj", "k_proj", "v_proj", end))
        .rename(in + "attention\\.output\\.dense" + end, "encoder.block$1.out.$2")
        .rename(newer + "attention\\.o_proj" + end, "encoder.block$1.out.$2")
        .rename(in + "intermediate\\.dense" + end, "encoder.block$1.mlp1.$2")
        .rename(newer + "mlp\\.fc1" + end, "encoder.block$1.mlp1.$2")
        .rename(in + "output\\.dense" + end, "encoder.block$1.mlp2.$2")
        .rename(newer + "mlp\\.fc2" + end, "encoder.block$1.mlp2.$2")
        .rename("encoder\\.layernorm" + end, "encoder.blocks.norm.$1")
        .rename("projector\\.net\\.0" + end, "encoder.fc.$1")
        .rename("projector\\.net\\.1\\.(weight|bias|running_mean|running_var)", "encoder.norm.$1")
        .rename("projector\\.net\\.3" + end, "encoder.project.$1")
        .squeeze("predictor\\.pos_embedding", "predictor.position")
        .rename(block + "attn\\.to_qkv\\.weight", "predictor.block$1.qkv.weight")
        .rename(block + "attn\\.to_out\\.0" + end, "predictor.block$1.out.$2")
        .rename(block + "mlp\\.net\\.1" + end, "predictor.block$1.mlp1.$2")
        .rename(block + "mlp\\.net\\.4" + end, "predictor.block$1.mlp2.$2")
        .rename(block + "adaLN_modulation\\.1" + end, "predictor.block$1.modulation.$2")
        .rename("predictor\\.transformer\\.norm" + end, "predictor.norm.$1")
        .rename("action_encoder\\.embed\\.0" + end, "predictor.condition1.$1")
        .rename("action_encoder\\.embed\\.2" + end, "predictor.condition2.$1");
  }

  private static NameMap joined(String before, String q, String k, String v, String end) {
    return NameMap.none()
        .join(before + q + ")" + end, "encoder.block$1.qkv.$2", 0, 3)
        .join(before + k + ")" + end, "encoder.block$1.qkv.$2", 1, 3)
        .join(before + v + ")" + end, "encoder.block$1.qkv.$2", 2, 3);
  }
}

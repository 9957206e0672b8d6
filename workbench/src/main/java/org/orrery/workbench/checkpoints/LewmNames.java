package org.orrery.workbench.checkpoints;

/**
 * The layout of LeWM's published weights (Maes et al. 2026, "LeWorldModel"; {@code jepa.py} and
 * {@code module.py} of github.com/lucas-maes/le-wm over the ViT of Hugging Face's transformers) in
 * the names of this workbench's {@code lewm}.
 *
 * <p>Their queries, keys and values of the encoder lie side by side in ours. Both namings of that
 * ViT are known, and a whole training module's, whose network is its {@code model} and whose {@code
 * sigreg} holds constants. Left out are those constants and the batch normalisations' counters.
 */
final class LewmNames {
  private static final String ROOT = "(?:model\\.)?";
  private static final String END = "\\.(weight|bias)";
  private static final String BATCH_NORM = "\\.(weight|bias|running_mean|running_var)";

  private LewmNames() {}

  static NameMap map() {
    return NameMap.none()
        .leaveOut(ROOT + "(?:projector|pred_proj)\\.net\\.1\\.num_batches_tracked")
        .leaveOut("sigreg\\.(?:t|phi|weights)")
        .and(encoder())
        .and(projector("projector", "encoder"))
        .and(predictor())
        .and(projector("pred_proj", "predictor"));
  }

  private static NameMap encoder() {
    String embeddings = ROOT + "encoder\\.embeddings\\.";
    String in = ROOT + "encoder\\.encoder\\.layer\\.(\\d+)\\.";
    String newer = ROOT + "encoder\\.layers\\.(\\d+)\\.";
    return NameMap.none()
        .rename(embeddings + "cls_token", "encoder.class")
        .squeeze(embeddings + "position_embeddings", "encoder.position")
        .rename(embeddings + "patch_embeddings\\.projection" + END, "encoder.patch.$1")
        .rename("(?:" + in + "|" + newer + ")layernorm_before" + END, "encoder.block$1$2.norm1.$3")
        .rename("(?:" + in + "|" + newer + ")layernorm_after" + END, "encoder.block$1$2.norm2.$3")
        .and(joined(in + "attention\\.attention\\.(?:", "query", "key", "value"))
        .and(joined(newer + "attention\\.(?:", "q_proj", "k_proj", "v_proj"))
        .rename(in + "attention\\.output\\.dense" + END, "encoder.block$1.out.$2")
        .rename(newer + "attention\\.o_proj" + END, "encoder.block$1.out.$2")
        .rename(in + "intermediate\\.dense" + END, "encoder.block$1.mlp1.$2")
        .rename(newer + "mlp\\.fc1" + END, "encoder.block$1.mlp1.$2")
        .rename(in + "output\\.dense" + END, "encoder.block$1.mlp2.$2")
        .rename(newer + "mlp\\.fc2" + END, "encoder.block$1.mlp2.$2")
        .rename(ROOT + "encoder\\.layernorm" + END, "encoder.blocks.norm.$1");
  }

  private static NameMap joined(String before, String q, String k, String v) {
    return NameMap.none()
        .join(before + q + ")" + END, "encoder.block$1.qkv.$2", 0, 3)
        .join(before + k + ")" + END, "encoder.block$1.qkv.$2", 1, 3)
        .join(before + v + ")" + END, "encoder.block$1.qkv.$2", 2, 3);
  }

  private static NameMap projector(String theirs, String ours) {
    return NameMap.none()
        .rename(ROOT + theirs + "\\.net\\.0" + END, ours + ".fc.$1")
        .rename(ROOT + theirs + "\\.net\\.1" + BATCH_NORM, ours + ".norm.$1")
        .rename(ROOT + theirs + "\\.net\\.3" + END, ours + ".project.$1");
  }

  private static NameMap predictor() {
    String block = ROOT + "predictor\\.transformer\\.layers\\.(\\d+)\\.";
    String action = ROOT + "action_encoder\\.";
    return NameMap.none()
        .squeeze(ROOT + "predictor\\.pos_embedding", "predictor.position")
        .rename(block + "attn\\.norm" + END, "predictor.block$1.norm1.$2")
        .rename(block + "attn\\.to_qkv\\.weight", "predictor.block$1.qkv.weight")
        .rename(block + "attn\\.to_out\\.0" + END, "predictor.block$1.out.$2")
        .rename(block + "mlp\\.net\\.0" + END, "predictor.block$1.norm2.$2")
        .rename(block + "mlp\\.net\\.1" + END, "predictor.block$1.mlp1.$2")
        .rename(block + "mlp\\.net\\.4" + END, "predictor.block$1.mlp2.$2")
        .rename(block + "adaLN_modulation\\.1" + END, "predictor.block$1.modulation.$2")
        .rename(ROOT + "predictor\\.transformer\\.norm" + END, "predictor.blocks.norm.$1")
        .flatten(action + "patch_embed\\.weight", "predictor.condition1.weight")
        .rename(action + "patch_embed\\.bias", "predictor.condition1.bias")
        .rename(action + "embed\\.0" + END, "predictor.condition2.$1")
        .rename(action + "embed\\.2" + END, "predictor.condition3.$1");
  }
}

package org.orrery.workbench.checkpoints;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.files.Aside;
import org.orrery.workbench.files.Home;

/**
 * A folder with {@code model.safetensors} and {@code card.json}.
 *
 * <pre>{@code
 * Checkpoint checkpoint = Checkpoint.read(Checkpoint.find("checkpoints/jepa-tiny"));
 * Parameters parameters = checkpoint.matching(expected);    // or an error that lists every difference
 * Lineage.of(checkpoint.folder());                          // what it was tuned from
 * Checkpoint.verify(folder).ok();                           // are the weights those of the card?
 * }</pre>
 *
 * <p>A checkpoint is known by the SHA-256 of its weights file. Its card holds that hash; weights
 * that do not have it are refused.
 *
 * @param folder where it was read
 * @param card what it is
 * @param tensors its weights by name
 */
public record Checkpoint(Path folder, Card card, Map<String, INDArray> tensors) {
  static final String WEIGHTS = "model.safetensors";
  static final String CARD = "card.json";

  /** The checkpoint's folder, beside the notebook or at Orrery's home. */
  public static Path find(String path) {
    return Home.find(Path.of(path));
  }

  /**
   * Reads a folder. Weights without a hash in their card, as older versions wrote them, get theirs
   * computed.
   *
   * @throws CheckpointException when something is missing or damaged, or the weights' hash is not
   *     that of the card
   */
  public static Checkpoint read(Path folder) {
    Card card = card(folder);
    Path weights = folder.resolve(WEIGHTS);
    Map<String, INDArray> tensors = Safetensors.read(weights);
    Verification verification = Verification.of(folder, card);
    if (!verification.ok() && !card.weights().isEmpty()) {
      throw new CheckpointException(verification.toString());
    }
    return new Checkpoint(folder, card.with(card.making(), verification.found()), tensors);
  }

  /** Reads the card alone. */
  public static Card card(Path folder) {
    Path file = folder.resolve(CARD);
    if (!Files.isRegularFile(file)) {
      throw new CheckpointException(
          "%s is no checkpoint: a checkpoint is a folder with %s and %s, and %s is missing; name such a folder, or make one with model.save(...)"
              .formatted(folder, CARD, WEIGHTS, CARD));
    }
    return CardFile.read(file);
  }

  /** Computes the hash of a folder's weights again and compares it with the card's. */
  public static Verification verify(Path folder) {
    return Verification.of(folder, card(folder));
  }

  /**
   * Writes a folder; an existing checkpoint is replaced whole or not at all, and what else lies in
   * its folder stays.
   *
   * @return the card as written, with the weights' hash
   */
  public static Card write(Path folder, Card card, Parameters parameters) {
    Card[] written = new Card[1];
    Aside.into(
        folder,
        aside -> {
          Map<String, INDArray> tensors = new LinkedHashMap<>();
          parameters.all().forEach(p -> tensors.put(p.name(), p.value()));
          Safetensors.write(aside.resolve(WEIGHTS), tensors);
          written[0] = card.written(code(), Sha256.of(aside.resolve(WEIGHTS)));
          CardFile.write(aside.resolve(CARD), written[0]);
        });
    return written[0];
  }

  /**
   * The tensors as the parameters a model expects. Nothing is loaded in part: a missing, unexpected
   * or wrongly shaped tensor is an error that lists all of them.
   */
  public Parameters matching(Parameters expected) {
    return Matching.of(
        tensors,
        expected,
        "%s does not hold the %s its card describes"
            .formatted(folder.resolve(WEIGHTS), card.kind()),
        "mend the card's config or take the checkpoint that belongs to it");
  }

  private static String code() {
    return Objects.requireNonNullElse(
        Checkpoint.class.getPackage().getImplementationVersion(), "from classes");
  }
}

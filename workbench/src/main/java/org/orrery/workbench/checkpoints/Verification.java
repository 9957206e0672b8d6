package org.orrery.workbench.checkpoints;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a folder's weights are those its card was written for.
 *
 * <pre>{@code
 * Verification v = Checkpoint.verify(Path.of("checkpoints/jepa-tiny"));
 * v.ok();              // true, or see v.toString(): both hashes and what to do
 * }</pre>
 *
 * @param folder the checkpoint
 * @param expected the SHA-256 in the card; empty in cards of older versions, which cannot be
 *     verified
 * @param found the SHA-256 of the weights file as it is
 */
public record Verification(Path folder, String expected, String found) {

  static Verification of(Path folder, Card card) {
    Path weights = folder.resolve(Checkpoint.WEIGHTS);
    if (!Files.isRegularFile(weights)) {
      throw new CheckpointException(weights + " is missing: expected weights in safetensors");
    }
    return new Verification(folder, card.weights(), Sha256.of(weights));
  }

  /** Whether the card holds a hash and the weights have it. */
  public boolean ok() {
    return expected.equals(found);
  }

  @Override
  public String toString() {
    Path weights = folder.resolve(Checkpoint.WEIGHTS);
    if (ok()) {
      return "%s is as its card says: SHA-256 %s".formatted(weights, found);
    }
    if (expected.isEmpty()) {
      return "%s cannot be verified: its card holds no hash, as of older versions; the file's SHA-256 is %s: load it and save it again to have one"
          .formatted(weights, found);
    }
    return "%s differs from what its card says: expected SHA-256 %s, found %s; the file was changed or belongs to another card: take both from where they were published"
        .formatted(weights, expected, found);
  }
}

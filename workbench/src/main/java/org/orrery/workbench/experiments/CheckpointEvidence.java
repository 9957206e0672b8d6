package org.orrery.workbench.experiments;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.orrery.workbench.checkpoints.Checkpoint;
import org.orrery.workbench.checkpoints.Lineage;
import org.orrery.workbench.checkpoints.Verification;
import org.orrery.workbench.models.WorldModel;

/** A checkpoint: its hash, whether it loads as its card says, and the same of its ancestors. */
record CheckpointEvidence(Path folder) implements Evidence {
  static final String CARD = "card.json";

  @Override
  public boolean verify(Optional<Path> model, Consumer<String> out) {
    Verification weights = Checkpoint.verify(folder);
    out.accept(weights.toString());
    if (!weights.ok()) {
      return false;
    }
    WorldModel loaded = WorldModel.load(folder);
    out.accept("  loads as the %s of its card".formatted(loaded.card().kind()));
    Lineage lineage = Lineage.of(folder);
    lineage.toString().lines().forEach(line -> out.accept("  " + line));
    boolean good = true;
    for (Lineage.Generation ancestor : lineage.generations()) {
      Verification its = Checkpoint.verify(ancestor.folder());
      // an ancestor is known by its child; an old card may hold no hash of its own
      if (!its.found().equals(ancestor.card().weights())) {
        out.accept("  " + its);
        good = false;
      }
    }
    return good;
  }
}

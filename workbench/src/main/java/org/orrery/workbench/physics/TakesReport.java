package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.Imagination;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Physics-IQ of what a model imagines, against two takes of the same motions, beside copy-last.
 *
 * @param model of all clips: measures are averaged first
 * @param copyLast the same of the last given frame, held
 * @param score of the model, 0 to 100, with its 95 % interval over clips
 * @param clips how many
 * @param takesAlike whether both takes show the same: a still camera without noise
 */
public record TakesReport(
    PhysicsIq model, PhysicsIq copyLast, Estimate score, int clips, boolean takesAlike) {

  /**
   * Measures imagined frames.
   *
   * @param second the second take of each dream's clip, as the model would see it
   */
  static TakesReport of(
      List<Imagination> dreams, Function<Integer, Clip> second, Progress progress) {
    List<PhysicsIq> imagined = new ArrayList<>();
    List<PhysicsIq> copied = new ArrayList<>();
    boolean alike = true;
    for (int i = 0; i < dreams.size(); i++) {
      progress.check();
      Imagination dream = dreams.get(i);
      int end = dream.truth().frames();
      Clip first = dream.truth().slice(dream.given(), end);
      Clip other = second.apply(i).slice(dream.given(), end);
      Clip guess = dream.imagined().slice(dream.given(), end).resize(first.height(), first.width());
      Clip still = Forecast.copyLast().after(dream.truth(), dream.given(), dream.steps());
      imagined.add(PhysicsIq.of(first, other, guess, 1));
      copied.add(PhysicsIq.of(first, other, still, 1));
      alike &= imagined.get(i).takes().equals(new PhysicsIq.Measures(1, 1, 1, 0));
    }
    PhysicsIq model = PhysicsIq.mean(imagined);
    model.score(); // refuses takes that move nowhere
    return new TakesReport(
        model,
        PhysicsIq.mean(copied),
        Estimate.of(imagined.size(), chosen -> score(imagined, chosen)),
        imagined.size(),
        alike);
  }

  /** The four measures and the score, a row each. */
  public Table table() {
    return Table.create(
        "Physics-IQ",
        StringColumn.create(
            "measure", "spatial IoU", "spatiotemporal IoU", "weighted IoU", "MSE", "score"),
        column("imagined", model.generated(), model.score()),
        column("copy-last", copyLast.generated(), copyLast.score()),
        column("second take", model.takes(), 100));
  }

  /** Score, clips and what the takes are. */
  public String notes() {
    return "Physics-IQ %s of %d clips, 95 %% over clips in brackets; measures are averaged over clips, then scored against two takes of the world's own motions%s"
        .formatted(
            score,
            clips,
            takesAlike
                ? ", which a still camera without noise shows alike: 100 is an exact copy, and the"
                    + " scale is harder than that of two real takes"
                : "");
  }

  @Override
  public String toString() {
    return notes() + System.lineSeparator() + table().printAll();
  }

  private static double score(List<PhysicsIq> all, int[] chosen) {
    List<PhysicsIq> some = new ArrayList<>();
    for (int i : chosen) {
      some.add(all.get(i));
    }
    PhysicsIq mean = PhysicsIq.mean(some);
    ToDoubleFunction<PhysicsIq.Measures> least =
        m -> Math.min(m.spatial(), Math.min(m.spatiotemporal(), m.weighted()));
    return least.applyAsDouble(mean.takes()) > 0 ? mean.score() : Double.NaN;
  }

  private static DoubleColumn column(String name, PhysicsIq.Measures m, double score) {
    return DoubleColumn.create(name, m.spatial(), m.spatiotemporal(), m.weighted(), m.mse(), score);
  }
}

package org.orrery.workbench.physics;

import java.util.List;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.WorldRecipe;

/**
 * What it takes to take an exam again: the world and what was asked for.
 *
 * @param world the world
 * @param clips how many
 * @param seed of the clips
 * @param kinds of violations shown
 */
public record ExamPlan(WorldRecipe world, int clips, long seed, List<Violation> kinds) {

  /** Copies the list. */
  public ExamPlan {
    kinds = List.copyOf(kinds);
  }

  static ExamSection<ExamPlan> of(World world, int clips, long seed, List<Violation> kinds) {
    return WorldRecipe.of(world)
        .map(recipe -> ExamSection.of(new ExamPlan(recipe, clips, seed, kinds)))
        .orElseGet(
            () ->
                ExamSection.none(
                    "its world is not one of Orrery's own as they are: one of one's own, under a"
                        + " condition, or changed"));
  }
}

package org.orrery.workbench.clips;

/**
 * Makes the clips that a dataset's card has a recipe for; what a recipe says is its maker's matter.
 *
 * <pre>{@code
 * Datasets.in(folder).making(json -> Clips.of(Worlds.parabola(), 100)).build(List.of(), System.out);
 * }</pre>
 */
@FunctionalInterface
public interface Recipes {

  /**
   * The clips of a recipe, the same ones each time.
   *
   * @param json the card's {@code recipe}
   * @throws IllegalArgumentException if the recipe asks for what cannot be made
   */
  ClipSet make(String json);
}

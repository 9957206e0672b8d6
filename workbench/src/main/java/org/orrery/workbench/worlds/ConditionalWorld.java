package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** The clips of a world whose values fulfil a condition. */
record ConditionalWorld(World world, Predicate<Values> condition) implements World {
  private static final int TRIES = 10_000;

  @Override
  public String name() {
    return world.name();
  }

  @Override
  public List<Parameter> parameters() {
    return world.parameters();
  }

  @Override
  public Shot shot() {
    return world.shot();
  }

  @Override
  public Camera camera() {
    return world.camera();
  }

  @Override
  public Values draw(SplittableRandom random) {
    for (int i = 0; i < TRIES; i++) {
      Values values = world.draw(random);
      if (condition.test(values)) {
        return values;
      }
    }
    throw new IllegalStateException(
        "none of %d draws of %s fulfils the condition: widen the ranges or ask for less"
            .formatted(TRIES, world.describe()));
  }

  @Override
  public Motion start(Values values, SplittableRandom random) {
    return world.start(values, random);
  }

  @Override
  public String describe() {
    return world.describe() + ", under a condition";
  }
}

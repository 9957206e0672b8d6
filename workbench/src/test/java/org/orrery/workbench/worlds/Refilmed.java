package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** The same clips in more or fewer pixels. */
record Refilmed(World world, int size) implements World {
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
    return world.shot().size(size);
  }

  @Override
  public Motion start(Values values, SplittableRandom random) {
    return world.start(values, random);
  }
}

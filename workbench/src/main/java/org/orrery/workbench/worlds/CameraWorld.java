package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** A world that is seen through a camera with effects. */
record CameraWorld(World world, Camera camera) implements World {

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
  public Values draw(SplittableRandom random) {
    return world.draw(random);
  }

  @Override
  public Motion start(Values values, SplittableRandom random) {
    return world.start(values, random);
  }

  @Override
  public String describe() {
    return "%s, through %s".formatted(world.describe(), camera);
  }
}

package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** A world that draws a parameter from another range. */
record RangedWorld(World world, List<Parameter> parameters) implements World {

  /** What was changed, asked or filmed of the world stays so. */
  static World of(World world, String name, Interval range) {
    if (world instanceof ChangedWorld changed) {
      return new ChangedWorld(
          of(changed.world(), name, range), changed.parameter(), changed.change());
    }
    if (world instanceof ConditionalWorld some) {
      return new ConditionalWorld(of(some.world(), name, range), some.condition());
    }
    if (world instanceof CameraWorld filmed) {
      return new CameraWorld(of(filmed.world(), name, range), filmed.camera());
    }
    List<Parameter> changed =
        world.parameters().stream()
            .map(p -> p.name().equals(name) ? p.range(range.low(), range.high()) : p)
            .toList();
    return new RangedWorld(world, changed);
  }

  @Override
  public String name() {
    return world.name();
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
  public Motion start(Values values, SplittableRandom random) {
    return world.start(values, random);
  }
}

package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** A world in which one value is another than was drawn. */
record ChangedWorld(World world, String parameter, DoubleUnaryOperator change) implements World {

  ChangedWorld {
    world.parameter(parameter); // refuses an unknown one
  }

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
    Values drawn = world.draw(random);
    double changed = change.applyAsDouble(drawn.get(parameter));
    Parameter changing =
        world.parameters().stream()
            .filter(p -> p.name().equals(parameter))
            .findFirst()
            .orElseThrow();
    changing.range(changed, changed);
    return drawn.with(parameter, changed);
  }

  @Override
  public Motion start(Values values, SplittableRandom random) {
    return world.start(values, random);
  }

  @Override
  public String describe() {
    return "%s, with another %s".formatted(world.describe(), parameter);
  }
}

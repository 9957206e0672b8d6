package org.orrery.workbench.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/** Films a motion: one picture and one row of every variable a frame. */
final class Filming {
  private static final long TAKE = 0x7a6b5c4d3e2f1L;

  private Filming() {}

  /**
   * Films clip {@code index} of {@code seed}.
   *
   * @param staging gets the motion of that clip, from its beginning each time it asks, and says
   *     what is filmed
   */
  static Clip clip(World world, long seed, int index, Function<Supplier<Motion>, Motion> staging) {
    Values values = world.values(seed, index);
    Motion motion = staging.apply(() -> begin(world, seed, index));
    return film(world, world.id(seed, index), values, motion, seed, index);
  }

  /** The motion of one seed and the camera of another. */
  static Clip take(World world, long seed, int index, int take) {
    String id = world.id(seed, index) + (take == 0 ? "" : "-take-" + (take + 1));
    Motion motion = begin(world, seed, index);
    return film(world, id, world.values(seed, index), motion, seed + TAKE * take, index);
  }

  static Motion begin(World world, long seed, int index) {
    SplittableRandom random = Seeds.random(seed, index);
    return world.start(world.draw(random), random);
  }

  private static Clip film(
      World world, String id, Values values, Motion motion, long seed, int index) {
    Shot shot = world.shot();
    Photographer photographer = new Photographer(world.camera(), shot, seed, index);
    Clip.Builder clip =
        Clip.builder(id, shot.channels(), shot.size(), shot.size())
            .fps(shot.fps())
            .pixelsPerMetre(shot.pixelsPerMetre());
    Truth truth = new Truth();
    for (int t = 0; t < shot.frames(); t++) {
      if (t > 0) {
        motion.advance(1 / shot.fps());
      }
      Scene scene = new Scene();
      motion.draw(scene);
      motion.record(truth);
      clip.frame(photographer.take(scene, t, truth));
      truth.endFrame();
    }
    List<Variable> variables = truth.variables();
    variables.forEach(clip::variable);
    parametersNotTold(world, values, variables).forEach(clip::variable);
    return clip.build();
  }

  private static List<Variable> parametersNotTold(World world, Values values, List<Variable> told) {
    List<Variable> constants = new ArrayList<>();
    for (Parameter parameter : world.parameters()) {
      String name = parameter.name();
      if (told.stream().noneMatch(variable -> variable.name().equals(name))) {
        float value = (float) values.get(name);
        constants.add(Variable.constant(name, parameter.unit(), value, world.frames()));
      }
    }
    return constants;
  }
}

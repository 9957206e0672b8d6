package org.orrery.workbench.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What it takes to have one of Orrery's worlds again: its name and every number that was chosen.
 *
 * <pre>{@code
 * WorldRecipe recipe = WorldRecipe.of(Worlds.building().set("wind", 5, 25)).orElseThrow();
 * recipe.world().generate(7, 0);                     // the same clip
 * }</pre>
 *
 * @param name the world's name
 * @param ranges what clips draw from, by parameter; of the bouncing ball {@code largest speed} too
 * @param frames frames in a clip
 * @param size height and width of a frame in pixels
 * @param fps frames a second
 * @param camera what it is seen through
 */
public record WorldRecipe(
    String name, Map<String, Interval> ranges, int frames, int size, double fps, Camera camera) {
  private static final String LARGEST_SPEED = "largest speed";

  /** Keeps the order of the parameters. */
  public WorldRecipe {
    ranges = Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
  }

  /** The recipe of a world; nothing for a world of one's own, one under a condition or changed. */
  public static Optional<WorldRecipe> of(World world) {
    World plain = world instanceof CameraWorld filmed ? filmed.world() : world;
    if (!(plain instanceof BouncingBall) && !(plain instanceof SimulatedWorld)) {
      return Optional.empty();
    }
    Map<String, Interval> ranges = new LinkedHashMap<>();
    plain.parameters().forEach(parameter -> ranges.put(parameter.name(), parameter.range()));
    if (plain instanceof BouncingBall ball) {
      ranges.put(LARGEST_SPEED, new Interval(ball.speed(), ball.speed()));
    }
    Shot shot = plain.shot();
    WorldRecipe recipe =
        new WorldRecipe(
            plain.name(), ranges, shot.frames(), shot.size(), shot.fps(), world.camera());
    return ready(plain.name()).isPresent() && recipe.gives(world)
        ? Optional.of(recipe)
        : Optional.empty();
  }

  /**
   * The world.
   *
   * @throws IllegalArgumentException if Orrery has no such world, or not with these parameters
   */
  public World world() {
    World base =
        ready(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no world \"%s\"; there are %s"
                            .formatted(name, Worlds.all().stream().map(World::name).toList())));
    World told = base instanceof SimulatedWorld world ? told(world) : ball();
    return camera.equals(Camera.still()) ? told : told.through(camera);
  }

  private World told(SimulatedWorld base) {
    SimulatedWorld told = base.frames(frames).size(size).fps(fps);
    for (Map.Entry<String, Interval> range : ranges.entrySet()) {
      told = told.set(range.getKey(), range.getValue().low(), range.getValue().high());
    }
    return told;
  }

  private World ball() {
    return new BouncingBall(
        range("gravity"),
        range("restitution"),
        range("radius"),
        range(LARGEST_SPEED).high(),
        frames,
        size,
        fps);
  }

  private Interval range(String parameter) {
    Interval range = ranges.get(parameter);
    if (range == null) {
      throw new IllegalArgumentException(
          "%s needs a range of %s; received those of %s"
              .formatted(name, parameter, ranges.keySet()));
    }
    return range;
  }

  private boolean gives(World world) {
    World again = world();
    return again.describe().equals(world.describe()) && again.shot().equals(world.shot());
  }

  private static Optional<World> ready(String name) {
    return Worlds.all().stream().filter(world -> world.name().equals(name)).findFirst();
  }
}

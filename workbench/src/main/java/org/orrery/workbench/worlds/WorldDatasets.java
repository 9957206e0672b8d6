package org.orrery.workbench.worlds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Datasets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Datasets made of Orrery's worlds by the recipe in their cards; {@code ./orrery datasets} runs it.
 *
 * <pre>{@code
 * "recipe": {"world": {"name": "parabola", "frames": 32, "ranges": {"gravity": [1, 12]}},
 *            "clips": 100, "seed": 7}
 * }</pre>
 *
 * What a recipe leaves out is as the world comes: {@code frames}, {@code size} (pixels), {@code
 * fps}, the {@code ranges} of its parameters in their units, the {@code camera} ({@code moving},
 * {@code occluder}, {@code lighting}, {@code blur}, {@code noise}) and the {@code seed} (0).
 */
public final class WorldDatasets {
  private static final List<String> EFFECTS =
      List.of("moving", "occluder", "lighting", "blur", "noise");

  private WorldDatasets() {}

  /** Runs {@code list|show|build|verify FOLDER [NAME...]}; exit code 1 when something differs. */
  public static void main(String[] args) {
    System.exit(Datasets.run(List.of(args), WorldDatasets::clips) ? 0 : 1);
  }

  /**
   * The clips of a recipe.
   *
   * @throws IllegalArgumentException if it names an unknown world, parameter or key, or a number is
   *     out of its bounds
   */
  public static ClipSet clips(String json) {
    JsonNode recipe = new ObjectMapper().readTree(json);
    refuseOthers(recipe, "the recipe", Set.of("world", "clips", "seed"));
    JsonNode world = recipe.path("world");
    refuseOthers(
        world, "the recipe's world", Set.of("name", "frames", "size", "fps", "ranges", "camera"));
    return Clips.of(world(world).world(), (int) number(recipe, "clips", 0))
        .seed((long) number(recipe, "seed", 0));
  }

  private static WorldRecipe world(JsonNode told) {
    String name = told.path("name").asString("");
    WorldRecipe plain =
        Worlds.all().stream()
            .filter(world -> world.name().equals(name))
            .findFirst()
            .flatMap(WorldRecipe::of)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the recipe's world is \"%s\"; there are %s"
                            .formatted(name, Worlds.all().stream().map(World::name).toList())));
    Map<String, Interval> ranges = new LinkedHashMap<>(plain.ranges());
    JsonNode others = told.path("ranges");
    refuseOthers(others, "the ranges of " + name, ranges.keySet());
    for (Map.Entry<String, JsonNode> range : others.properties()) {
      ranges.put(range.getKey(), interval(range.getKey(), range.getValue()));
    }
    return new WorldRecipe(
        name,
        ranges,
        (int) number(told, "frames", plain.frames()),
        (int) number(told, "size", plain.size()),
        number(told, "fps", plain.fps()),
        camera(told.path("camera")));
  }

  private static Camera camera(JsonNode told) {
    refuseOthers(told, "the camera", Set.copyOf(EFFECTS));
    double[] effects = EFFECTS.stream().mapToDouble(one -> number(told, one, 0)).toArray();
    return new Camera(effects[0], effects[1], effects[2], effects[3], effects[4]);
  }

  private static Interval interval(String name, JsonNode range) {
    if (!range.isArray()
        || range.size() != 2
        || !range.get(0).isNumber()
        || !range.get(1).isNumber()) {
      throw new IllegalArgumentException(
          "the range of %s needs two numbers, [lowest, highest]; received %s"
              .formatted(name, range));
    }
    return new Interval(range.get(0).asDouble(), range.get(1).asDouble());
  }

  private static double number(JsonNode node, String name, double usual) {
    JsonNode value = node.path(name);
    if (!value.isMissingNode() && !value.isNumber()) {
      throw new IllegalArgumentException(
          "the recipe's %s needs a number; received %s".formatted(name, value));
    }
    return value.asDouble(usual);
  }

  private static void refuseOthers(JsonNode node, String what, Set<String> known) {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "%s says %s, which nothing looks at; it may say %s".formatted(what, name, known));
      }
    }
  }
}

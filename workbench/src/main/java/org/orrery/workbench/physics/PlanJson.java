package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orrery.workbench.worlds.Camera;
import org.orrery.workbench.worlds.Interval;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.WorldRecipe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What it takes to take an exam again, as JSON and back. */
final class PlanJson {
  static final String NAME = "take again";

  private PlanJson() {}

  static void write(ObjectNode node, ExamPlan plan) {
    node.put("clips", plan.clips()).put("seed", plan.seed());
    ArrayNode kinds = node.putArray("violations");
    plan.kinds().forEach(kind -> kinds.add(kind.name()));
    ObjectNode world = node.putObject("world");
    WorldRecipe recipe = plan.world();
    world.put("name", recipe.name()).put("frames", recipe.frames());
    world.put("size", recipe.size()).put("fps", recipe.fps());
    ObjectNode ranges = world.putObject("ranges");
    recipe
        .ranges()
        .forEach((name, range) -> ranges.putArray(name).add(range.low()).add(range.high()));
    Camera camera = recipe.camera();
    world
        .putObject("camera")
        .put("moving", camera.moving())
        .put("occluder", camera.occluder())
        .put("lighting", camera.lighting())
        .put("blur", camera.blur())
        .put("noise", camera.noise());
  }

  /**
   * Reads a plan.
   *
   * @throws IllegalArgumentException if a number is out of its bounds or a kind is unknown
   */
  static ExamPlan read(JsonNode node) {
    List<Violation> kinds = new ArrayList<>();
    node.path("violations").forEach(kind -> kinds.add(Violation.valueOf(kind.asString())));
    JsonNode world = node.path("world");
    Map<String, Interval> ranges = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> range : world.path("ranges").properties()) {
      JsonNode ends = range.getValue();
      ranges.put(range.getKey(), new Interval(ends.path(0).asDouble(), ends.path(1).asDouble()));
    }
    JsonNode camera = world.path("camera");
    WorldRecipe recipe =
        new WorldRecipe(
            world.path("name").asString(),
            ranges,
            world.path("frames").asInt(),
            world.path("size").asInt(),
            world.path("fps").asDouble(),
            new Camera(
                camera.path("moving").asDouble(),
                camera.path("occluder").asDouble(),
                camera.path("lighting").asDouble(),
                camera.path("blur").asDouble(),
                camera.path("noise").asDouble()));
    return new ExamPlan(recipe, node.path("clips").asInt(), node.path("seed").asLong(), kinds);
  }
}

package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands beside the arrays of a file, as JSON under the name "orrery": the rate, the scale and
 * the names and units of the variables. Files of others have none of it.
 */
record ArrayNotes(
    Optional<String> id, double fps, double pixelsPerMetre, Map<String, Described> variables) {
  /** The name under which the notes are kept. */
  static final String NAME = "orrery";

  private static final double USUAL_FPS = 25;

  /** A variable's unit and components. */
  record Described(String unit, List<String> components) {}

  static ArrayNotes none() {
    return new ArrayNotes(Optional.empty(), USUAL_FPS, Double.NaN, Map.of());
  }

  static ArrayNotes of(String json) throws IOException {
    try {
      JsonNode root = new ObjectMapper().readTree(json);
      Map<String, Described> variables = new LinkedHashMap<>();
      for (JsonNode one : root.path("variables")) {
        List<String> components = new ArrayList<>();
        one.path("components").forEach(name -> components.add(name.asString()));
        variables.put(
            one.path("name").asString(), new Described(one.path("unit").asString(""), components));
      }
      double fps = root.path("fps").asDouble(USUAL_FPS);
      if (!(fps > 0 && fps < Double.POSITIVE_INFINITY)) {
        throw new IOException("its notes say %s frames a second; above 0 is needed".formatted(fps));
      }
      return new ArrayNotes(
          root.has("id") ? Optional.of(root.path("id").asString()) : Optional.empty(),
          fps,
          root.path("pixelsPerMetre").asDouble(Double.NaN),
          variables);
    } catch (JacksonException e) {
      throw new IOException("its notes are not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The notes of a clip, to be written beside its arrays. */
  static String json(Clip clip) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("id", clip.id());
    root.put("fps", clip.fps());
    if (!Double.isNaN(clip.pixelsPerMetre())) {
      root.put("pixelsPerMetre", clip.pixelsPerMetre());
    }
    ArrayNode variables = root.putArray("variables");
    for (Variable variable : clip.variables().values()) {
      ObjectNode one = variables.addObject();
      one.put("name", variable.name());
      one.put("unit", variable.unit());
      ArrayNode components = one.putArray("components");
      variable.components().forEach(components::add);
    }
    return root.toString();
  }

  /** The variable that an array of {@code frames} rows is. */
  Variable variable(String name, double[] numbers, int frames) throws IOException {
    int k = numbers.length / frames;
    float[][] values = new float[frames][k];
    for (int i = 0; i < numbers.length; i++) {
      values[i / k][i % k] = (float) numbers[i];
      if (Float.isInfinite(values[i / k][i % k])) {
        throw new IOException("%s is infinite at frame %d".formatted(name, i / k));
      }
    }
    Described described = variables.get(name);
    boolean fits = described != null && described.components().size() == k;
    return new Variable(
        name,
        fits ? described.unit() : "",
        fits ? described.components() : numbered(name, k),
        values);
  }

  private static List<String> numbered(String name, int k) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      names.add(k == 1 ? name : name + "[" + i + "]");
    }
    return names;
  }
}

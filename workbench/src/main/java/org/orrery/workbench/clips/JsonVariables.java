package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Variables from the JSON beside a clip: a number holds for every frame, a list of numbers has one
 * for each, a list of lists several. Text, and lists of another length, are not variables.
 */
final class JsonVariables {
  private JsonVariables() {}

  static Clip add(Clip clip, JsonNode notes, Reading reading) throws IOException {
    Clip known = clip;
    for (Map.Entry<String, JsonNode> field : notes.properties()) {
      JsonNode value = field.getValue();
      if (field.getKey().equals("fps")) {
        continue;
      }
      if (value.isNumber()) {
        known =
            known.withVariable(
                Variable.constant(field.getKey(), "", (float) value.asDouble(), clip.frames()));
      } else if (value.isArray() && !value.isEmpty() && isNumeric(value.get(0))) {
        float[][] rows = rows(field.getKey(), value);
        if (isOnePerFrame(rows.length, clip, reading)) {
          known = known.withVariable(variable(field.getKey(), rows, clip, reading));
        }
      }
    }
    return known;
  }

  /** Adds the variables that a folder of frames was written with, with their units. */
  static Clip addNoted(Clip clip, String json, Reading reading) throws IOException {
    Clip known = clip;
    for (JsonNode one : new ObjectMapper().readTree(json).path("variables")) {
      String name = one.path("name").asString();
      if (one.path("values").isEmpty()) {
        throw new IOException("the notes give no values for %s".formatted(name));
      }
      float[][] rows = rows(name, one.path("values"));
      if (!isOnePerFrame(rows.length, clip, reading)) {
        throw new IOException(
            "the notes give %d values for %s, which do not cover the clip's frames (%d were read): frames or notes are missing"
                .formatted(rows.length, name, clip.frames()));
      }
      Variable bare = variable(name, rows, clip, reading);
      List<String> components = new ArrayList<>();
      one.path("components").forEach(component -> components.add(component.asString()));
      known =
          known.withVariable(
              new Variable(name, one.path("unit").asString(""), components, bare.values()));
    }
    return known;
  }

  /**
   * Whether so many rows cover the file's frames, of which the clip has those that were asked for.
   */
  private static boolean isOnePerFrame(int rows, Clip clip, Reading reading) {
    int kept = 0;
    for (int t = 0; t < rows; t++) {
      kept += reading.keeps(t) ? 1 : 0;
    }
    return kept == clip.frames();
  }

  private static Variable variable(String name, float[][] rows, Clip clip, Reading reading) {
    float[][] values = new float[clip.frames()][];
    int kept = 0;
    for (int t = 0; t < rows.length; t++) {
      if (reading.keeps(t)) {
        values[kept++] = rows[t];
      }
    }
    List<String> components = new ArrayList<>();
    for (int k = 0; k < values[0].length; k++) {
      components.add(values[0].length == 1 ? name : name + "[" + k + "]");
    }
    return new Variable(name, "", components, values);
  }

  private static boolean isNumeric(JsonNode value) {
    return value.isNumber() || value.isArray() && !value.isEmpty() && value.get(0).isNumber();
  }

  private static float[][] rows(String name, JsonNode list) throws IOException {
    int width = list.get(0).isArray() ? list.get(0).size() : 1;
    float[][] rows = new float[list.size()][width];
    for (int t = 0; t < rows.length; t++) {
      JsonNode row = list.get(t);
      if ((row.isArray() ? row.size() : 1) != width) {
        throw new IOException(
            "its json's %s has %d numbers at frame 0 and %d at frame %d"
                .formatted(name, width, row.size(), t));
      }
      for (int k = 0; k < width; k++) {
        JsonNode number = row.isArray() ? row.get(k) : row;
        rows[t][k] = number.isNumber() ? (float) number.asDouble() : Float.NaN;
      }
    }
    return rows;
  }
}

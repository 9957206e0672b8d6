package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orrery.workbench.physics.ExamVerification.Difference;
import tools.jackson.databind.JsonNode;

/** Compares two exams' JSON, figure by figure; the table, which repeats figures, comes first. */
final class FigureTree {
  private static final double TOLERANCE = 1e-6;
  private static final Set<String> LEFT_OUT =
      Set.of("/provenance/Orrery", "/provenance/Java", "/what if/" + WhatIfJson.SECONDS);

  private final List<Difference> differences = new ArrayList<>();
  private int compared;

  void compare(JsonNode written, JsonNode measured) {
    compare("", written, measured);
  }

  int compared() {
    return compared;
  }

  List<Difference> differences() {
    return differences;
  }

  private void compare(String place, JsonNode written, JsonNode measured) {
    if (LEFT_OUT.contains(place)) {
      return;
    }
    if (written.isObject() && measured.isObject()) {
      Set<String> names = new LinkedHashSet<>(written.propertyNames());
      names.addAll(measured.propertyNames());
      names.forEach(name -> compare(place + "/" + name, written.path(name), measured.path(name)));
    } else if (written.isArray() && measured.isArray()) {
      for (int i = 0; i < Math.max(written.size(), measured.size()); i++) {
        compare(place + "/" + name(written.path(i), i), written.path(i), measured.path(i));
      }
    } else {
      compared++;
      if (!alike(written, measured)) {
        differences.add(new Difference(place, shown(written), shown(measured)));
      }
    }
  }

  /** A row of the table is known by its measure, others by their number. */
  private static String name(JsonNode row, int index) {
    return row.isObject() && row.has("measure")
        ? row.path("measure").asString()
        : Integer.toString(index);
  }

  private static boolean alike(JsonNode written, JsonNode measured) {
    if (!written.isNumber() || !measured.isNumber()) {
      return written.equals(measured);
    }
    double a = written.asDouble();
    double b = measured.asDouble();
    return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }

  private static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "–";
    }
    if (node.isContainer()) {
      return node.isArray() ? "a list of " + node.size() : "figures";
    }
    String text = node.isString() ? node.asString() : node.toString();
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}

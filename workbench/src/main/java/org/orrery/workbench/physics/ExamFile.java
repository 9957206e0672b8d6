package org.orrery.workbench.physics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** An exam as {@link Exam#json} wrote it. */
record ExamFile(Path path, JsonNode root) {

  static ExamFile read(Path path) {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read %s: %s".formatted(path, e), e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s is not JSON: %s; exam.json(...) writes an exam"
              .formatted(path, e.getOriginalMessage()),
          e);
    }
    if (!root.has("provenance") || !root.has("table")) {
      throw new IllegalArgumentException(
          "%s is no exam: it has no \"provenance\" and \"table\"; exam.json(...) writes one"
              .formatted(path));
    }
    return new ExamFile(path, root);
  }

  String provenance(String name) {
    return root.path("provenance").path(name).asString("");
  }

  ExamPlan plan() {
    if (root.path("version").asInt(1) != ExamJson.VERSION) {
      throw cannot(
          "it is of version %d of the format, and this Orrery writes %d: take the exam anew"
              .formatted(root.path("version").asInt(1), ExamJson.VERSION));
    }
    if (!provenance("interrupted").isEmpty()) {
      throw cannot("it was interrupted " + provenance("interrupted"));
    }
    if (!root.has(PlanJson.NAME)) {
      throw cannot(
          "it was taken on clips or in a world that the file does not hold the recipe of: "
              + root.path("world").asString());
    }
    try {
      return PlanJson.read(root.path(PlanJson.NAME));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s, \"%s\": %s".formatted(path, PlanJson.NAME, e.getMessage()), e);
    }
  }

  private IllegalArgumentException cannot(String why) {
    return new IllegalArgumentException("%s cannot be taken again: %s".formatted(path, why));
  }
}

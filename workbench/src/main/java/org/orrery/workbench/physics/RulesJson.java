package org.orrery.workbench.physics;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Mimicry or rules as JSON. */
final class RulesJson {
  private RulesJson() {}

  static void write(ObjectNode node, RulesReport report) {
    node.put("verdict", report.verdict().name()).put("why", report.why());
    node.put("world", report.world());
    ArrayNode rows = node.putArray("rows");
    for (RulesReport.Row row : report.rows()) {
      ObjectNode one = rows.addObject();
      one.put("part", row.part()).put("by", row.forecaster()).put("clips", row.clips());
      ExamJson.estimate(one, "error m/s", row.error());
      ExamJson.estimate(one, "of the mean m/s", row.ofMean());
      ExamJson.estimate(one, "over in distribution", row.ratio());
      ExamJson.estimate(one, "drift slope", row.drift());
      ExamJson.estimate(one, "at the nearest case", row.landed());
      one.put("values", row.values()).put("lost", row.lost());
    }
  }
}

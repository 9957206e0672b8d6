package org.orrery.workbench.physics;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A what-if as JSON; what a clip took stands apart, as it is the machine's. */
final class WhatIfJson {
  /** Figures that are others each time. */
  static final String SECONDS = "seconds a clip";

  private WhatIfJson() {}

  static void write(ObjectNode node, WhatIfReport report) {
    node.put("world", report.world()).put("parameter", report.parameter());
    node.put("parameter unit", report.parameterUnit());
    node.put("outcome", report.outcome().toString()).put("unit", report.unit());
    ExamJson.estimate(node, "gain", report.gain());
    ArrayNode rows = node.putArray("rows");
    for (WhatIfReport.Row row : report.rows()) {
      ObjectNode one = rows.addObject();
      one.put("value", row.value()).put("clips", row.clips());
      ExamJson.estimate(one, "simulated", row.simulated());
      ExamJson.estimate(one, "imagined", row.imagined());
      ExamJson.estimate(one, "read off true frames", row.read());
      ExamJson.estimate(one, "copy-last", row.held());
      ExamJson.estimate(one, "|imagined - simulated|", row.error());
    }
    ObjectNode seconds = node.putObject(SECONDS);
    seconds.put("simulated", report.simulation()).put("simulated, pictures", report.filming());
    seconds.put("imagined", report.imagination());
  }
}

package org.orrery.workbench.physics;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a video, as JSON. */
final class VideoJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private VideoJson() {}

  static String of(VideoReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("clip", report.clip().id()).put("frames", report.clip().frames());
    root.put("width", report.clip().width()).put("height", report.clip().height());
    root.put("fps", report.clip().fps()).put("judged", report.judged());
    root.put("motion smoothness", report.smoothness());
    ArrayNode flags = root.putArray("flags");
    for (Flag flag : report.flags()) {
      ObjectNode one = flags.addObject();
      one.put("frame", flag.frame()).put("fault", flag.fault().label());
      if (!Double.isNaN(flag.x())) {
        one.put("x", flag.x()).put("y", flag.y());
      }
      one.put("why", flag.why());
    }
    ArrayNode things = root.putArray("things");
    for (int n : report.things()) {
      things.add(n);
    }
    numbers(root.putArray("change"), report.change());
    numbers(root.putArray("roughness"), report.roughness());
    numbers(root.putArray("ground drift"), report.drift());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void numbers(ArrayNode node, double[] values) {
    for (double value : values) {
      node.add(value);
    }
  }
}

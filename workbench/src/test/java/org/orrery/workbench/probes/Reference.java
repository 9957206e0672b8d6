package org.orrery.workbench.probes;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Split;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A committed JSON file of numbers that another program computed. */
record Reference(JsonNode node) {

  static Reference read(String name) {
    try (InputStream in = Reference.class.getResourceAsStream(name)) {
      return new Reference(JsonMapper.shared().readTree(in));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Reference get(String name) {
    return new Reference(node.get(name));
  }

  double number(String name) {
    return node.get(name).asDouble();
  }

  double[] numbers(String name) {
    return stream(name).mapToDouble(JsonNode::asDouble).toArray();
  }

  int[] integers(String name) {
    return stream(name).mapToInt(JsonNode::asInt).toArray();
  }

  String[] texts(String name) {
    return stream(name).map(JsonNode::asString).toArray(String[]::new);
  }

  Split[] parts(String name) {
    return stream(name).map(node -> Split.valueOf(node.asString())).toArray(Split[]::new);
  }

  double[][] matrix(String name) {
    return stream(name)
        .map(
            row ->
                StreamSupport.stream(row.spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .toArray())
        .toArray(double[][]::new);
  }

  INDArray array(String name) {
    return Nd4j.create(matrix(name));
  }

  private Stream<JsonNode> stream(String name) {
    return StreamSupport.stream(node.get(name).spliterator(), false);
  }
}

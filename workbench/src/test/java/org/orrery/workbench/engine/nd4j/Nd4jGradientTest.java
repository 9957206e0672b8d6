package org.orrery.workbench.engine.nd4j;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.Gradients;
import org.orrery.workbench.engine.OpCase;
import org.orrery.workbench.engine.OpCases;

/** SameDiff's gradient of every operation against finite differences in float64. */
class Nd4jGradientTest {
  static Stream<OpCase> cases() {
    return OpCases.all().filter(given -> given.nature() != OpCase.Nature.CUT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theGradientIsTheSlope(OpCase given) {
    Differentiated differentiated = new Differentiated(given);
    Gradients.assertRight(given, differentiated::loss, differentiated::gradients);
  }

  /** A case as a graph of doubles. */
  private static final class Differentiated {
    private final Graph graph;
    private final OpCase given;
    private final String loss;

    Differentiated(OpCase given) {
      Map<String, INDArray> doubles = new LinkedHashMap<>();
      given
          .parameters()
          .all()
          .forEach(p -> doubles.put(p.name(), p.value().castTo(DataType.DOUBLE)));
      this.given = given;
      this.graph = new Graph(doubles, DataType.DOUBLE);
      this.loss = ((Nd4jTensor) given.loss(new Nd4jOps(graph, true))).variable().name();
      graph.sd().setLossVariables(loss);
      Quiet.run(() -> graph.sd().createGradFunction(operands()));
    }

    private String[] operands() {
      return given.values().keySet().stream().map(Graph::parameterName).toArray(String[]::new);
    }

    private Map<String, INDArray> feeds(Map<String, INDArray> at) {
      Map<String, INDArray> feeds = new HashMap<>();
      // The same draws at every point.
      graph
          .drawMasks(new SplittableRandom(7))
          .forEach((name, mask) -> feeds.put(name, mask.castTo(DataType.DOUBLE)));
      for (String name : graph.parametersRead()) {
        feeds.put(Graph.parameterName(name), at.get(name));
      }
      return feeds;
    }

    double loss(Map<String, INDArray> at) {
      return graph.sd().outputSingle(feeds(at), loss).getDouble(0);
    }

    Map<String, INDArray> gradients(Map<String, INDArray> at) {
      Map<String, INDArray> slopes = graph.sd().calculateGradients(feeds(at), operands());
      Map<String, INDArray> named = new LinkedHashMap<>();
      given.values().keySet().forEach(n -> named.put(n, slopes.get(Graph.parameterName(n))));
      return named;
    }
  }
}

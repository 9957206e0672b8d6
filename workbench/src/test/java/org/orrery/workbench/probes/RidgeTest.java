package org.orrery.workbench.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Split;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Compares with scikit-learn; the reference is made by make_ridge_reference.py beside it. */
class RidgeTest {
  private static JsonNode reference;
  private static ProbeData data;

  @BeforeAll
  static void readWhatScikitLearnMadeOfIt() throws Exception {
    try (InputStream in = RidgeTest.class.getResourceAsStream("ridge_reference.json")) {
      reference = new ObjectMapper().readTree(in);
    }
    data =
        ProbeData.of(
            "reference",
            Nd4j.create(matrix("features")),
            Nd4j.create(matrix("targets")),
            stream("clips").mapToInt(JsonNode::asInt).toArray(),
            stream("parts").map(node -> Split.valueOf(node.asString())).toArray(Split[]::new));
  }

  @Test
  void choosesTheLambdaAndPredictsWhatScikitLearnDoes() {
    Ridge.Fit fit = Ridge.on(data).fit(data);
    assertThat(fit.lambda()).isEqualTo(reference.get("lambda").asDouble());
    double[][] prediction = fit.predict(data.part(Split.TEST).features()).toDoubleMatrix();
    assertClose(prediction, matrix("prediction"), 1e-9);
  }

  @Test
  void scoresAsScikitLearnDoes() {
    Score score = Probe.linear().score(data);
    assertThat(score.r2()).isCloseTo(reference.get("r2").asDouble(), within(1e-9));
    assertThat(score.perComponent())
        .containsExactly(
            stream("r2_per_component").mapToDouble(JsonNode::asDouble).toArray(), within(1e-9));
    assertThat(score.pearson()).isCloseTo(reference.get("pearson").asDouble(), within(1e-9));
    assertThat(score.mse()).isCloseTo(reference.get("mse").asDouble(), within(1e-9));
    assertThat(score.samples()).isEqualTo(18);
    assertThat(score.clips()).isEqualTo(3);
  }

  @Test
  void findsThePrincipalComponentsOfAFullDecomposition() {
    INDArray features = Nd4j.create(matrix("features"));
    PrincipalComponents pca = PrincipalComponents.of(features, 3, 1);
    double[] variances = stream("pca_variances").mapToDouble(JsonNode::asDouble).toArray();
    for (int j = 0; j < 3; j++) {
      assertThat(pca.variances()[j] / variances[j]).isCloseTo(1, within(1e-9));
      double[] axis = pca.axes().getColumn(j).toDoubleVector();
      double[] expected = column(matrix("pca_axes"), j);
      double cosine = 0;
      for (int i = 0; i < axis.length; i++) {
        cosine += axis[i] * expected[i];
      }
      assertThat(Math.abs(cosine)).isCloseTo(1, within(1e-9));
    }
  }

  private static java.util.stream.Stream<JsonNode> stream(String name) {
    return StreamSupport.stream(reference.get(name).spliterator(), false);
  }

  private static double[][] matrix(String name) {
    return stream(name)
        .map(
            row ->
                StreamSupport.stream(row.spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .toArray())
        .toArray(double[][]::new);
  }

  private static double[] column(double[][] matrix, int j) {
    return Arrays.stream(matrix).mapToDouble(row -> row[j]).toArray();
  }

  private static void assertClose(double[][] actual, double[][] expected, double tolerance) {
    assertThat(actual).hasDimensions(expected.length, expected[0].length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(tolerance));
    }
  }
}

package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LatentSpaceTest {

  /** Latents [clip, time, wide] that a smooth map makes of {@code d} uniform numbers each. */
  private static INDArray manifold(int d, int clips, int time, int wide) {
    Random random = new Random(5);
    double[][] map = new double[d][wide];
    for (double[] row : map) {
      for (int j = 0; j < wide; j++) {
        row[j] = random.nextGaussian();
      }
    }
    double[][][] z = new double[clips][time][wide];
    for (double[][] path : z) {
      for (double[] latent : path) {
        double[] inner = random.doubles(d).toArray();
        for (int j = 0; j < wide; j++) {
          for (int k = 0; k < d; k++) {
            latent[j] += map[k][j] * inner[k];
          }
          latent[j] += 0.3 * Math.sin(latent[j]);
        }
      }
    }
    return Nd4j.create(z);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theIntrinsicDimensionIsThatOfTheManifold(int d) {
    double estimate = new LatentSpace(manifold(d, 500, 3, 12)).intrinsicDimension();

    assertThat(estimate).isCloseTo(d, within(0.12 * d));
  }

  @Test
  void latentsAlongAPathDoNotTellItsOwnDimension() {
    // given clips that crawl along straight lines through a plane, each latent next to its own past
    Random random = new Random(1);
    double[][][] z = new double[150][16][2];
    for (double[][] path : z) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      for (int t = 0; t < path.length; t++) {
        path[t] = new double[] {x + 1e-4 * t, y};
      }
    }

    double estimate = new LatentSpace(Nd4j.create(z)).intrinsicDimension();

    assertThat(estimate).isCloseTo(2, within(0.3));
  }

  @Test
  void similarityIsThatOfTheGramMatrices() throws IOException {
    JsonNode reference;
    try (InputStream in =
        getClass().getResourceAsStream("/org/orrery/workbench/probes/embedding_reference.json")) {
      reference = JsonMapper.shared().readTree(in);
    }
    LatentSpace x = space(reference.get("x"));
    LatentSpace y = space(reference.get("y"));

    assertThat(x.similarity(y)).isCloseTo(reference.get("cka").asDouble(), within(1e-9));
    assertThat(y.similarity(x)).isCloseTo(x.similarity(y), within(1e-12));
  }

  @Test
  void rotationAndScaleDoNotMatterAndIndependenceIsZero() {
    INDArray z = manifold(3, 60, 10, 3);
    double angle = 0.7;
    INDArray turn =
        Nd4j.create(
            new double[][] {
              {Math.cos(angle), -Math.sin(angle), 0},
              {Math.sin(angle), Math.cos(angle), 0},
              {0, 0, 1}
            });
    INDArray turned = z.reshape(-1, 3).mmul(turn).muli(-4).addi(2).reshape(60, 10, 3);

    assertThat(new LatentSpace(z).similarity(new LatentSpace(turned))).isCloseTo(1, within(1e-9));
    INDArray other = manifold(3, 120, 10, 3);
    LatentSpace later =
        new LatentSpace(
            other
                .get(NDArrayIndex.interval(60, 120), NDArrayIndex.all(), NDArrayIndex.all())
                .dup('c'));
    assertThat(new LatentSpace(z).similarity(later)).isLessThan(0.05);
  }

  @Test
  void theFiguresOfASpacePrintTogether() {
    LatentSpace space = new LatentSpace(manifold(2, 30, 10, 6));

    assertThat(space.toString()).contains("[30, 10, 6]", "effective rank", "intrinsic dimension");
    assertThat(space.effectiveRank()).isBetween(1.0, 6.0);
  }

  @Test
  void whatHasNoShapeIsRefused() {
    assertThatThrownBy(() -> new LatentSpace(Nd4j.zeros(3, 4))).hasMessageContaining("[3, 4]");
    assertThatThrownBy(
            () -> new LatentSpace(Nd4j.zeros(DataType.DOUBLE, 30, 4, 2)).intrinsicDimension())
        .hasMessageContaining("20 samples or more");
    LatentSpace flat = new LatentSpace(Nd4j.zeros(DataType.DOUBLE, 3, 4, 2));
    assertThatThrownBy(() -> flat.similarity(flat)).hasMessageContaining("the same for all");
    assertThatThrownBy(() -> flat.similarity(new LatentSpace(Nd4j.zeros(3, 5, 2))))
        .hasMessageContaining("of the same samples");
  }

  private static LatentSpace space(JsonNode rows) {
    double[][] values =
        StreamSupport.stream(rows.spliterator(), false)
            .map(
                row ->
                    StreamSupport.stream(row.spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .toArray())
            .toArray(double[][]::new);
    return new LatentSpace(Nd4j.create(values).reshape(10, 6, values[0].length));
  }
}

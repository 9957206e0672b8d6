package org.orrery.workbench.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;

class NameMapTest {
  private static final Path FILE = Path.of("theirs.pt");

  private static Map<String, INDArray> named(String... names) {
    Map<String, INDArray> tensors = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      tensors.put(names[i], Nd4j.valueArrayOf(new long[] {1, 2}, i + 1f));
    }
    return tensors;
  }

  @Test
  void theFirstRuleThatMatchesAWholeNameDecides() {
    NameMap map =
        NameMap.none()
            .rename("conv(\\d)\\.weight", "encoder.conv$1.weight")
            .rename("conv.*", "other")
            .leaveOut(".*tracked");

    Map<String, INDArray> renamed =
        map.apply(FILE, named("conv1.weight", "a.conv1.weight", "n.tracked", "$0\\"));

    assertThat(renamed.keySet()).containsExactly("encoder.conv1.weight", "a.conv1.weight", "$0\\");
  }

  @Test
  void partsAreLaidAlongTheFirstDimensionInTheirOrder() {
    NameMap map = NameMap.none().join("k", "qk", 1, 2).join("q", "qk", 0, 2);

    INDArray joined = map.apply(FILE, named("k", "q")).get("qk");

    assertThat(joined.shape()).containsExactly(2, 2);
    assertThat(joined.getFloat(0, 0)).isEqualTo(2);
    assertThat(joined.getFloat(1, 0)).isEqualTo(1);
  }

  @Test
  void whatWouldBeLostIsRefused() {
    NameMap one = NameMap.none().rename("a|b", "c");
    assertThatThrownBy(() -> one.apply(FILE, named("a", "b")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("two tensors would be all of c; the second is b");
    NameMap joined = NameMap.none().join("a", "c", 0, 2);
    assertThatThrownBy(() -> joined.apply(FILE, named("a")))
        .hasMessageContaining("c is joined from 2 tensors, and only parts [0] are there");
    assertThatThrownBy(() -> joined.join("b", "c", 1, 2).apply(FILE, named("a", "b", "c")))
        .hasMessageContaining("two tensors would be all of c");
    assertThatThrownBy(
            () -> NameMap.none().squeeze("a", "b").apply(FILE, Map.of("a", Nd4j.zeros(2, 3))))
        .hasMessageContaining("a: expected a shape [1, ...], came [2, 3]");
  }

  @Test
  void lewmsEncoderFindsItsPlaceInAJepaOfAVit() {
    StateDict theirs = StateDict.read(StateDictTest.fixture("lewm.pt"));
    List<Parameter> expected = new ArrayList<>();
    weight(expected, "encoder.patch", 4, 6, 2, 2);
    expected.add(Parameter.weight("encoder.class", Nd4j.zeros(1, 1, 4)));
    expected.add(Parameter.weight("encoder.position", Nd4j.zeros(5, 4)));
    for (int i = 0; i < 2; i++) {
      String block = "encoder.block" + i;
      norm(expected, block + ".norm1", 4);
      weight(expected, block + ".qkv", 12, 4);
      weight(expected, block + ".out", 4, 4);
      norm(expected, block + ".norm2", 4);
      weight(expected, block + ".mlp1", 8, 4);
      weight(expected, block + ".mlp2", 4, 8);
    }
    norm(expected, "encoder.blocks.norm", 4);
    weight(expected, "encoder.fc", 6, 4);
    norm(expected, "encoder.norm", 6);
    expected.add(Parameter.buffer("encoder.norm.running_mean", Nd4j.zeros(6)));
    expected.add(Parameter.buffer("encoder.norm.running_var", Nd4j.zeros(6)));
    weight(expected, "encoder.project", 4, 6);

    NameMap map =
        NameMap.none()
            .widen(
                "encoder\\.embeddings\\.patch_embeddings\\.projection\\.weight",
                "encoder.patch.weight",
                2)
            .and(NameMap.lewm());
    Parameters ours = theirs.renamed(map).into(Parameters.of(expected), "encoder\\..*");

    String layer = "encoder.encoder.layer.1.attention.attention.";
    assertThat(rows(ours.get("encoder.block1.qkv.weight"), 4, 8))
        .isEqualTo(theirs.tensors().get(layer + "key.weight"));
    INDArray patch = ours.get("encoder.patch.weight");
    assertThat(channels(patch, 0, 3).dup())
        .isEqualTo(theirs.tensors().get("encoder.embeddings.patch_embeddings.projection.weight"));
    assertThat(channels(patch, 3, 6).amaxNumber().doubleValue()).isZero();
  }

  @Test
  void nothingOfLewmsLayoutKeepsItsName() {
    Map<String, INDArray> renamed =
        StateDict.read(StateDictTest.fixture("lewm.pt")).renamed(NameMap.lewm()).tensors();

    assertThat(renamed.keySet())
        .contains("predictor.block1.norm2.weight", "predictor.project.bias")
        .allMatch(
            name ->
                name.matches(
                    "(encoder|predictor)\\.(class|patch|position|block\\d+|blocks|fc|norm|project|condition[123])(\\..*)?"));
  }

  @Test
  void aKernelThatSeesEverythingBecomesAMatrix() {
    NameMap map = NameMap.none().flatten("smooth", "fc").flatten("patches", "rows");

    Map<String, INDArray> flat =
        map.apply(FILE, Map.of("smooth", Nd4j.zeros(3, 2, 1), "patches", Nd4j.zeros(4, 3, 2, 2)));

    assertThat(flat.get("fc").shape()).containsExactly(3, 2);
    assertThat(flat.get("rows").shape()).containsExactly(4, 12);
    assertThatThrownBy(() -> map.apply(FILE, Map.of("smooth", Nd4j.zeros(3))))
        .hasMessageContaining("smooth: expected a shape of two dimensions or more, came [3]");
  }

  private static void weight(List<Parameter> parameters, String name, int... shape) {
    parameters.add(
        Parameter.weight(
            name + ".weight", Nd4j.zeros(java.util.Arrays.stream(shape).asLongStream().toArray())));
    parameters.add(Parameter.weight(name + ".bias", Nd4j.zeros(shape[0])));
  }

  private static void norm(List<Parameter> parameters, String name, int n) {
    parameters.add(Parameter.weight(name + ".weight", Nd4j.zeros(n)));
    parameters.add(Parameter.weight(name + ".bias", Nd4j.zeros(n)));
  }

  private static INDArray rows(INDArray matrix, int from, int to) {
    return matrix.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()).dup();
  }

  private static INDArray channels(INDArray weight, int from, int to) {
    return weight.get(
        NDArrayIndex.all(),
        NDArrayIndex.interval(from, to),
        NDArrayIndex.all(),
        NDArrayIndex.all());
  }
}

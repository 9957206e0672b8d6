package org.orrery.workbench.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Training;

/** A Deeplearning4j network as a part, against Deeplearning4j itself. */
class EncoderTest {
  private static MultiLayerNetwork network(InputType input, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(3).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(input).build());
    network.init();
    return network;
  }

  private static MultiLayerNetwork pictures() {
    return pictures(true);
  }

  /** Deeplearning4j keeps a running variance either as such or as the logarithm of its root. */
  private static MultiLayerNetwork pictures(boolean logarithm) {
    return network(
        InputType.convolutional(12, 12, 2),
        new ConvolutionLayer.Builder(3, 3)
            .stride(1, 1)
            .padding(1, 1)
            .nOut(4)
            .activation(Activation.RELU)
            .build(),
        new SubsamplingLayer.Builder(
                SubsamplingLayer.PoolingType.AVG, new int[] {2, 2}, new int[] {2, 2})
            .build(),
        new BatchNormalization.Builder().useLogStd(logarithm).build(),
        new ActivationLayer.Builder().activation(Activation.LEAKYRELU).build(),
        new ConvolutionLayer.Builder(4, 4)
            .stride(2, 2)
            .padding(1, 1)
            .nOut(6)
            .activation(Activation.SWISH)
            .build(),
        new DenseLayer.Builder().nOut(5).activation(Activation.TANH).build(),
        new DenseLayer.Builder().nOut(3).activation(Activation.IDENTITY).hasBias(false).build());
  }

  @ParameterizedTest
  @CsvSource({"torch, true", "nd4j, true", "torch, false", "nd4j, false"})
  void itGivesWhatDeeplearning4jGives(String engine, boolean logarithm) {
    MultiLayerNetwork source = pictures(logarithm);
    INDArray x = Nd4j.rand(7, 2, 12, 12);
    source.params().muli(3);
    source.getLayer(2).getParam("mean").assign(Nd4j.rand(1, 4));
    String spread = logarithm ? "log10stdev" : "var";
    source.getLayer(2).getParam(spread).assign(Nd4j.rand(1, 4).addi(logarithm ? -0.5 : 0.5));
    source.getLayer(2).getParam("gamma").assign(Nd4j.rand(1, 4).addi(0.5));
    Encoder encoder = Encoder.of(source);

    try (Network network = Engine.named(engine).network(encoder.parameters())) {
      INDArray z =
          network
              .run((ops, in) -> Map.of("z", encoder.encode(ops, in.get("x"))), Map.of("x", x))
              .get("z");

      assertThat(z.distance2(source.output(x))).isLessThan(1e-5);
      assertThat(z.norm2Number().doubleValue()).isGreaterThan(0.01);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void itTrainsBesideLayersWrittenInOps(String engine) {
    Encoder encoder = Encoder.of("eye", pictures());
    List<Parameter> all = new ArrayList<>(encoder.parameters().all());
    all.add(Parameter.weight("head.weight", Nd4j.rand(1, 3).subi(0.5)));
    Map<String, INDArray> batch = Map.of("x", Nd4j.rand(16, 2, 12, 12), "y", Nd4j.rand(16, 1));
    try (Network network = Engine.named(engine).network(Parameters.of(all))) {
      Training training =
          network.train(
              (ops, in) ->
                  Map.of(
                      "loss",
                      ops.mse(
                          ops.linear(
                              encoder.encode(ops, in.get("x")), ops.parameter("head.weight"), null),
                          in.get("y"))),
              AdamW.standard());
      double first = training.step(batch, 1e-2).get("loss");
      double last = first;
      for (int step = 0; step < 40; step++) {
        last = training.step(batch, 1e-2).get("loss");
      }

      assertThat(last).isLessThan(0.5 * first);
      assertThat(network.parameters().get("eye.0.weight"))
          .isNotEqualTo(encoder.parameters().get("eye.0.weight"));
    }
  }

  @Test
  void aLayerThatOpsHasNoEqualOfIsRefusedByName() {
    MultiLayerNetwork recurrent =
        network(InputType.recurrent(4), new LSTM.Builder().nOut(3).build());

    assertThatThrownBy(() -> Encoder.of(recurrent))
        .hasMessageContaining("encoder.0 is a LSTM")
        .hasMessageContaining("expected a dense");
  }

  @Test
  void anActivationThatOpsHasNoEqualOfIsRefusedByName() {
    MultiLayerNetwork rational =
        network(
            InputType.feedForward(4),
            new DenseLayer.Builder().nOut(3).activation(Activation.RATIONALTANH).build());

    assertThatThrownBy(() -> Encoder.of(rational)).hasMessageContaining("rationaltanh");
  }

  @Test
  void readingTheNetworkLeavesItAsItWas() {
    MultiLayerNetwork source = pictures();
    INDArray before = source.params().dup();
    Encoder encoder = Encoder.of(source);

    encoder.parameters().all().forEach(p -> p.value().addi(1));

    assertThat(source.params().distance2(before)).isCloseTo(0, within(0.0));
  }
}

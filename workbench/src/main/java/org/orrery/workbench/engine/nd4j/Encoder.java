package org.orrery.workbench.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Tensor;

/**
 * A Deeplearning4j network as a part of a model: its weights as {@link Parameters}, its layers as
 * {@link Ops}.
 *
 * <pre>{@code
 * Encoder encoder = Encoder.of(network);                  // a MultiLayerNetwork
 * Parameters all = Parameters.of(encoder.parameters().all());
 * Computation codes = (ops, in) -> Map.of("z", encoder.encode(ops, in.get("frames")));
 * }</pre>
 *
 * <p>So the part runs and trains on either engine, in one loop with the rest of the model, and is
 * saved with it under PyTorch's names and layouts. Known layers: dense, convolution, average
 * pooling, batch normalisation, activation, dropout; any other is refused by name. The network
 * itself is read once and never changed.
 */
public final class Encoder {
  private final List<Layer> layers;
  private final Parameters parameters;

  /** One layer's computation. */
  interface Layer {
    Tensor apply(Ops ops, Tensor x);
  }

  private Encoder(List<Layer> layers, Parameters parameters) {
    this.layers = layers;
    this.parameters = parameters;
  }

  /** The network as a part named {@code encoder}. */
  public static Encoder of(MultiLayerNetwork network) {
    return of("encoder", network);
  }

  /**
   * The network as a part of that name, with which its parameters' names begin.
   *
   * @throws IllegalArgumentException for a layer, setting or activation that Ops has no equal of
   */
  public static Encoder of(String name, MultiLayerNetwork network) {
    List<Layer> layers = new ArrayList<>();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < network.getLayers().length; i++) {
      InputPreProcessor before = network.getLayerWiseConfigurations().getInputPreProcess(i);
      if (before != null) {
        layers.add(preprocessor(i, before));
      }
      LayerTranslation translation = new LayerTranslation(name + "." + i, network.getLayer(i));
      layers.add(translation.layer());
      parameters.addAll(translation.parameters());
    }
    return new Encoder(layers, Parameters.of(parameters));
  }

  private static Layer preprocessor(int index, InputPreProcessor before) {
    if (before instanceof CnnToFeedForwardPreProcessor) {
      return (ops, x) -> ops.reshape(x, x.size(0), -1);
    }
    throw new IllegalArgumentException(
        "%s before layer %d of the network: expected none, or from pictures to features (CnnToFeedForwardPreProcessor)"
            .formatted(before.getClass().getSimpleName(), index));
  }

  /** Copies of the network's weights and running statistics as they were when it was read. */
  public Parameters parameters() {
    return parameters;
  }

  /** What the network's last layer gives: x [batch, features] or [batch, channel, h, w]. */
  public Tensor encode(Ops ops, Tensor x) {
    Tensor h = x;
    for (Layer layer : layers) {
      h = layer.apply(ops, h);
    }
    return h;
  }
}

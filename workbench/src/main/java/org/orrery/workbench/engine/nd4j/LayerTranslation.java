package org.orrery.workbench.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.orrery.workbench.engine.Parameter;

/** One Deeplearning4j layer in {@code Ops}, its parameters in PyTorch's layouts. */
final class LayerTranslation {
  private static final double EPSILON = 1e-5;
  private static final double DECAY = 0.9;

  private final String name;
  private final org.deeplearning4j.nn.api.Layer source;
  private final Layer config;
  private final List<Parameter> parameters = new ArrayList<>();
  private final Encoder.Layer layer;

  LayerTranslation(String name, org.deeplearning4j.nn.api.Layer source) {
    this.name = name;
    this.source = source;
    this.config = source.conf().getLayer();
    this.layer = activated(translated());
  }

  List<Parameter> parameters() {
    return parameters;
  }

  Encoder.Layer layer() {
    IDropout dropout = config.getIDropout();
    if (dropout == null) {
      return layer;
    }
    require(
        dropout.getClass() == Dropout.class && ((Dropout) dropout).getPSchedule() == null,
        "dropout with one probability, not " + dropout);
    // Deeplearning4j names the share that stays.
    double dropped = 1 - ((Dropout) dropout).getP();
    return (ops, x) -> layer.apply(ops, ops.dropout(x, dropped));
  }

  private Encoder.Layer translated() {
    Class<?> kind = config.getClass();
    if (kind == DenseLayer.class) {
      return dense((DenseLayer) config);
    } else if (kind == ConvolutionLayer.class) {
      return convolution((ConvolutionLayer) config);
    } else if (kind == SubsamplingLayer.class) {
      return pooling((SubsamplingLayer) config);
    } else if (kind == BatchNormalization.class) {
      return normalisation((BatchNormalization) config);
    } else if (kind == ActivationLayer.class || kind == DropoutLayer.class) {
      return (ops, x) -> x;
    }
    throw refused(
        "a dense, convolution, average pooling, batch normalisation, activation or dropout layer");
  }

  private Encoder.Layer dense(DenseLayer dense) {
    require(!dense.hasLayerNorm(), "a dense layer without layer normalisation");
    weight("weight", source.getParam("W").transpose());
    bias(dense.hasBias());
    return (ops, x) ->
        ops.linear(
            x,
            ops.parameter(name + ".weight"),
            dense.hasBias() ? ops.parameter(name + ".bias") : null);
  }

  private Encoder.Layer convolution(ConvolutionLayer conv) {
    int stride = square(conv.getStride());
    int padding = square(conv.getPadding());
    require(square(conv.getDilation()) == 1, "no dilation");
    require(conv.getConvolutionMode() != ConvolutionMode.Same, "padding in numbers, not Same");
    require(conv.getCnn2dDataFormat() == CNN2DFormat.NCHW, "NCHW");
    weight("weight", source.getParam("W"));
    bias(conv.hasBias());
    return (ops, x) ->
        ops.conv2d(
            x,
            ops.parameter(name + ".weight"),
            conv.hasBias() ? ops.parameter(name + ".bias") : null,
            stride,
            padding);
  }

  private Encoder.Layer pooling(SubsamplingLayer pooling) {
    int side = square(pooling.getKernelSize());
    require(pooling.getPoolingType() == PoolingType.AVG, "average pooling");
    require(
        square(pooling.getStride()) == side && square(pooling.getPadding()) == 0,
        "squares beside each other, without padding");
    return (ops, x) -> ops.avgPool2d(x, side);
  }

  private Encoder.Layer normalisation(BatchNormalization norm) {
    require(norm.getEps() == EPSILON && norm.getDecay() == DECAY, "epsilon 1e-5 and decay 0.9");
    boolean scaled = !norm.isLockGammaBeta();
    if (scaled) {
      weight("weight", source.getParam("gamma").reshape(norm.getNOut()));
      weight("bias", source.getParam("beta").reshape(norm.getNOut()));
    }
    INDArray variance =
        norm.isUseLogStd()
            ? Transforms.exp(source.getParam("log10stdev").mul(2 * Math.log(10)))
            : source.getParam("var");
    buffer("running_mean", source.getParam("mean").reshape(norm.getNOut()));
    buffer("running_var", variance.reshape(norm.getNOut()));
    return (ops, x) ->
        ops.batchNorm(
            x,
            scaled ? ops.parameter(name + ".weight") : null,
            scaled ? ops.parameter(name + ".bias") : null,
            name);
  }

  /** The layer and then its activation. */
  private Encoder.Layer activated(Encoder.Layer linear) {
    IActivation activation =
        config instanceof ActivationLayer only
            ? only.getActivationFn()
            : config instanceof BaseLayer base ? base.getActivationFn() : new ActivationIdentity();
    if (activation instanceof ActivationIdentity || config instanceof BatchNormalization) {
      return linear;
    } else if (activation.equals(new ActivationReLU())) {
      return (ops, x) -> ops.relu(linear.apply(ops, x));
    } else if (activation instanceof ActivationLReLU leaky) {
      return (ops, x) -> ops.leakyRelu(linear.apply(ops, x), leaky.getAlpha());
    } else if (activation instanceof ActivationTanH) {
      return (ops, x) -> ops.tanh(linear.apply(ops, x));
    } else if (activation instanceof ActivationSigmoid) {
      return (ops, x) -> ops.sigmoid(linear.apply(ops, x));
    } else if (activation instanceof ActivationSoftPlus) {
      return (ops, x) -> ops.softplus(linear.apply(ops, x));
    } else if (activation instanceof ActivationSwish) {
      return (ops, x) -> ops.silu(linear.apply(ops, x));
    }
    throw refused(
        "relu, leaky relu, tanh, sigmoid, softplus, swish or no activation, not " + activation);
  }

  private void bias(boolean there) {
    if (there) {
      INDArray bias = source.getParam("b");
      weight("bias", bias.reshape(bias.length()));
    }
  }

  private void weight(String what, INDArray value) {
    parameters.add(Parameter.weight(name + "." + what, value.dup('c')));
  }

  private void buffer(String what, INDArray value) {
    parameters.add(Parameter.buffer(name + "." + what, value.dup('c')));
  }

  private int square(int[] lengths) {
    require(
        lengths.length == 2 && lengths[0] == lengths[1], "square kernels, strides and paddings");
    return lengths[0];
  }

  private void require(boolean fits, String expected) {
    if (!fits) {
      throw refused(expected);
    }
  }

  private IllegalArgumentException refused(String expected) {
    return new IllegalArgumentException(
        "%s is a %s; expected %s: bring a network of such layers, or write this one in Ops"
            .formatted(name, config.getClass().getSimpleName(), expected));
  }
}

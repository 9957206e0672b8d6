package org.orrery.workbench.engine.nd4j;

import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Layer, group and batch normalisation from primitives, with PyTorch's constants. */
final class Normalisations {
  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  private final Graph graph;
  private final SameDiff sd;
  private final boolean training;

  Normalisations(Graph graph, boolean training) {
    this.graph = graph;
    this.sd = graph.sd();
    this.training = training;
  }

  Nd4jTensor layer(Nd4jTensor x, Nd4jTensor gamma, Nd4jTensor beta) {
    int last = x.shape().length - 1;
    SDVariable normal = scaled(centred(x, last), x.shape(), last);
    return affine(normal, x, gamma, beta, x.size(-1));
  }

  Nd4jTensor group(Nd4jTensor x, int groups, Nd4jTensor gamma, Nd4jTensor beta) {
    long n = x.size(0);
    long channels = x.size(1);
    if (channels % groups != 0) {
      throw new IllegalArgumentException(
          "groupNorm of %d channels in %d groups: expected groups of one size"
              .formatted(channels, groups));
    }
    long each = Shapes.length(x.shape()) / n / groups;
    SDVariable grouped = sd.reshape(x.variable(), n, groups, each);
    long[] apart = Shapes.of(n, groups, each);
    SDVariable normal = scaled(centred(new Nd4jTensor(grouped, apart), 2), apart, 2);
    long[] lengths = new long[x.shape().length - 1];
    java.util.Arrays.fill(lengths, 1);
    lengths[0] = channels;
    return affine(sd.reshape(normal, x.shape()), x, gamma, beta, lengths);
  }

  Nd4jTensor batch(Nd4jTensor x, Nd4jTensor gamma, Nd4jTensor beta, String running) {
    long[] lengths = new long[x.shape().length - 1];
    java.util.Arrays.fill(lengths, 1);
    lengths[0] = x.size(1);
    String mean = running + ".running_mean";
    String variance = running + ".running_var";
    SDVariable normal;
    if (training) {
      int[] over = IntStream.range(0, x.shape().length).filter(d -> d != 1).toArray();
      long n = Shapes.length(x.shape()) / x.size(1);
      if (n < 2) {
        throw new IllegalArgumentException(
            "batchNorm %s: expected at least 2 values of each feature, came shape %s: take larger batches"
                .formatted(running, Shapes.show(x.shape())));
      }
      SDVariable centred = centred(x, over);
      remember(mean, sd.mean(x.variable(), over));
      remember(variance, sd.mean(centred.mul(centred), over).mul((double) n / (n - 1)));
      normal = scaled(centred, x.shape(), over);
    } else {
      SDVariable centred = x.variable().sub(broadcastable(mean, lengths));
      normal = centred.div(sd.math().sqrt(broadcastable(variance, lengths).add(EPSILON)));
    }
    return affine(normal, x, gamma, beta, lengths);
  }

  private SDVariable centred(Nd4jTensor x, int... over) {
    return x.variable().sub(sd.mean(x.variable(), true, over));
  }

  /** Divides by the root of the biased variance. */
  private SDVariable scaled(SDVariable centred, long[] shape, int... over) {
    SDVariable variance = sd.mean(centred.mul(centred), true, over);
    SDVariable deviation = sd.math().sqrt(variance.add(EPSILON));
    long[] kept = shape;
    for (int dimension : over) {
      kept = Shapes.with(kept, dimension, 1);
    }
    return centred.div(training ? graph.whole(deviation, kept, shape) : deviation);
  }

  private SDVariable broadcastable(String buffer, long... lengths) {
    return sd.reshape(graph.running(buffer), lengths);
  }

  private void remember(String buffer, SDVariable batch) {
    graph.update(buffer, graph.running(buffer).mul(1 - MOMENTUM).add(batch.mul(MOMENTUM)));
  }

  private Nd4jTensor affine(
      SDVariable normal, Nd4jTensor like, Nd4jTensor gamma, Nd4jTensor beta, long... lengths) {
    SDVariable result = normal;
    if (gamma != null) {
      SDVariable row = sd.reshape(gamma.variable(), lengths);
      result = result.mul(training ? graph.whole(row, lengths, like.shape()) : row);
    }
    if (beta != null) {
      result = result.add(sd.reshape(beta.variable(), lengths));
    }
    return new Nd4jTensor(result, like.shape());
  }
}

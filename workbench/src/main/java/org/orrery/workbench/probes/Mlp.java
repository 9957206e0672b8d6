package org.orrery.workbench.probes;

import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.orrery.workbench.clips.Split;

/**
 * A network of one hidden layer of 256 (GELU) on standardised features and targets.
 *
 * <p>Classes end in a softmax and are fitted by cross-entropy. Adam with a cosine schedule and
 * decoupled weight decay, over at most {@value #STEPS} batches of {@value #BATCH}; it stops when
 * the validation error has not fallen for a sixth of that, and the weights of the lowest validation
 * error are kept. The bound is in steps, not seconds, so that the same seed gives the same figures
 * on a busy machine.
 */
final class Mlp {
  static final int HIDDEN = 256;
  static final int BATCH = 128;
  static final int STEPS = 3000;
  private static final int MOST_EPOCHS = 120;
  private static final double RATE = 3e-3;
  private static final double DECAY = 0.03;

  private final MultiLayerNetwork network;
  private final Scaling features;
  private final Scaling targets;
  private final int epochs;

  /** {@code targets} is null for classes, which are not scaled. */
  private Mlp(MultiLayerNetwork network, Scaling features, Scaling targets, int epochs) {
    this.network = network;
    this.features = features;
    this.targets = targets;
    this.epochs = epochs;
  }

  static Mlp fit(ProbeData data, long seed) {
    ProbeData.Part train = data.part(Split.TRAIN);
    ProbeData.Part validation = data.part(Split.VALIDATION);
    boolean classes = !data.classes().isEmpty();
    Scaling features = Scaling.of(train.features(), train.weights());
    Scaling targets = classes ? null : Scaling.of(train.targets(), train.weights());
    INDArray x = floats(features, train.features());
    INDArray y = targets(targets, train);
    INDArray w = weights(train);
    INDArray unseen = floats(features, validation.features());
    INDArray truth = targets(targets, validation);
    INDArray unseenWeights = weights(validation);

    MultiLayerNetwork network = network((int) x.size(1), (int) y.size(1), classes, seed);
    SplittableRandom random = new SplittableRandom(seed);
    int samples = (int) x.size(0);
    int perEpoch = (samples + BATCH - 1) / BATCH;
    int epochs = Math.max(1, Math.min(MOST_EPOCHS, STEPS / perEpoch));
    int patience = Math.max(8, epochs / 6);
    double least = error(network.output(unseen), truth, unseenWeights, classes);
    INDArray kept = network.params().dup();
    int epoch = 0;
    for (int since = 0; epoch < epochs && since < patience; epoch++) {
      int[] order = permutation(samples, random);
      INDArray shuffledX = Nd4j.pullRows(x, 1, order, 'c');
      INDArray shuffledY = Nd4j.pullRows(y, 1, order, 'c');
      INDArray shuffledW = w == null ? null : Nd4j.pullRows(w, 1, order, 'c');
      for (int step = 0; step < perEpoch; step++) {
        network.setLearningRate(rate(epoch * perEpoch + step, epochs * perEpoch, perEpoch));
        INDArray some = shuffledW == null ? null : batch(shuffledW, step);
        network.fit(batch(shuffledX, step), batch(shuffledY, step), null, some);
      }
      double error = error(network.output(unseen), truth, unseenWeights, classes);
      if (Double.isNaN(error)) {
        throw new IllegalStateException(
            "the MLP probe of %s diverged in epoch %d of %d: its validation error is not a number"
                .formatted(data.name(), epoch + 1, epochs));
      }
      since++;
      if (error < least) {
        least = error;
        kept = network.params().dup();
        since = 0;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException(
            "the MLP probe of %s was interrupted after %d of %d epochs"
                .formatted(data.name(), epoch + 1, epochs));
      }
    }
    network.setParams(kept);
    return new Mlp(network, features, targets, epoch);
  }

  /** Predictions [n, k] in the target's units, or the probabilities of classes. */
  INDArray predict(INDArray samples) {
    INDArray output = network.output(floats(features, samples)).castTo(DataType.DOUBLE);
    return targets == null ? output : targets.undo(output);
  }

  /** Squared error, or of classes the cross-entropy, summed over the samples. */
  private static double error(INDArray output, INDArray truth, INDArray weights, boolean classes) {
    INDArray errors;
    if (classes) {
      errors = Transforms.log(output.add(1e-12), false).muli(truth).negi();
    } else {
      errors = output.sub(truth);
      errors.muli(errors);
    }
    return (weights == null ? errors : errors.muliColumnVector(weights)).sumNumber().doubleValue();
  }

  private static INDArray targets(Scaling scaling, ProbeData.Part part) {
    return scaling == null
        ? part.targets().castTo(DataType.FLOAT)
        : floats(scaling, part.targets());
  }

  /** Weights [n, 1] of mean 1, which the loss of each sample is multiplied by; null for ones. */
  private static INDArray weights(ProbeData.Part part) {
    if (part.weights() == null) {
      return null;
    }
    INDArray all = part.weights(0, part.weights().length).transpose().castTo(DataType.FLOAT);
    return all.divi(all.meanNumber());
  }

  /** Passes over the train part that were made. */
  int epochs() {
    return epochs;
  }

  private static MultiLayerNetwork network(int in, int out, boolean classes, long seed) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(2 * Math.abs(seed) + 1) // 0 would mean no seed
                .dataType(DataType.FLOAT)
                .updater(new Adam(RATE))
                .weightDecay(DECAY, true)
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(
                    new DenseLayer.Builder()
                        .nIn(in)
                        .nOut(HIDDEN)
                        .activation(Activation.GELU)
                        .build())
                .layer(
                    new OutputLayer.Builder(classes ? LossFunction.MCXENT : LossFunction.MSE)
                        .nIn(HIDDEN)
                        .nOut(out)
                        .activation(classes ? Activation.SOFTMAX : Activation.IDENTITY)
                        .weightInit(WeightInit.ZERO)
                        .build())
                .build());
    network.init();
    return network;
  }

  /** One epoch of linear warm-up, then a half cosine down to zero. */
  private static double rate(int step, int steps, int warmup) {
    double warm = Math.min(1, (step + 1.0) / warmup);
    return RATE * warm * 0.5 * (1 + Math.cos(Math.PI * step / steps));
  }

  private static INDArray batch(INDArray rows, int step) {
    long from = (long) step * BATCH;
    long to = Math.min(rows.size(0), from + BATCH);
    return rows.get(NDArrayIndex.interval(from, to), NDArrayIndex.all());
  }

  private static INDArray floats(Scaling scaling, INDArray values) {
    INDArray result = Nd4j.create(DataType.FLOAT, values.shape());
    scaling.forEach(
        values,
        (from, rows) ->
            result
                .get(NDArrayIndex.interval(from, from + rows.size(0)), NDArrayIndex.all())
                .assign(rows));
    return result;
  }

  private static int[] permutation(int n, SplittableRandom random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}

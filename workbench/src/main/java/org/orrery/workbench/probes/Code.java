package org.orrery.workbench.probes;

import org.orrery.workbench.clips.Split;

/** Turns a fitted probe's predictions into the length of a code for targets. */
interface Code {
  double bits(ProbeData.Part part);

  double plainBits(ProbeData.Part part);

  static Code of(ProbeData prefix, Fitted fitted) {
    return prefix.classes().isEmpty()
        ? NormalCode.of(prefix, fitted)
        : ClassCode.of(prefix, fitted);
  }

  /** Numbers, around predictions and around the mean of the prefix. */
  @SuppressWarnings("ArrayRecordComponent") // stays inside
  record NormalCode(Fitted fitted, double[] mean, double[] variance, double[] error)
      implements Code {

    static NormalCode of(ProbeData prefix, Fitted fitted) {
      ProbeData.Part validation = prefix.part(Split.VALIDATION);
      double[][] known = Rows.of(prefix.part(Split.TRAIN).targets());
      double[] mean = Columns.mean(known);
      double[] variance = Columns.meanSquare(known, mean);
      double[] error =
          Columns.meanSquare(
              Rows.of(validation.targets()), Rows.of(fitted.predict(validation.features())));
      for (int j = 0; j < error.length; j++) {
        error[j] = Math.max(error[j], 1e-9 * variance[j]);
      }
      return new NormalCode(fitted, mean, variance, error);
    }

    @Override
    public double bits(ProbeData.Part part) {
      double[][] truth = Rows.of(part.targets());
      return bits(truth, Rows.of(fitted.predict(part.features())), error);
    }

    @Override
    public double plainBits(ProbeData.Part part) {
      double[][] truth = Rows.of(part.targets());
      double[][] means = new double[truth.length][];
      java.util.Arrays.fill(means, mean);
      return bits(truth, means, variance);
    }

    private static double bits(double[][] truth, double[][] centre, double[] variance) {
      double nats = 0;
      for (int i = 0; i < truth.length; i++) {
        for (int j = 0; j < variance.length; j++) {
          double off = truth[i][j] - centre[i][j];
          nats += 0.5 * Math.log(2 * Math.PI * variance[j]) + off * off / (2 * variance[j]);
        }
      }
      return nats / Math.log(2);
    }
  }

  /** Classes, by softmax of the predictions times a factor that fits the validation part best. */
  record ClassCode(Fitted fitted, int classes, double factor) implements Code {

    static ClassCode of(ProbeData prefix, Fitted fitted) {
      ProbeData.Part validation = prefix.part(Split.VALIDATION);
      double[][] truth = Rows.of(validation.targets());
      double[][] scores = Rows.of(fitted.predict(validation.features()));
      double best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (double exponent = -3; exponent <= 7; exponent += 0.05) {
        double bits = bits(truth, scores, Math.exp(exponent));
        if (bits < least) {
          least = bits;
          best = Math.exp(exponent);
        }
      }
      return new ClassCode(fitted, prefix.classes().size(), best);
    }

    @Override
    public double bits(ProbeData.Part part) {
      return bits(Rows.of(part.targets()), Rows.of(fitted.predict(part.features())), factor);
    }

    @Override
    public double plainBits(ProbeData.Part part) {
      return part.clips().length * DescriptionLength.log2(classes);
    }

    private static double bits(double[][] oneHot, double[][] scores, double factor) {
      double nats = 0;
      for (int i = 0; i < oneHot.length; i++) {
        double[] row = scores[i];
        double most = row[ClassScore.largest(row)];
        double sum = 0;
        for (double score : row) {
          sum += Math.exp(factor * (score - most));
        }
        nats += Math.log(sum) - factor * (row[ClassScore.largest(oneHot[i])] - most);
      }
      return nats / Math.log(2);
    }
  }
}

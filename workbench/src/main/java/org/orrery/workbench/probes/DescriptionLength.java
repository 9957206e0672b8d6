package org.orrery.workbench.probes;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.orrery.workbench.clips.Split;

/**
 * How many bits a probe saves when the targets of the train clips are sent clip by clip to someone
 * who has the latents: a probe that needs many clips to learn saves few (Voita and Titov 2020,
 * "Information-theoretic probing with minimum description length", the online code).
 *
 * <p>Probes are fitted on the first 1/10, 1/5, 2/5 and 4/5 of the clips, and each codes the targets
 * up to the next mark. Numbers are coded by a normal distribution around the prediction, as wide as
 * the probe errs on the validation part; beside it stands the code that knows the mean and variance
 * of the same prefix alone. The first tenth is sent alike by both and left out. Classes are coded
 * by their probabilities, and beside that stands the uniform code, first tenth included, as in the
 * paper.
 *
 * @param bits length of the targets sent with the probe's help; of numbers, up to a constant that
 *     is the precision they are sent with
 * @param plainBits length without it, up to the same constant
 * @param samples samples that were coded
 */
public record DescriptionLength(double bits, double plainBits, long samples) {
  private static final double[] MARKS = {0.1, 0.2, 0.4, 0.8, 1};
  private static final int FEWEST_CLIPS = 20;

  /** Bits a sample that the probe saves; below 0 when it misleads. */
  public double savedPerSample() {
    return (plainBits - bits) / samples;
  }

  /** Length without the probe over length with it: of classes, the paper's compression. */
  public double compression() {
    return plainBits / bits;
  }

  static DescriptionLength of(ProbeData data, Readout readout, LambdaChoice choice, long seed) {
    List<Integer> order = data.trainClips(seed);
    if (order.size() < FEWEST_CLIPS) {
      throw new IllegalArgumentException(
          "the description length of %s needs %d train clips or more, a tenth of which is a first probe's; received %d"
              .formatted(data.name(), FEWEST_CLIPS, order.size()));
    }
    double bits = 0;
    double plain = 0;
    long samples = 0;
    if (!data.classes().isEmpty()) {
      ProbeData.Part first = block(data, order, 0, mark(order, 0));
      bits = first.clips().length * log2(data.classes().size());
      plain = bits;
      samples = first.clips().length;
    }
    for (int i = 0; i + 1 < MARKS.length; i++) {
      ProbeData prefix = data.trainedOn(order.subList(0, mark(order, i)));
      ProbeData.Part next = block(data, order, mark(order, i), mark(order, i + 1));
      Fitted fitted = Fitted.of(prefix, readout, choice, seed);
      boolean probabilities = readout == Readout.MLP && !data.classes().isEmpty();
      Code code =
          Code.of(
              prefix,
              probabilities
                  ? rows -> Transforms.log(fitted.predict(rows).addi(1e-12), false)
                  : fitted);
      bits += code.bits(next);
      plain += code.plainBits(next);
      samples += next.clips().length;
    }
    return new DescriptionLength(bits, plain, samples);
  }

  private static int mark(List<Integer> order, int i) {
    return (int) Math.round(MARKS[i] * order.size());
  }

  private static ProbeData.Part block(ProbeData data, List<Integer> order, int from, int to) {
    Set<Integer> clips = new HashSet<>(order.subList(from, to));
    return data.part(Split.TRAIN).ofClips(clips);
  }

  static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.3f bits a sample saved over %d samples", savedPerSample(), samples);
  }
}

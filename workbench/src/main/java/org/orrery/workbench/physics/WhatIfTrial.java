package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.probes.LatentReadout;
import org.orrery.workbench.worlds.Motion;
import org.orrery.workbench.worlds.Parameter;
import org.orrery.workbench.worlds.World;

/**
 * Changes a value of the same clips, lets the model see the first frames of the changed ones (and
 * be told its conditions) and reads the outcome out of what it imagines.
 */
final class WhatIfTrial {
  private static final int GIVEN = 4;
  private static final int FITTED = 64;
  private static final int FEWEST = 5;
  private static final int TIMED = 3;

  private final WorldModel model;
  private final World world;
  private final Outcome outcome;
  private final int clips;
  private final long seed;
  private final Progress progress;
  private final UnaryOperator<Clip> view;

  WhatIfTrial(
      WorldModel model, World world, Outcome outcome, int clips, long seed, Progress progress) {
    if (clips < FEWEST) {
      throw new IllegalArgumentException(
          "%d clips a value are too few for an interval: ask for %d or more"
              .formatted(clips, FEWEST));
    }
    this.model = model;
    this.world = world;
    this.outcome = outcome;
    this.clips = clips;
    this.seed = seed;
    this.progress = progress;
    this.view = ModelView.of(model);
  }

  WhatIfReport run(String parameter, double... values) {
    if (Arrays.stream(values).distinct().count() < 2) {
      throw new IllegalArgumentException(
          "a what-if needs 2 values of %s or more, different ones; received %s"
              .formatted(parameter, Arrays.toString(values)));
    }
    Parameter changed = world.parameter(parameter);
    progress.step("a readout of %s from %d clips".formatted(outcome.variable(), FITTED));
    LatentReadout readout = readout();
    double[][][] outcomes = new double[values.length][][];
    for (int v = 0; v < values.length; v++) {
      double value = values[v];
      World other = world.change(parameter, old -> value);
      outcomes[v] = new double[clips][];
      for (int i = 0; i < clips; i++) {
        progress.check();
        outcomes[v][i] = outcomes(view.apply(other.generate(seed, i)), readout);
      }
      progress.step("%s %s".formatted(parameter, value));
    }
    List<WhatIfReport.Row> rows = new ArrayList<>();
    for (int v = 0; v < values.length; v++) {
      rows.add(row(values[v], outcomes[v]));
    }
    return new WhatIfReport(
        model.card().name(),
        "%s, %d clips of seed %d, %d frames given".formatted(world.describe(), clips, seed, GIVEN),
        parameter,
        changed.unit(),
        outcome,
        outcome.unit(world.generate(seed, 0)),
        rows,
        Estimate.of(clips, chosen -> gain(outcomes, chosen)),
        seconds(this::simulate),
        seconds(i -> world.generate(seed, i)),
        imagining(readout));
  }

  /** Simulated, imagined, read off the true frames, of the last given latent held. */
  private double[] outcomes(Clip clip, LatentReadout readout) {
    int frames = clip.frames();
    Imagination dream = model.imagine(clip).given(GIVEN).frames(frames - GIVEN);
    double[][] truth = dream.trueLatents().toDoubleMatrix();
    double[][] imagined = dream.imaginedLatents().toDoubleMatrix();
    double[][] continued = truth.clone();
    System.arraycopy(imagined, 0, continued, GIVEN, frames - GIVEN);
    double[][] still = truth.clone();
    for (int t = GIVEN; t < frames; t++) {
      still[t] = truth[GIVEN - 1];
    }
    return new double[] {
      outcome.of(outcome.values(clip, GIVEN, frames)),
      outcome.of(later(readout.read(continued))),
      outcome.of(later(readout.read(truth))),
      outcome.of(later(readout.read(still)))
    };
  }

  private LatentReadout readout() {
    double[][][] latents = new double[FITTED][][];
    double[][] values = new double[FITTED][];
    for (int i = 0; i < FITTED; i++) {
      progress.check();
      Clip clip = view.apply(world.generate(seed + 1, i));
      latents[i] = model.encode(clip).toDoubleMatrix();
      values[i] = outcome.values(clip, 0, clip.frames());
    }
    return LatentReadout.fit(latents, values);
  }

  private static WhatIfReport.Row row(double value, double[][] outcomes) {
    return new WhatIfReport.Row(
        value,
        outcomes.length,
        estimate(outcomes, 0),
        estimate(outcomes, 1),
        estimate(outcomes, 2),
        estimate(outcomes, 3),
        Estimate.ofMean(mapped(outcomes, row -> Math.abs(row[1] - row[0]))));
  }

  private static Estimate estimate(double[][] outcomes, int column) {
    return Estimate.ofMean(mapped(outcomes, row -> row[column]));
  }

  private static double[] mapped(double[][] rows, ToDoubleFunction<double[]> figure) {
    return Arrays.stream(rows).mapToDouble(figure).toArray();
  }

  /** Each clip's outcomes are centred on its own mean over the values. */
  static double gain(double[][][] outcomes, int[] chosen) {
    double both = 0;
    double square = 0;
    for (int i : chosen) {
      double[] mean = new double[2];
      for (double[][] value : outcomes) {
        mean[0] += value[i][0] / outcomes.length;
        mean[1] += value[i][1] / outcomes.length;
      }
      for (double[][] value : outcomes) {
        both += (value[i][0] - mean[0]) * (value[i][1] - mean[1]);
        square += (value[i][0] - mean[0]) * (value[i][0] - mean[0]);
      }
    }
    return square == 0 ? Double.NaN : both / square;
  }

  private void simulate(int i) {
    Motion motion = world.start(world.values(seed, i), new SplittableRandom(seed + i));
    for (int t = 1; t < world.frames(); t++) {
      motion.advance(1 / world.shot().fps());
    }
  }

  /**
   * Seconds a clip, all clips at once, from the given frames to the outcome: nothing later is seen
   * and nothing is painted.
   */
  private double imagining(LatentReadout readout) {
    List<Clip> whole =
        IntStream.range(0, clips).mapToObj(i -> view.apply(world.generate(seed, i))).toList();
    ClipSet shown = Clips.of(whole.stream().map(clip -> clip.slice(0, GIVEN)).toList());
    int steps = world.frames() - GIVEN;
    INDArray told = model.conditions(whole, 1, world.frames());
    return seconds(
            i -> {
              INDArray latents = model.encode(shown);
              INDArray seen =
                  latents
                      .get(NDArrayIndex.all(), NDArrayIndex.interval(1, GIVEN), NDArrayIndex.all())
                      .dup('c');
              for (double[][] one : LatentArrays.of(model.rollout(seen, steps, told))) {
                outcome.of(readout.read(one));
              }
            })
        / clips;
  }

  private static double seconds(IntConsumer work) {
    work.accept(0);
    long start = System.nanoTime();
    for (int i = 0; i < TIMED; i++) {
      work.accept(i);
    }
    return (System.nanoTime() - start) / 1e9 / TIMED;
  }

  private static double[] later(double[] values) {
    return Arrays.copyOfRange(values, GIVEN, values.length);
  }
}

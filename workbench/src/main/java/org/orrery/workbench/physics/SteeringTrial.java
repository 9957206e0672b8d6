package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.models.Direction;
import org.orrery.workbench.models.Steering;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.probes.Probe;
import org.orrery.workbench.probes.ProbeReport;
import org.orrery.workbench.probes.Readout;
import org.orrery.workbench.worlds.World;

/**
 * Steers a model along a probe's direction and along random ones, and measures what it imagines.
 */
final class SteeringTrial {
  static final int PROBED = 1000;
  private static final int RANDOM = 8;
  private static final int FEWEST_GIVEN = 4;
  private static final double[] SHARES = {-0.25, -0.125, 0.125, 0.25};

  private final WorldModel model;
  private final World world;
  private final Quantity quantity;
  private final UnaryOperator<Clip> view;
  private final Progress progress;
  private final long seed;
  private final int probed;

  SteeringTrial(
      WorldModel model, World world, Quantity quantity, int probed, long seed, Progress progress) {
    this.model = model;
    this.world = world;
    this.quantity = quantity;
    this.seed = seed;
    this.probed = probed;
    this.view = ModelView.of(model);
    this.progress = progress;
  }

  /** Steers {@code count} clips of seed + 1, along a direction found on clips of the seed. */
  SteeringReport run(int count) {
    progress.step("a probe of %s on %d clips".formatted(quantity.name(), probed));
    List<Clip> watched = new ArrayList<>();
    for (int i = 0; i < probed; i++) {
      progress.check();
      watched.add(view.apply(world.generate(seed, i)));
    }
    ClipSet clips = Clips.of(watched);
    ProbeReport probe =
        Probe.linear().targets(quantity.target()).controls().seed(seed).run(model, clips);
    Direction direction =
        probe.direction(quantity.variable(), quantity.window(), quantity.component());
    double r2 =
        probe
            .result(quantity.variable(), quantity.window(), Readout.LINEAR)
            .score()
            .perComponent()[quantity.component()];
    progress.step("%d clips, unsteered".formatted(count));
    int latents = Math.max(FEWEST_GIVEN, direction.window());
    Starts starts = Starts.of(model, view, world, count, latents, seed + 1);
    Decoded unsteered = Decoded.of(model, model.rollout(starts.given().dup('c'), FlightFit.MOST));
    FlightFit[] before = fits(starts, unsteered);
    double range = Ranges.of(watched, quantity);
    double[] changes = new double[SHARES.length];
    FlightFit[][] after = new FlightFit[SHARES.length][];
    Map<String, Decoded> painted = new LinkedHashMap<>();
    painted.put("unsteered", unsteered);
    for (int i = 0; i < SHARES.length; i++) {
      changes[i] = SHARES[i] * range;
      progress.step("steered by %+.3g".formatted(changes[i]));
      Decoded decoded = steered(starts, direction, changes[i]);
      painted.put(title(changes[i]), decoded);
      after[i] = fits(starts, decoded);
    }
    INDArray sample = model.encode(clips.first(Math.min(100, probed)));
    double[] random = new double[RANDOM];
    List<Direction> others = RandomDirections.beside(direction, sample, RANDOM, seed);
    for (int i = 0; i < RANDOM; i++) {
      progress.step("random direction %d of %d".formatted(i + 1, RANDOM));
      random[i] = randomGain(starts, others.get(i), changes);
    }
    Steering how = model.steer(direction, changes[0]);
    Gains gains = Gains.of(quantity, before, after, changes, seed);
    return new SteeringReport(
        model.card().name(),
        "%s; direction from %d clips of seed %d, steered in %d clips of seed %d"
            .formatted(world.describe(), probed, seed, count, seed + 1),
        quantity.name(),
        clips.get(0).variable(quantity.variable()).unit(),
        direction.name(),
        how.everyStep(),
        r2,
        gains.overall(),
        gains.perChange(),
        random,
        drifts(watched, before, new FlightFit[][] {after[0], after[changes.length - 1]}),
        Gains.following(quantity, starts, before),
        SteeringPicture.of(starts, before, after, painted));
  }

  private String title(double change) {
    return String.format(Locale.ROOT, "%s %+.3g", quantity.name(), change).replace('-', '\u2212');
  }

  private Decoded steered(Starts starts, Direction direction, double change) {
    return Decoded.of(
        model, model.steer(direction, change).rollout(starts.given().dup('c'), FlightFit.MOST));
  }

  /** The median over clips of what is measured between the two largest changes, over these. */
  private double randomGain(Starts starts, Direction direction, double[] changes) {
    double low = changes[0];
    double high = changes[changes.length - 1];
    FlightFit[] below = fits(starts, steered(starts, direction, low));
    FlightFit[] above = fits(starts, steered(starts, direction, high));
    double[] gains = new double[below.length];
    for (int c = 0; c < gains.length; c++) {
      gains[c] = (quantity.in(above[c]) - quantity.in(below[c])) / (high - low);
    }
    return HorizonCurve.median(gains);
  }

  private FlightFit[] fits(Starts starts, Decoded decoded) {
    FlightFit[] fits = new FlightFit[starts.size()];
    for (int c = 0; c < fits.length; c++) {
      Clip clip = starts.clips().get(c);
      double scale = clip.pixelsPerMetre() * decoded.side() / clip.width();
      double radius = FlightFit.radius(clip.grey().frame(starts.last().get(c)));
      fits[c] =
          FlightFit.of(
              decoded.clips().get(c),
              decoded.side(),
              clip.fps(),
              scale,
              radius * decoded.side() / clip.width());
    }
    return fits;
  }

  private List<SteeringReport.Drift> drifts(
      List<Clip> watched, FlightFit[] before, FlightFit[][] after) {
    List<SteeringReport.Drift> drifts = new ArrayList<>();
    for (Quantity other : Quantity.ALL) {
      if (other != quantity && watched.get(0).variables().containsKey(other.variable())) {
        double range = Ranges.of(watched, other);
        boolean constant = !(range > 0);
        double scale = constant ? Ranges.size(watched, other) : range;
        double[] moved = new double[before.length * after.length];
        for (int i = 0; i < moved.length; i++) {
          FlightFit fit = after[i / before.length][i % before.length];
          moved[i] = Math.abs(other.in(fit) - other.in(before[i % before.length]));
        }
        drifts.add(
            new SteeringReport.Drift(
                other.name(), HorizonCurve.median(moved) / scale, scale, constant));
      }
    }
    return drifts;
  }
}

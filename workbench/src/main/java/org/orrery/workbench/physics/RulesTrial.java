package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.Holdout;
import org.orrery.workbench.worlds.Interval;
import org.orrery.workbench.worlds.Parameter;
import org.orrery.workbench.worlds.Values;
import org.orrery.workbench.worlds.World;

/** Lets forecasters go on from clips that they could and could not have seen. */
final class RulesTrial {
  static final String MODEL = "model";
  static final String COPY_LAST = "copy-last";
  static final String INSTRUMENT = "instrument";

  private static final int GIVEN = 4;
  private static final int MOST_STEPS = 24;
  private static final int LEAST_STEPS = 4;
  private static final int FEWEST = 5;
  private static final int TRIES = 5;
  private static final int FITTED = 100;
  private static final int HULL_POINTS = 500;
  private static final double ON_HULL = 0.02;

  private final Map<String, Forecast> forecasters = new LinkedHashMap<>();
  private final Holdout held;
  private final UnaryOperator<Clip> view;
  private final int clips;
  private final long seed;
  private final Progress progress;

  private RulesTrial(
      Forecast model,
      Holdout held,
      UnaryOperator<Clip> view,
      int clips,
      long seed,
      Progress progress) {
    if (clips < FEWEST) {
      throw new IllegalArgumentException(
          "%d clips a part are too few for an interval: ask for %d or more"
              .formatted(clips, FEWEST));
    }
    requireHeldBack(held);
    this.held = held;
    this.view = view;
    this.clips = clips;
    this.seed = seed;
    this.progress = progress;
    forecasters.put(MODEL, model);
    forecasters.put(COPY_LAST, Forecast.copyLast());
  }

  static RulesTrial of(Forecast model, Holdout held, int clips, long seed, Progress progress) {
    return new RulesTrial(model, held, UnaryOperator.identity(), clips, seed, progress)
        .beside(INSTRUMENT, (clip, given, steps) -> clip.slice(given, given + steps));
  }

  /** A world model, beside its linear-latent and its untrained control. */
  static RulesTrial of(WorldModel model, Holdout held, int clips, long seed, Progress progress) {
    UnaryOperator<Clip> view = ModelView.of(model);
    progress.step("a linear latent of %d clips".formatted(FITTED));
    List<Clip> fitted = Clips.of(held.inside(), FITTED).seed(seed + 1).stream().map(view).toList();
    return new RulesTrial(Forecast.of(model), held, view, clips, seed, progress)
        .beside("linear latent", Forecast.of(WorldModel.linearLatent(model, Clips.of(fitted))))
        .beside("untrained", Forecast.of(model.untrained()))
        .beside(INSTRUMENT, (clip, given, steps) -> clip.slice(given, given + steps));
  }

  /**
   * Holds back what lies beyond each range of a world: from a tenth to half of its width away, as
   * far as the world can be simulated.
   */
  static Holdout around(World world) {
    Holdout held = Holdout.of(world);
    for (Parameter parameter : world.parameters()) {
      Interval range = parameter.range();
      double width = range.high() - range.low();
      double lowest = Math.max(parameter.limits().low(), range.low() - width / 2);
      double highest = Math.min(parameter.limits().high(), range.high() + width / 2);
      if (width > 0 && !parameter.whole() && lowest < range.low() - width / 10) {
        held = held.outside(parameter.name(), lowest, range.low() - width / 10);
      }
      if (width > 0 && !parameter.whole() && highest > range.high() + width / 10) {
        held = held.outside(parameter.name(), range.high() + width / 10, highest);
      }
    }
    return held;
  }

  /** Refuses a holdout of nothing. */
  static void requireHeldBack(Holdout held) {
    if (held.parts().isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is held back of %s: say what, by .gap, .outside or .combination"
              .formatted(held.inside().name()));
    }
  }

  private RulesTrial beside(String name, Forecast forecast) {
    forecasters.put(name, forecast);
    return this;
  }

  RulesReport run(String name) {
    RuleCases cases = new RuleCases(forecasters.keySet());
    Hull hull = hull();
    measure(RuleCases.INSIDE, held.inside(), hull, cases);
    held.parts().forEach((part, world) -> measure(part, world, hull, cases));
    List<RulesReport.Row> rows = cases.rows();
    RuleJudge judge = new RuleJudge(rows);
    return new RulesReport(
        name,
        "%s; held back: %s; %d clips a part of seed %d, %d frames given"
            .formatted(
                held.inside().describe(),
                String.join(", ", held.parts().keySet()),
                clips,
                seed,
                GIVEN),
        judge.verdict(),
        judge.why(),
        rows);
  }

  private void measure(String part, World world, Hull hull, RuleCases cases) {
    int found = 0;
    for (int i = 0; found < clips && i < TRIES * clips; i++) {
      Clip clip = view.apply(world.generate(seed, i));
      int steps = Math.min(MOST_STEPS, clip.frames() - GIVEN);
      if (Tracked.judged(clip, GIVEN, steps) < LEAST_STEPS) {
        continue;
      }
      progress.check();
      found++;
      Values values = world.values(seed, i);
      boolean inHull = hull.holds(place(values));
      Tracked shown =
          Tracked.of(VelocityInstrument.CENTROID, clip, clip.slice(GIVEN, GIVEN + steps), GIVEN);
      forecasters.forEach(
          (name, forecast) ->
              cases.add(
                  part, inHull, name, RuleCase.of(forecast, clip, values, GIVEN, shown, held)));
    }
    if (found < FEWEST) {
      throw new IllegalArgumentException(
          "%d of %d clips of \"%s\" show a whole thing for %d steps after %d given frames; %d are needed: hold back something else"
              .formatted(found, TRIES * clips, part, LEAST_STEPS, GIVEN, FEWEST));
    }
    progress.step("%s, %d clips".formatted(part, found));
  }

  private Hull hull() {
    World inside = held.inside();
    return new Hull(
        IntStream.range(0, HULL_POINTS).mapToObj(i -> place(inside.values(seed + 1, i))).toList(),
        ON_HULL);
  }

  /** A clip's parameters, each as a share of its training range. */
  private double[] place(Values values) {
    List<Double> place = new ArrayList<>();
    for (Parameter parameter : held.inside().parameters()) {
      Interval range = parameter.range();
      double width = range.high() - range.low();
      place.add((values.get(parameter.name()) - range.low()) / (width > 0 ? width : 1));
    }
    return place.stream().mapToDouble(Double::doubleValue).toArray();
  }
}

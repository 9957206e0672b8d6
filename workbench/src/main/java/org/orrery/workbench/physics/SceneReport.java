package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.probes.Bootstrap;
import org.orrery.workbench.worlds.World;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Whether imagined frames of the light world show the reflections and shadows that they must, or
 * those of the limbs world joints that bend as they can, beside the same clips' true frames.
 *
 * @param rows a row a check
 */
public record SceneReport(List<Row> rows) {
  private static final int LEAST_PIXELS = 128;

  /**
   * One check; of each clip the worst five frames in a row.
   *
   * @param check such as reflection
   * @param unit of the figures
   * @param judged clips whose true frames can be judged
   * @param lost those of them whose imagined frames cannot: nothing like a ball or a limb is there
   * @param imagined mean over the others
   * @param truth the same of the true frames of all judged clips: the instrument's floor
   */
  public record Row(
      String check, String unit, int judged, int lost, Estimate imagined, Estimate truth) {}

  /** Copies the list. */
  public SceneReport {
    rows = List.copyOf(rows);
  }

  /** Why a world or what a model sees of it cannot be checked; nothing if it can. */
  static Optional<String> obstacle(World world, Clip seen) {
    if (!world.name().equals("light") && !world.name().equals("limbs")) {
      return Optional.of(
          "not applicable, because mirror and shadow are in the world light and joints in limbs;"
              + " this is "
              + world.name());
    }
    if (seen.channels() != 3) {
      return Optional.of(
          "not applicable, because the model sees and paints %s in grey, and the checks tell things by their colours"
              .formatted(world.name()));
    }
    if (world.name().equals("limbs") && seen.height() < LEAST_PIXELS) {
      return Optional.of(
          "not applicable, because limbs are measured at %d pixels or more and the model sees %d"
              .formatted(LEAST_PIXELS, seen.height()));
    }
    return Optional.empty();
  }

  static SceneReport of(World world, List<Imagination> dreams, Progress progress) {
    Map<String, ToDoubleFunction<Clip>> checks = new LinkedHashMap<>();
    boolean light = world.name().equals("light");
    if (light) {
      checks.put("reflection", clip -> Optics.of(clip).worstReflection());
      checks.put("shadow", clip -> Optics.of(clip).worstShadow());
    } else {
      checks.put("joints", clip -> JointLimits.of(clip).worst());
    }
    List<Row> rows = new ArrayList<>();
    checks.forEach(
        (name, check) ->
            rows.add(row(name, light ? "disagreement, 0 to 1" : "rad", check, dreams, progress)));
    return new SceneReport(rows);
  }

  private static Row row(
      String name,
      String unit,
      ToDoubleFunction<Clip> check,
      List<Imagination> dreams,
      Progress progress) {
    double[] imagined = new double[dreams.size()];
    double[] truth = new double[dreams.size()];
    for (int i = 0; i < imagined.length; i++) {
      progress.check();
      Imagination dream = dreams.get(i);
      Clip shown = dream.truth();
      truth[i] = check.applyAsDouble(shown.slice(dream.given(), shown.frames()));
      imagined[i] =
          check.applyAsDouble(
              dream
                  .imagined()
                  .slice(dream.given(), shown.frames())
                  .resize(shown.height(), shown.width()));
    }
    int[] judged = IntStream.range(0, truth.length).filter(i -> !Double.isNaN(truth[i])).toArray();
    int[] both = IntStream.of(judged).filter(i -> !Double.isNaN(imagined[i])).toArray();
    return new Row(
        name,
        unit,
        judged.length,
        judged.length - both.length,
        mean(imagined, both),
        mean(truth, judged));
  }

  private static Estimate mean(double[] values, int[] which) {
    double[] some = IntStream.of(which).mapToDouble(i -> values[i]).toArray();
    return Estimate.of(some.length, chosen -> Bootstrap.mean(some, chosen));
  }

  /** A row a check. */
  public Table table() {
    return Table.create(
        "mirror, shadow and joints",
        StringColumn.create("check", rows.stream().map(Row::check).toList()),
        StringColumn.create("unit", rows.stream().map(Row::unit).toList()),
        IntColumn.create("clips judged", rows.stream().mapToInt(Row::judged).toArray()),
        IntColumn.create("lost in imagination", rows.stream().mapToInt(Row::lost).toArray()),
        StringColumn.create("imagined", rows.stream().map(r -> r.imagined().toString()).toList()),
        StringColumn.create("true frames", rows.stream().map(r -> r.truth().toString()).toList()));
  }

  /** What the figures are. */
  public String notes() {
    return "of each clip the worst five imagined frames in a row, mean over clips with its 95 %"
        + " interval; true frames: the instrument's own";
  }

  @Override
  public String toString() {
    return table().printAll() + System.lineSeparator() + notes();
  }
}

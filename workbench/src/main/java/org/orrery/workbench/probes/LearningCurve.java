package org.orrery.workbench.probes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A probe's held-out score over the number of clips it was fitted to, with the shuffled control.
 *
 * <pre>{@code
 * LearningCurve curve = Probe.linear().targets(ProbeTarget.of("gravity").freeFlight(8)).learningCurve(model, clips);
 * curve.table();
 * }</pre>
 *
 * @param clips what was probed, in one line
 * @param points one a target, model and number of clips
 */
public record LearningCurve(String clips, List<Point> points) {
  private static final double[] SHARES = {0.05, 0.1, 0.2, 0.4, 0.7, 1};
  private static final int FEWEST = 3;

  /**
   * The score after that many clips.
   *
   * @param target what was probed for
   * @param readout linear or MLP
   * @param model the model's name
   * @param clips train clips the probe was fitted to
   * @param score on all test clips
   * @param shuffled the same with targets of other clips
   */
  public record Point(
      ProbeTarget target, Readout readout, String model, int clips, Score score, Score shuffled) {}

  /** Copies the points. */
  public LearningCurve {
    points = List.copyOf(points);
  }

  static List<Point> of(
      Probe.Task task, String model, ProbeData data, LambdaChoice choice, long seed) {
    List<Integer> order = data.trainClips(seed);
    Set<Integer> counts = new LinkedHashSet<>();
    for (double share : SHARES) {
      counts.add(Math.min(order.size(), Math.max(FEWEST, (int) Math.round(share * order.size()))));
    }
    ProbeData control = data.shuffledAcrossClips(seed);
    List<Point> points = new ArrayList<>();
    for (int count : counts) {
      Score[] scores = new Score[2];
      for (int i = 0; i < 2; i++) {
        ProbeData fewer = (i == 0 ? data : control).trainedOn(order.subList(0, count));
        scores[i] = Fitted.of(fewer, task.readout(), choice, seed).score(fewer, seed);
      }
      points.add(new Point(task.target(), task.readout(), model, count, scores[0], scores[1]));
    }
    return points;
  }

  /** Every point, one row each. */
  public Table table() {
    Table table =
        Table.create(
            "learning curve",
            StringColumn.create("target"),
            StringColumn.create("latents"),
            StringColumn.create("probe"),
            StringColumn.create("model"),
            IntColumn.create("train clips"),
            DoubleColumn.create("score"),
            DoubleColumn.create("low"),
            DoubleColumn.create("high"),
            DoubleColumn.create("shuffled"));
    for (Point point : points) {
      table.stringColumn("target").append(point.target.variable());
      table.stringColumn("latents").append(point.target.latents());
      table.stringColumn("probe").append(point.readout.label());
      table.stringColumn("model").append(point.model);
      table.intColumn("train clips").append(point.clips);
      table.doubleColumn("score").append(point.score.value());
      table.doubleColumn("low").append(point.score.low());
      table.doubleColumn("high").append(point.score.high());
      table.doubleColumn("shuffled").append(point.shuffled.value());
    }
    return table;
  }

  /** The points of one target, probe and model, fewest clips first. */
  public Map<String, List<Point>> lines() {
    Map<String, List<Point>> lines = new java.util.LinkedHashMap<>();
    for (Point point : points) {
      String line = "%s, %s, %s".formatted(point.target, point.readout.label(), point.model);
      lines.computeIfAbsent(line, key -> new ArrayList<>()).add(point);
    }
    return lines;
  }

  @Override
  public String toString() {
    return "learning curve on %s\n%s".formatted(clips, table().printAll());
  }
}

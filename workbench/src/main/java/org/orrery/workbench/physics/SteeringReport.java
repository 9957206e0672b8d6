package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.orrery.workbench.clips.Clip;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a model imagines when its latents are moved along a probe's direction: measured over
 * commanded, beside random directions and what else changed.
 *
 * <pre>{@code
 * SteeringReport report = Physics.steering(model, Worlds.bouncingBall(), "gravity");
 * report.gain().median();            // 1 if the imagined gravity changes as commanded, 0 if not
 * report.random();                   // root mean square of the gains of random directions
 * report.table();
 * }</pre>
 *
 * The commanded changes are a quarter and an eighth of the quantity's range, down and up: from the
 * middle of the range they reach over its middle half.
 *
 * @param model the model's name
 * @param world where, and which clips
 * @param quantity what was steered and measured
 * @param unit of it
 * @param direction the probe whose direction was taken
 * @param everyStep whether every imagined latent was moved, or the given ones once
 * @param r2 of the probe on clips held out from it
 * @param gain over all commanded changes together
 * @param gains of each commanded change
 * @param randomGains of random directions as long as this one, medians over clips
 * @param drifts what else changed, under the largest changes
 * @param following slope and correlation of what the unsteered imagination shows on the truth, over
 *     clips: near 0 if the model does not tell clips apart by this quantity
 * @param pictures one clip, given frames and then imagined ones, unsteered and steered
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record SteeringReport(
    String model,
    String world,
    String quantity,
    String unit,
    String direction,
    boolean everyStep,
    double r2,
    Gain gain,
    List<Gain> gains,
    double[] randomGains,
    List<Drift> drifts,
    double[] following,
    Map<String, Clip> pictures) {

  /**
   * Measured over commanded change.
   *
   * @param commanded the change; NaN for all together
   * @param median over clips
   * @param low lower end of the 95 % interval of the median, from a bootstrap over clips
   * @param high upper end of it
   * @param mean over clips
   * @param lowerQuartile a quarter of the clips lie below
   * @param upperQuartile a quarter of the clips lie above
   * @param clips that could be measured, unsteered and steered
   */
  public record Gain(
      double commanded,
      double median,
      double low,
      double high,
      double mean,
      double lowerQuartile,
      double upperQuartile,
      int clips) {}

  /**
   * How far another quantity moved.
   *
   * @param quantity which
   * @param share median of the distance over {@code scale}
   * @param scale its range over the clips, or its size where it is constant
   * @param constant whether it is constant
   */
  public record Drift(String quantity, double share, double scale, boolean constant) {}

  /** Copies the lists. */
  public SteeringReport {
    gains = List.copyOf(gains);
    drifts = List.copyOf(drifts);
  }

  /** Root mean square of the random directions' gains. */
  public double random() {
    return Math.sqrt(Arrays.stream(randomGains).map(g -> g * g).average().orElse(Double.NaN));
  }

  /** The largest drift of another quantity, as a share of its range. */
  public double drift() {
    return drifts.stream().mapToDouble(Drift::share).max().orElse(Double.NaN);
  }

  /** The gain of each commanded change, and of all. */
  public Table table() {
    List<Gain> rows = new ArrayList<>(gains);
    rows.add(gain);
    Table table =
        Table.create(
            "steering",
            StringColumn.create("commanded " + unit),
            DoubleColumn.create("gain"),
            DoubleColumn.create("low"),
            DoubleColumn.create("high"),
            DoubleColumn.create("mean"),
            DoubleColumn.create("lower quartile"),
            DoubleColumn.create("upper quartile"),
            IntColumn.create("clips"));
    for (Gain row : rows) {
      table
          .stringColumn(0)
          .append(
              Double.isNaN(row.commanded)
                  ? "all"
                  : String.format(Locale.ROOT, "%+.3g", row.commanded));
      table.doubleColumn("gain").append(row.median);
      table.doubleColumn("low").append(row.low);
      table.doubleColumn("high").append(row.high);
      table.doubleColumn("mean").append(row.mean);
      table.doubleColumn("lower quartile").append(row.lowerQuartile);
      table.doubleColumn("upper quartile").append(row.upperQuartile);
      table.intColumn("clips").append(row.clips);
    }
    return table;
  }

  /** What stands beside the table. */
  public String notes() {
    StringBuilder moved = new StringBuilder();
    for (Drift drift : drifts) {
      moved.append(
          String.format(
              Locale.ROOT,
              "%s%s %.1f %%%s",
              moved.isEmpty() ? "" : ", ",
              drift.quantity,
              100 * drift.share,
              drift.constant ? " of its size" : ""));
    }
    return String.format(
        Locale.ROOT,
        "%s, moved %s along the probe of %s (held-out R² %.2f), in %s. Gain: measured over commanded change,"
            + " median over clips, 95 %% by bootstrap over clips. %d random directions as long: %.2f"
            + " (root mean square; the largest %.2f). Others moved, of their range: %s. Unsteered,"
            + " the imagined %s follows the clip's own with slope %.2f (r %.2f).",
        model,
        everyStep ? "at every step" : "once",
        direction,
        r2,
        world,
        randomGains.length,
        random(),
        Arrays.stream(randomGains).map(Math::abs).max().orElse(Double.NaN),
        moved,
        quantity,
        following[0],
        following[1]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SteeringReport that
        && notes().equals(that.notes())
        && gains.equals(that.gains)
        && Arrays.equals(randomGains, that.randomGains);
  }

  @Override
  public int hashCode() {
    return 31 * gains.hashCode() + Arrays.hashCode(randomGains);
  }

  @Override
  public String toString() {
    return "steering of %s\n%s\n%s".formatted(quantity, table().printAll(), notes());
  }
}

package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.worlds.World;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The conservation ledger: whether what a world keeps is kept in imagined frames, beside the floor
 * of the instrument, which is the same measure of the true frames.
 *
 * <pre>{@code
 * Conservation ledger = Physics.conservation(Worlds.bouncingBall(), dreams);
 * ledger.quantities().get(0).imagined().value(8)      // relative drift of energy, median over clips
 * ledger.table()
 * }</pre>
 *
 * @param text what is measured and how, or why nothing is
 * @param quantities energy, momentum, mass: those that the world keeps; empty if not applicable
 */
public record Conservation(String text, List<ConservedQuantity> quantities) {
  /** A smaller share of the clips' typical size has no relative drift worth the name. */
  private static final double NEAR_ZERO = 0.05;

  /** Copies the list. */
  public Conservation {
    quantities = List.copyOf(quantities);
  }

  static Conservation notApplicable(String why) {
    return new Conservation(why, List.of());
  }

  static Conservation of(World world, List<Imagination> dreams, Progress progress) {
    return ConservationLaw.of(world)
        .map(law -> of(law, dreams, progress))
        .orElseGet(() -> notApplicable(ConservationLaw.why(world)));
  }

  private static Conservation of(ConservationLaw law, List<Imagination> dreams, Progress progress) {
    int clips = dreams.size();
    double[][][][] truth = new double[clips][][][];
    double[][][][] imagined = new double[clips][][][];
    double[] floors = new double[2];
    for (int c = 0; c < clips; c++) {
      progress.check();
      Imagination dream = dreams.get(c);
      truth[c] = until(law.lasts(dream.truth()), law.measure(dream.truth(), dream.truth()));
      imagined[c] = until(law.lasts(dream.truth()), law.measure(dream.imagined(), dream.truth()));
      addToFloor(floors, truth[c][0], law.known(dream.truth()), dream.given());
    }
    List<ConservedQuantity> quantities = new ArrayList<>();
    for (int q = 0; q < law.quantities().size(); q++) {
      quantities.add(
          quantity(
              law.quantities().get(q),
              part(imagined, q),
              part(truth, q),
              dreams.get(0).given(),
              q == 0 ? floors[0] / floors[1] : Double.NaN));
    }
    return new Conservation(law.text(), quantities);
  }

  /** Whether the world keeps something that can be measured. */
  public boolean applies() {
    return !quantities.isEmpty();
  }

  /** A row a quantity and horizon. */
  public Table table() {
    Table table =
        Table.create(
            "conservation",
            StringColumn.create("quantity"),
            IntColumn.create("horizon"),
            IntColumn.create("clips"),
            DoubleColumn.create("drift, imagined"),
            DoubleColumn.create("low"),
            DoubleColumn.create("high"),
            DoubleColumn.create("drift, true frames"),
            DoubleColumn.create("squared error"),
            DoubleColumn.create("its floor"));
    for (ConservedQuantity quantity : quantities) {
      int last = quantity.lastHorizon();
      int[] horizons = {1, last / 2, last};
      for (int h : Arrays.stream(horizons).filter(h -> h > 0).distinct().toArray()) {
        double[] ends = quantity.imagined().interval(h);
        table.stringColumn(0).append(quantity.name());
        table.intColumn(1).append(h);
        table.intColumn(2).append(quantity.imagined().count(h));
        table.doubleColumn(3).append(quantity.imagined().value(h));
        table.doubleColumn(4).append(ends[0]);
        table.doubleColumn(5).append(ends[1]);
        table.doubleColumn(6).append(quantity.truth().value(h));
        table.doubleColumn(7).append(h == last ? quantity.squaredError() : Double.NaN);
        table.doubleColumn(8).append(h == last ? quantity.squaredFloor() : Double.NaN);
      }
    }
    return table;
  }

  @Override
  public String toString() {
    return applies() ? text + "\n" + table().printAll() : "conservation: " + text;
  }

  private static ConservedQuantity quantity(
      ConservationLaw.Quantity what,
      double[][][] imagined,
      double[][][] truth,
      int given,
      double floor) {
    double[] sizes = new double[truth.length];
    Arrays.setAll(sizes, c -> norm(start(truth[c], given), null));
    double least = NEAR_ZERO * HorizonCurve.median(sizes);
    double sum = 0;
    int n = 0;
    for (int c = 0; c < truth.length; c++) {
      for (int t = given; t < truth[c].length; t++) {
        double far = norm(imagined[c][t], truth[c][t]);
        if (!Double.isNaN(far)) {
          sum += far * far;
          n++;
        }
      }
    }
    return new ConservedQuantity(
        what.name(),
        what.unit(),
        drifts(what, imagined, truth, given, least),
        drifts(what, truth, truth, given, least),
        n == 0 ? Double.NaN : sum / n,
        floor);
  }

  /** |Q_t - Q_0| / |Q_0|, Q_0 being measured in the given true frames. */
  private static HorizonCurve drifts(
      ConservationLaw.Quantity what,
      double[][][] measured,
      double[][][] truth,
      int given,
      double least) {
    double[][] each = new double[truth[0].length - given][truth.length];
    for (int c = 0; c < truth.length; c++) {
      double[] start = start(truth[c], given);
      double size = norm(start, null);
      for (int h = 0; h < each.length; h++) {
        each[h][c] = size > least ? norm(measured[c][given + h], start) / size : Double.NaN;
      }
    }
    return HorizonCurve.ofMedians("relative drift of " + what.name(), "", each);
  }

  /** The mean over the given frames in which it can be measured without a look at later ones. */
  private static double[] start(double[][] values, int given) {
    double[] mean = new double[values[0].length];
    int n = 0;
    for (int t = 0; t < given - 1; t++) {
      if (!Double.isNaN(norm(values[t], null))) {
        for (int k = 0; k < mean.length; k++) {
          mean[k] += values[t][k];
        }
        n++;
      }
    }
    double count = n;
    return Arrays.stream(mean).map(v -> count == 0 ? Double.NaN : v / count).toArray();
  }

  /** A frame's velocity needs the next one, so the last frame before the end has none. */
  private static double[][][] until(int end, double[][][] measured) {
    for (double[][] quantity : measured) {
      boolean whole = end >= quantity.length;
      for (int t = whole ? quantity.length : end - 1; t < quantity.length; t++) {
        Arrays.fill(quantity[t], Double.NaN);
      }
    }
    return measured;
  }

  private static void addToFloor(double[] floors, double[][] measured, double[] known, int given) {
    for (int t = given; t < known.length; t++) {
      double difference = norm(measured[t], null) - known[t];
      if (!Double.isNaN(difference)) {
        floors[0] += difference * difference;
        floors[1]++;
      }
    }
  }

  private static double[][][] part(double[][][][] clips, int quantity) {
    return Arrays.stream(clips).map(clip -> clip[quantity]).toArray(double[][][]::new);
  }

  private static double norm(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      double difference = a[k] - (b == null ? 0 : b[k]);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}

package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What imagined futures are worth, per horizon, beside copying the last given frame or latent.
 *
 * <pre>{@code
 * report.centreError(24);        // pixels, median over clips
 * report.latentRatio(24);        // latent error over copy-last's; below 1 is better than copying
 * report.table();
 * }</pre>
 *
 * Horizon 1 is the first imagined frame. Latent error alone misleads (collapsed latents are easy to
 * predict), so the effective rank and the pictures stand beside it.
 *
 * @param clips the number of clips
 * @param given how many true frames the model was given
 * @param centreErrors distance in true pixels between the ball's centre in decoded and in true
 *     frames, median over clips, per horizon; infinite where most decoded frames show no ball
 * @param copyLastErrors the same for the last given frame, held still
 * @param lost share of clips, per horizon, whose decoded frame shows no ball
 * @param psnr peak signal-to-noise ratio of the frame in dB, median over clips, per horizon
 * @param copyLastPsnr the same for the last given frame
 * @param latentErrors mean squared error of predicted latents, per horizon; empty without latents
 * @param copyLastLatentErrors the same for the last given latent
 * @param floor the instrument's own error: median distance in pixels between the centre measured in
 *     true frames and the known position; NaN if it is not known
 * @param effectiveRank of the true latents (Roy and Vetterli 2007); NaN without latents
 * @param straightness mean cosine of consecutive velocities of the true latents, or NaN
 * @param imaginedStraightness the same of the imagined ones
 */
public record RolloutReport(
    int clips,
    int given,
    double[] centreErrors,
    double[] copyLastErrors,
    double[] lost,
    double[] psnr,
    double[] copyLastPsnr,
    double[] latentErrors,
    double[] copyLastLatentErrors,
    double floor,
    double effectiveRank,
    double straightness,
    double imaginedStraightness) {

  /** The number of imagined frames. */
  public int horizons() {
    return centreErrors.length;
  }

  /** Centre error in pixels at a horizon, median over clips. */
  public double centreError(int horizon) {
    return centreErrors[index(horizon)];
  }

  /** The same for the last given frame, held still. */
  public double copyLastError(int horizon) {
    return copyLastErrors[index(horizon)];
  }

  /** Latent error at a horizon over copy-last's; NaN without latents. */
  public double latentRatio(int horizon) {
    int h = index(horizon);
    return latentErrors.length == 0 ? Double.NaN : latentErrors[h] / copyLastLatentErrors[h];
  }

  /** The figures at these horizons, or at all if none is named. */
  public Table table(int... horizons) {
    int[] rows = horizons.length > 0 ? horizons : IntStream.rangeClosed(1, horizons()).toArray();
    return Table.create(
        "rollout",
        IntColumn.create("horizon", rows),
        column("centre error px", rows, this::centreError),
        column("copy-last px", rows, this::copyLastError),
        column("lost", rows, h -> lost[index(h)]),
        column("PSNR dB", rows, h -> psnr[index(h)]),
        column("copy-last PSNR dB", rows, h -> copyLastPsnr[index(h)]),
        column("latent error", rows, h -> hasLatents() ? latentErrors[index(h)] : Double.NaN),
        column("over copy-last", rows, this::latentRatio));
  }

  /** Whether latents were measured. */
  public boolean hasLatents() {
    return latentErrors.length > 0;
  }

  /** What stands beside the table: instrument, rank, straightness. */
  public String notes() {
    String text =
        "%d clips, %d frames given; centre by intensity centroid, its floor on true frames %.2f px"
            .formatted(clips, given, floor);
    return hasLatents()
        ? text
            + "; effective rank %.1f of singular values; straightness %.2f true, %.2f imagined"
                .formatted(effectiveRank, straightness, imaginedStraightness)
        : text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RolloutReport that
        && notes().equals(that.notes())
        && Arrays.deepEquals(arrays(), that.arrays());
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(arrays());
  }

  @Override
  public String toString() {
    return "rollout: %s\n%s".formatted(notes(), table().printAll());
  }

  private double[][] arrays() {
    return new double[][] {
      centreErrors,
      copyLastErrors,
      lost,
      psnr,
      copyLastPsnr,
      latentErrors,
      copyLastLatentErrors,
      {floor, effectiveRank, straightness, imaginedStraightness}
    };
  }

  private DoubleColumn column(
      String name, int[] horizons, java.util.function.IntToDoubleFunction figure) {
    return DoubleColumn.create(name, Arrays.stream(horizons).mapToDouble(figure).toArray());
  }

  private int index(int horizon) {
    if (horizon < 1 || horizon > horizons()) {
      throw new IllegalArgumentException(
          "horizons 1 to %d were measured; %d was asked for".formatted(horizons(), horizon));
    }
    return horizon - 1;
  }
}

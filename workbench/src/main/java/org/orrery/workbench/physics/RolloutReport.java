package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.orrery.workbench.probes.Bootstrap;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What imagined futures are worth, per horizon, beside copying the last given frame or latent.
 *
 * <pre>{@code
 * report.centreError(24);        // pixels, median over clips
 * report.latentRatio(24);        // latent error over copy-last's; below 1 is better than copying
 * report.model().ssim().interval(24);     // 95 % interval over clips
 * report.validTime();            // frames until the latent error exceeds 0.3 of the data's spread
 * report.table();
 * }</pre>
 *
 * Horizon 1 is the first imagined frame. Latent error alone misleads (collapsed latents are easy to
 * predict), so the effective rank and the pictures stand beside it.
 *
 * @param given how many true frames the model was given
 * @param model what the imagined frames and latents are worth
 * @param copyLast what the last given frame and latent are worth, held still
 * @param lost share of clips, per horizon, whose decoded frame shows no ball
 * @param floor the instrument's own error: median distance in pixels between the centre measured in
 *     true frames and the known position; NaN if it is not known
 * @param spread standard deviation of the true latents of the imagined frames, over all dimensions;
 *     NaN without latents
 * @param effectiveRank of the true latents (Roy and Vetterli 2007); NaN without latents
 * @param straightness mean cosine of consecutive velocities of the true latents, or NaN
 * @param imaginedStraightness the same of the imagined ones
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record RolloutReport(
    int given,
    RolloutCurves model,
    RolloutCurves copyLast,
    double[] lost,
    double floor,
    double spread,
    double effectiveRank,
    double straightness,
    double imaginedStraightness) {

  /** The number of imagined frames. */
  public int horizons() {
    return model.centre().horizons();
  }

  /** The number of clips. */
  public int clips() {
    return model.centre().clips();
  }

  /** Centre error in pixels at a horizon, median over clips; infinite where most are lost. */
  public double centreError(int horizon) {
    return model.centre().value(horizon);
  }

  /** The same for the last given frame, held still. */
  public double copyLastError(int horizon) {
    return copyLast.centre().value(horizon);
  }

  /** Centre error in pixels, [horizon], median over clips. */
  public double[] centreErrors() {
    return model.centre().values();
  }

  /** The same for the last given frame, held still. */
  public double[] copyLastErrors() {
    return copyLast.centre().values();
  }

  /** Peak signal-to-noise ratio in dB, [horizon], median over clips. */
  public double[] psnr() {
    return model.psnr().values();
  }

  /** The same for the last given frame. */
  public double[] copyLastPsnr() {
    return copyLast.psnr().values();
  }

  /** Mean squared error of predicted latents, [horizon]; empty without latents. */
  public double[] latentErrors() {
    return model.latent().values();
  }

  /** The same for the last given latent. */
  public double[] copyLastLatentErrors() {
    return copyLast.latent().values();
  }

  /** Latent error at a horizon over copy-last's; NaN without latents. */
  public double latentRatio(int horizon) {
    checked(horizon);
    return hasLatents()
        ? model.latent().value(horizon) / copyLast.latent().value(horizon)
        : Double.NaN;
  }

  /** The 95 % interval of {@link #latentRatio} when the clips are drawn again. */
  public double[] latentRatioInterval(int horizon) {
    checked(horizon);
    if (!hasLatents()) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[] own = model.latent().each()[horizon - 1];
    double[] copied = copyLast.latent().each()[horizon - 1];
    return Bootstrap.interval(
        clips(),
        0,
        chosen ->
            Arrays.stream(chosen).mapToDouble(c -> own[c]).sum()
                / Arrays.stream(chosen).mapToDouble(c -> copied[c]).sum());
  }

  /**
   * The valid prediction time in frames, median over clips: the first horizon at which the root
   * mean squared latent error exceeds 0.3 of {@link #spread}. Infinite if that does not happen
   * within what was imagined; NaN without latents.
   */
  public double validTime() {
    return HorizonCurve.median(model.validTimes(spread));
  }

  /** The 95 % interval of {@link #validTime} when the clips are drawn again. */
  public double[] validTimeInterval() {
    double[] times = model.validTimes(spread);
    return Bootstrap.interval(
        times.length,
        0,
        chosen -> HorizonCurve.median(Arrays.stream(chosen).mapToDouble(c -> times[c]).toArray()));
  }

  /** The valid prediction time of the last given latent, held still. */
  public double copyLastValidTime() {
    return HorizonCurve.median(copyLast.validTimes(spread));
  }

  /**
   * How fast the latent error grows: the slope per frame of the logarithm of its mean over clips,
   * by least squares over all horizons. NaN without latents.
   */
  public double growth() {
    return model.growth(IntStream.range(0, clips()).toArray());
  }

  /** The 95 % interval of {@link #growth} when the clips are drawn again. */
  public double[] growthInterval() {
    return Bootstrap.interval(clips(), 0, model::growth);
  }

  /** The figures at these horizons, or at all if none is named. */
  public Table table(int... horizons) {
    int[] rows = horizons.length > 0 ? horizons : IntStream.rangeClosed(1, horizons()).toArray();
    for (int horizon : rows) {
      checked(horizon);
    }
    return Table.create(
        "rollout",
        IntColumn.create("horizon", rows),
        column("centre error px", rows, this::centreError),
        column("copy-last px", rows, this::copyLastError),
        column("lost", rows, h -> lost[h - 1]),
        column("PSNR dB", rows, model.psnr()::value),
        column("copy-last PSNR dB", rows, copyLast.psnr()::value),
        column("SSIM", rows, model.ssim()::value),
        column("copy-last SSIM", rows, copyLast.ssim()::value),
        column("latent error", rows, h -> hasLatents() ? model.latent().value(h) : Double.NaN),
        column("over copy-last", rows, this::latentRatio));
  }

  /** Whether latents were measured. */
  public boolean hasLatents() {
    return model.latent().horizons() > 0;
  }

  /** What stands beside the table: instrument, rank, straightness, validity, growth. */
  public String notes() {
    String text =
        "%d clips, %d frames given; centre by intensity centroid%s"
            .formatted(
                clips(),
                given,
                Double.isNaN(floor)
                    ? ", beside that of the true frames"
                    : ", its floor on true frames %.2f px".formatted(floor));
    return hasLatents()
        ? text
            + "; effective rank %.1f of singular values; straightness %.2f true, %.2f imagined"
                .formatted(effectiveRank, straightness, imaginedStraightness)
            + "; valid prediction time %s frames (copy-last %s); latent error grows by %.3f a frame"
                .formatted(frames(validTime()), frames(copyLastValidTime()), growth())
        : text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RolloutReport that
        && model.equals(that.model)
        && copyLast.equals(that.copyLast)
        && Arrays.equals(lost, that.lost)
        && notes().equals(that.notes());
  }

  @Override
  public int hashCode() {
    return 31 * model.hashCode() + Arrays.hashCode(lost);
  }

  @Override
  public String toString() {
    return "rollout: %s\n%s".formatted(notes(), table().printAll());
  }

  private String frames(double time) {
    return Double.isInfinite(time)
        ? "over " + horizons()
        : String.format(Locale.ROOT, "%.1f", time).replace(".0", "");
  }

  private static DoubleColumn column(String name, int[] horizons, IntToDoubleFunction figure) {
    return DoubleColumn.create(name, Arrays.stream(horizons).mapToDouble(figure).toArray());
  }

  private void checked(int horizon) {
    if (horizon < 1 || horizon > horizons()) {
      throw new IllegalArgumentException(
          "horizons 1 to %d were measured; %d was asked for".formatted(horizons(), horizon));
    }
  }
}

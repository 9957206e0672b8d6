package org.orrery.workbench.clips;

import java.util.ArrayList;
import java.util.List;

/**
 * The instrument that measures where things are in a clip, filmed or imagined: what stands out from
 * the background, cut into connected blobs, each located to a fraction of a pixel, and linked from
 * frame to frame.
 *
 * <pre>{@code
 * Tracks tracks = Tracking.of(clip).run();                                     // against what stands still
 * Tracks spheres = Tracking.of(water).dark().overSurroundings(21).longestStep(8).run();
 * Variable position = tracks.longest().position(clip);                         // metres
 * }</pre>
 *
 * Unless told otherwise, things brighter or darker than the median over time are found; the
 * threshold is six times the noise of the picture (its median absolute deviation), at least 8 grey
 * levels; links are those with the least sum of squared steps (Hungarian method).
 *
 * @param clip the clip, in any number of channels; it is measured in grey
 * @param sign +1 for things brighter than the background, -1 for darker, 0 for both
 * @param surroundings the side in pixels of the square whose mean is the background, or 0 for the
 *     median over time
 * @param sigma the standard deviation in pixels of the smoothing before the threshold
 * @param threshold how many grey levels a thing must stand out, or NaN to take it from the noise
 * @param smallest the least pixels of a blob
 * @param largest the most pixels of a blob
 * @param longestStep the most pixels that a thing moves between frames, off its predicted place
 * @param memory for how many frames a thing may be out of sight
 * @param predicts whether things are expected to go on as they went
 */
public record Tracking(
    Clip clip,
    int sign,
    int surroundings,
    double sigma,
    double threshold,
    int smallest,
    int largest,
    double longestStep,
    int memory,
    boolean predicts) {
  private static final double LEAST_THRESHOLD = 8;
  private static final double TIMES_THE_NOISE = 6;

  /** Refuses sizes that no blob can have. */
  public Tracking {
    if (sigma < 0 || smallest < 1 || largest < smallest || !(longestStep > 0) || memory < 0) {
      throw new IllegalArgumentException(
          "tracking needs sigma >= 0, 1 <= smallest <= largest, a longest step above 0 and memory >= 0; received %s, %d to %d, %s, %d"
              .formatted(sigma, smallest, largest, longestStep, memory));
    }
  }

  /** Tracks things that move, brighter or darker than what stands still. */
  public static Tracking of(Clip clip) {
    double step = 0.15 * Math.hypot(clip.height(), clip.width());
    return new Tracking(clip, 0, 0, 1, Double.NaN, 4, Integer.MAX_VALUE, step, 2, false);
  }

  /**
   * Follows a point by what it looks like, not by what stands out: for a mark on a thing that
   * turns, or before a ground that moves. Give at least one {@link Follower#mark}.
   */
  public static Follower follow(Clip clip) {
    return Follower.of(clip);
  }

  /** Only things brighter than the background. */
  public Tracking bright() {
    return with(1, surroundings, sigma, threshold);
  }

  /** Only things darker than the background. */
  public Tracking dark() {
    return with(-1, surroundings, sigma, threshold);
  }

  /** Takes the mean over a square of this side as background: for things that hardly move. */
  public Tracking overSurroundings(int side) {
    return with(sign, side, sigma, threshold);
  }

  /** Smooths frames by a Gaussian of this standard deviation in pixels. */
  public Tracking smoothing(double pixels) {
    return with(sign, surroundings, pixels, threshold);
  }

  /** Sets how many grey levels a thing must stand out, after smoothing. */
  public Tracking threshold(double levels) {
    return with(sign, surroundings, sigma, levels);
  }

  /** Keeps blobs of {@code from} to {@code to} pixels. */
  public Tracking area(int from, int to) {
    return new Tracking(
        clip, sign, surroundings, sigma, threshold, from, to, longestStep, memory, predicts);
  }

  /** Sets how many pixels a thing moves at most between frames. */
  public Tracking longestStep(double pixels) {
    return new Tracking(
        clip, sign, surroundings, sigma, threshold, smallest, largest, pixels, memory, predicts);
  }

  /** Sets for how many frames a thing may be out of sight. */
  public Tracking memory(int frames) {
    return new Tracking(
        clip,
        sign,
        surroundings,
        sigma,
        threshold,
        smallest,
        largest,
        longestStep,
        frames,
        predicts);
  }

  /** Expects things to keep their velocity. */
  public Tracking predicting() {
    return new Tracking(
        clip, sign, surroundings, sigma, threshold, smallest, largest, longestStep, memory, true);
  }

  /** The blobs of every frame, unlinked, [frame][blob]. */
  public List<List<Blob>> detect() {
    Clip grey = clip.grey();
    Detector detector = new Detector(this, grey);
    double level = Double.isNaN(threshold) ? automatic(detector, grey) : threshold;
    List<List<Blob>> frames = new ArrayList<>();
    for (int t = 0; t < grey.frames(); t++) {
      frames.add(detector.blobs(t, grey.frame(t), (float) level));
    }
    return frames;
  }

  /** Detects and links. */
  public Tracks run() {
    return new Tracks(clip, new Linker(longestStep, memory, predicts).link(detect()));
  }

  private static double automatic(Detector detector, Clip grey) {
    double noise = detector.noise(grey.frame(grey.frames() / 2));
    return Math.max(LEAST_THRESHOLD, TIMES_THE_NOISE * noise);
  }

  private Tracking with(int sign, int surroundings, double sigma, double threshold) {
    return new Tracking(
        clip,
        sign,
        surroundings,
        sigma,
        threshold,
        smallest,
        largest,
        longestStep,
        memory,
        predicts);
  }
}

package org.orrery.workbench.physics;

import java.util.Optional;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.worlds.World;

/**
 * How the velocity of the one thing that moves in a clip is read off its frames.
 *
 * <pre>{@code
 * Physics.velocityError(VelocityInstrument.PUBLISHED, truth, imagined, 4)
 * Physics.velocityFloor(VelocityInstrument.CENTROID, Worlds.uniformMotion().size(256), 200, 7)
 * }</pre>
 */
public enum VelocityInstrument {
  /**
   * Ours: the centre of area of what stands out from the ground, in the clip's own scale. A frame
   * that shows nothing has no place.
   */
  CENTROID("centroid"),

  /**
   * That of phyworld's released evaluation, for comparison with its figures: the mean index of the
   * pixels whose red is above 127 and whose green and blue are below it; a frame is 10 m wide; a
   * thing that is lost is at the right border, as high as it was (Kang et al. 2024, "How far is
   * video generation from world model", and the code that came with it). It counts a frame of w
   * pixels as w steps wide where the scene that it was made for is drawn over w - 1, so that it
   * reads every velocity v too small by v / w.
   */
  PUBLISHED("published");

  private static final double WORLD = 10;
  private static final int HALF = 127;

  private final String label;

  VelocityInstrument(String label) {
    this.label = label;
  }

  /** The word that tables print. */
  public String label() {
    return label;
  }

  /**
   * The scene that the published floor of 0.0099 belongs to, phyworld's uniform motion at 256
   * pixels: speed 1 to 4 m/s, radius 0.7 to 1.4 m.
   */
  public static World publishedScene() {
    return PublishedScene.world();
  }

  /** Where the thing is in each frame, in metres. */
  Trajectory track(Clip clip, double pixelsPerMetre) {
    return this == CENTROID ? centroids(clip, pixelsPerMetre) : published(clip);
  }

  private static Trajectory centroids(Clip clip, double scale) {
    double[][] rows = new double[clip.frames()][];
    for (int t = 0; t < rows.length; t++) {
      Optional<AreaCentre> seen =
          AreaCentre.in(clip.frame(t), clip.channels(), clip.height(), clip.width());
      rows[t] =
          seen.map(s -> new double[] {s.x() / scale, s.y() / scale, s.radius() / scale})
              .orElse(new double[] {Double.NaN, Double.NaN, Double.NaN});
    }
    return new Trajectory(rows, 1 / clip.fps());
  }

  private static Trajectory published(Clip clip) {
    if (clip.channels() != 3) {
      throw new IllegalArgumentException(
          "the published parser looks for red; clip %s is grey: use VelocityInstrument.CENTROID"
              .formatted(clip.id()));
    }
    double[][] rows = new double[clip.frames()][];
    double[] before = {WORLD, Double.NaN, Double.NaN};
    for (int t = 0; t < rows.length; t++) {
      double[] red = red(clip.frame(t), clip.height() * clip.width(), clip.width());
      rows[t] = red == null ? new double[] {WORLD, before[1], before[2]} : red;
      before = rows[t];
    }
    return new Trajectory(rows, 1 / clip.fps());
  }

  private static double[] red(byte[] frame, int pixels, int width) {
    long n = 0;
    long x = 0;
    long y = 0;
    for (int i = 0; i < pixels; i++) {
      boolean red =
          (frame[i] & 0xff) > HALF
              && (frame[pixels + i] & 0xff) < HALF
              && (frame[2 * pixels + i] & 0xff) < HALF;
      if (red) {
        n++;
        x += i % width;
        y += i / width;
      }
    }
    double metre = WORLD / width;
    return n == 0
        ? null
        : new double[] {metre * x / n, metre * y / n, metre * Math.sqrt(n / Math.PI)};
  }
}

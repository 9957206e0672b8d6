package org.orrery.workbench.clips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How fast things spread at random: the diffusion coefficient in m^2/s, from tracks.
 *
 * <pre>{@code
 * Diffusion measured = Tracking.of(water).dark().overSurroundings(21).run().lasting(10).diffusion();
 * measured.coefficient();                                       // m^2/s
 * measured.beside(Diffusion.stokesEinstein(295, Diffusion.waterViscosity(295), 1e-6));
 * }</pre>
 *
 * The estimate is the covariance-based one, mean(d_n^2) / 2T + mean(d_n d_{n+1}) / T over the steps
 * d of all tracks in both directions and the time T between frames: an error in place that is new
 * in every frame drops out (Vestergaard, Blainey and Flyvbjerg, Physical Review E 89, 022726, 2014,
 * eq. 14). The mean step of all tracks, a drift, is taken off first. The interval is the central 95
 * % of a bootstrap over tracks.
 *
 * @param coefficient the estimate in m^2/s
 * @param low the interval's lower end
 * @param high the interval's upper end
 * @param tracks how many tracks it is from
 * @param steps how many steps between successive frames
 */
public record Diffusion(double coefficient, double low, double high, int tracks, int steps) {
  private static final double BOLTZMANN = 1.380649e-23;
  private static final int RESAMPLES = 2000;

  static Diffusion of(Tracks tracks) {
    double scale = tracks.clip().pixelsPerMetre();
    if (Double.isNaN(scale)) {
      throw new IllegalStateException(
          "clip %s has no scale, so a diffusion coefficient in m^2/s cannot be said; give it pixelsPerMetre"
              .formatted(tracks.clip().id()));
    }
    double time = 1 / tracks.clip().fps();
    List<Sums> sums = sums(tracks, scale);
    if (sums.size() < 2) {
      throw new IllegalStateException(
          "two tracks of at least 3 successive frames are needed; clip %s has %d"
              .formatted(tracks.clip().id(), sums.size()));
    }
    double[] resampled = new double[RESAMPLES];
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(0);
    for (int i = 0; i < RESAMPLES; i++) {
      Sums total = Sums.NONE;
      for (int j = 0; j < sums.size(); j++) {
        total = total.plus(sums.get(random.nextInt(sums.size())));
      }
      resampled[i] = total.estimate(time);
    }
    Arrays.sort(resampled);
    Sums all = sums.stream().reduce(Sums.NONE, Sums::plus);
    return new Diffusion(
        all.estimate(time),
        resampled[(int) (0.025 * RESAMPLES)],
        resampled[(int) (0.975 * RESAMPLES) - 1],
        sums.size(),
        all.steps() / 2);
  }

  /**
   * What Stokes and Einstein predict for a sphere far from walls, k T / (3 pi viscosity diameter).
   *
   * @param kelvin the temperature
   * @param viscosity the liquid's, in Pa s
   * @param diameter the sphere's, in metres
   */
  public static double stokesEinstein(double kelvin, double viscosity, double diameter) {
    return BOLTZMANN * kelvin / (3 * Math.PI * viscosity * diameter);
  }

  /**
   * Of water in Pa s, within 2.5 % from 0 to 370 degrees C: Vogel's equation (Reid et al. 1987).
   */
  public static double waterViscosity(double kelvin) {
    return 2.414e-5 * Math.pow(10, 247.8 / (kelvin - 140));
  }

  /** The measurement and a prediction in one line. */
  public String beside(double predicted) {
    return "%s; predicted %s".formatted(this, squareMicrons(predicted));
  }

  @Override
  public String toString() {
    return "D = %s (95 %%: %s to %s), from %d steps of %d tracks"
        .formatted(squareMicrons(coefficient), micro(low), micro(high), steps, tracks);
  }

  private static String squareMicrons(double coefficient) {
    return micro(coefficient) + " um^2/s";
  }

  private static String micro(double coefficient) {
    return Numbers.show(Math.round(coefficient * 1e16) / 1e4);
  }

  /** Sums of squared steps and of products of successive ones, per track, both directions. */
  private static List<Sums> sums(Tracks tracks, double scale) {
    double[] drift = drift(tracks);
    List<Sums> all = new ArrayList<>();
    for (Track track : tracks) {
      Sums sums = Sums.NONE;
      List<Blob> blobs = track.blobs();
      for (int i = 1; i < blobs.size(); i++) {
        if (!follows(blobs, i)) {
          continue;
        }
        double x = (blobs.get(i).x() - blobs.get(i - 1).x() - drift[0]) / scale;
        double y = (blobs.get(i).y() - blobs.get(i - 1).y() - drift[1]) / scale;
        boolean more = i + 1 < blobs.size() && follows(blobs, i + 1);
        double nextX = more ? (blobs.get(i + 1).x() - blobs.get(i).x() - drift[0]) / scale : 0;
        double nextY = more ? (blobs.get(i + 1).y() - blobs.get(i).y() - drift[1]) / scale : 0;
        sums = sums.plus(new Sums(x * x + y * y, 2, x * nextX + y * nextY, more ? 2 : 0));
      }
      if (sums.pairs() > 0) {
        all.add(sums);
      }
    }
    return all;
  }

  private static double[] drift(Tracks tracks) {
    double x = 0;
    double y = 0;
    int count = 0;
    for (Track track : tracks) {
      for (int i = 1; i < track.size(); i++) {
        if (follows(track.blobs(), i)) {
          x += track.blobs().get(i).x() - track.blobs().get(i - 1).x();
          y += track.blobs().get(i).y() - track.blobs().get(i - 1).y();
          count++;
        }
      }
    }
    return new double[] {x / Math.max(1, count), y / Math.max(1, count)};
  }

  private static boolean follows(List<Blob> blobs, int i) {
    return blobs.get(i).frame() == blobs.get(i - 1).frame() + 1;
  }

  private record Sums(double squares, int steps, double products, int pairs) {
    static final Sums NONE = new Sums(0, 0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          squares + other.squares,
          steps + other.steps,
          products + other.products,
          pairs + other.pairs);
    }

    double estimate(double time) {
      return squares / steps / (2 * time) + products / pairs / time;
    }
  }
}

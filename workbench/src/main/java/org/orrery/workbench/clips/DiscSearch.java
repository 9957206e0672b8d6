package org.orrery.workbench.clips;

/**
 * Looks for a disc of a picture in other pictures, moved and turned: first in steps of two pixels
 * and some degrees, then finely around the best place.
 */
final class DiscSearch {
  private static final double COARSE_TURN = Math.toRadians(3);
  private static final double FINE_TURN = Math.toRadians(1);
  private static final int FINE_REACH = 3;

  private final TurnedPatch coarse;
  private final TurnedPatch fine;
  private final Disc coarseDisc;
  private final Disc fineDisc;

  DiscSearch(Clip clip, int radius) {
    coarse = new TurnedPatch(clip, 2);
    fine = new TurnedPatch(clip, 1);
    coarseDisc = new Disc(clip.channels(), Math.max(2, radius / 2));
    fineDisc = new Disc(clip.channels(), radius);
  }

  /** Blends what is seen at a place into what is looked for; a share of 1 replaces it. */
  void learn(byte[] frame, double x, double y, double angle, double share) {
    coarseDisc.blend(coarse.of(frame, x, y, angle, coarseDisc.radius()), share);
    fineDisc.blend(fine.of(frame, x, y, angle, fineDisc.radius()), share);
  }

  /** The best match within {@code reach} pixels and {@code turn} radians of an expectation. */
  Sighting find(byte[] frame, Sighting expected, int reach, double turn) {
    Sighting rough =
        best(coarse, coarseDisc, 2, frame, expected, (reach + 1) / 2, turn, COARSE_TURN);
    double around = turn == 0 ? 0 : COARSE_TURN;
    return best(fine, fineDisc, 1, frame, rough, FINE_REACH, around, FINE_TURN);
  }

  private static Sighting best(
      TurnedPatch patch,
      Disc disc,
      int pixels,
      byte[] frame,
      Sighting about,
      int reach,
      double turn,
      double step) {
    int n = (int) Math.ceil(turn / step - 1e-9);
    Disc.Peak[] peaks = new Disc.Peak[2 * n + 1];
    int best = 0;
    for (int k = 0; k < peaks.length; k++) {
      double angle = about.turn() + (k - n) * step;
      float[][] region = patch.of(frame, about.x(), about.y(), angle, disc.radius() + reach);
      peaks[k] = disc.find(region, reach);
      best = peaks[k].match() > peaks[best].match() ? k : best;
    }
    double more =
        best == 0 || best == 2 * n
            ? 0
            : Disc.vertex(peaks[best - 1].match(), peaks[best].match(), peaks[best + 1].match());
    Disc.Peak peak = peaks[best];
    double angle = about.turn() + (best - n) * step;
    double x = about.x() + pixels * (Math.cos(angle) * peak.x() - Math.sin(angle) * peak.y());
    double y = about.y() + pixels * (Math.sin(angle) * peak.x() + Math.cos(angle) * peak.y());
    return new Sighting(about.frame(), x, y, angle + more * step, peak.match());
  }
}

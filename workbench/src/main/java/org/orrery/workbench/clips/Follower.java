package org.orrery.workbench.clips;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Follows a point of a thing by the picture around it, from frames in which somebody marked it.
 *
 * <pre>{@code
 * Trail trail = Tracking.follow(clip).mark(12, 379, 252).run();     // pixels, in frame 12
 * Trail better = Tracking.follow(clip).mark(12, 379, 252).mark(40, 832, 399).run();
 * Variable position = better.position();                            // metres
 * }</pre>
 *
 * The disc of the picture around a mark is looked for in the frames after and before it, turned and
 * moved, where it is expected if it keeps its velocity and its rate of turning. The measure is the
 * normalised cross-correlation of all channels (J. P. Lewis, Fast Normalized Cross-Correlation,
 * 1995, equation 2, over a disc, with a mean for each channel), its peak is taken to a fraction of
 * a pixel by a parabola. What is looked for is blended with every sighting, so that slow changes of
 * light and view are followed. Between two marks it is followed from both, and each counts the more
 * the nearer it is. A frame whose best match is too poor has no sighting.
 *
 * @param clip the clip; its colours are used
 * @param marks where the point is known to be
 * @param radius the radius in pixels of the disc
 * @param reach how many pixels the point may be off the place where it is expected; thrice as many
 *     in the step away from a lone mark, from which no velocity is known
 * @param turn how many degrees the disc may be turned off what is expected
 * @param blend the share of every sighting in what is looked for next, 0 to 1
 * @param leastMatch the correlation below which a frame has no sighting
 */
public record Follower(
    Clip clip,
    List<Mark> marks,
    int radius,
    int reach,
    double turn,
    double blend,
    double leastMatch) {

  /** A place in a frame, in pixels; pixel i covers i to i + 1. */
  public record Mark(int frame, double x, double y) {}

  /** Refuses marks outside the clip, and sizes that find nothing. */
  public Follower {
    marks = marks.stream().sorted(Comparator.comparingInt(Mark::frame)).toList();
    for (Mark mark : marks) {
      boolean inside =
          mark.x >= 0 && mark.y >= 0 && mark.x <= clip.width() && mark.y <= clip.height();
      if (mark.frame < 0 || mark.frame >= clip.frames() || !inside) {
        throw new IllegalArgumentException(
            "a mark lies in frame 0 to %d, 0 to %d right and 0 to %d down; received %s"
                .formatted(clip.frames() - 1, clip.width(), clip.height(), mark));
      }
    }
    if (marks.stream().map(Mark::frame).distinct().count() < marks.size()) {
      throw new IllegalArgumentException("a frame holds one mark; received " + marks);
    }
    if (radius < 3 || reach < 1 || !(turn >= 0 && turn <= 180) || !(blend >= 0 && blend <= 1)) {
      throw new IllegalArgumentException(
          "following needs a radius of at least 3, a reach of at least 1, a turn of 0 to 180 degrees and a blend of 0 to 1; received %d, %d, %s, %s"
              .formatted(radius, reach, turn, blend));
    }
  }

  /** A disc of a fortieth of the frame's diagonal, at least 6 pixels. */
  static Follower of(Clip clip) {
    int radius = (int) Math.max(6, Math.hypot(clip.height(), clip.width()) / 40);
    return new Follower(clip, List.of(), radius, radius, 12, 0.2, 0.5);
  }

  /** Adds a frame in which the point is known, in pixels from the frame's top-left corner. */
  public Follower mark(int frame, double x, double y) {
    List<Mark> more = new ArrayList<>(marks);
    more.add(new Mark(frame, x, y));
    return new Follower(clip, more, radius, reach, turn, blend, leastMatch);
  }

  /** Sets the radius in pixels of the disc that is followed. */
  public Follower radius(int pixels) {
    return new Follower(clip, marks, pixels, reach, turn, blend, leastMatch);
  }

  /** Sets how many pixels the point may be off the expected place. */
  public Follower reach(int pixels) {
    return new Follower(clip, marks, radius, pixels, turn, blend, leastMatch);
  }

  /** Sets how many degrees the disc may be off the expected turn; 0 for things that never turn. */
  public Follower turning(double degrees) {
    return new Follower(clip, marks, radius, reach, degrees, blend, leastMatch);
  }

  /** Sets the share of each sighting in what is looked for next; 0 keeps to the marked picture. */
  public Follower blending(double share) {
    return new Follower(clip, marks, radius, reach, turn, share, leastMatch);
  }

  /** Sets the correlation below which a frame has no sighting. */
  public Follower leastMatch(double correlation) {
    return new Follower(clip, marks, radius, reach, turn, blend, correlation);
  }

  /** Follows the point through the whole clip; refused without a mark. */
  public Trail run() {
    if (marks.isEmpty()) {
      throw new IllegalStateException(
          "nothing to follow in clip %s: say where the point is with mark(frame, x, y)"
              .formatted(clip.id()));
    }
    Pursuit pursuit = new Pursuit(this);
    TreeMap<Integer, Sighting> seen = new TreeMap<>();
    pursuit.run(marks.get(0), 0, 0).forEach(back -> seen.put(back.frame(), back));
    double turned = 0;
    for (int i = 0; i < marks.size() - 1; i++) {
      turned = between(marks.get(i), marks.get(i + 1), turned, pursuit, seen);
    }
    Mark last = marks.get(marks.size() - 1);
    pursuit.run(last, clip.frames() - 1, turned).forEach(s -> seen.put(s.frame(), s));
    return new Trail(clip, List.copyOf(seen.values()));
  }

  /** Follows from two marks towards each other; returns how far it has turned at the second. */
  private static double between(
      Mark from, Mark to, double before, Pursuit pursuit, TreeMap<Integer, Sighting> seen) {
    List<Sighting> ahead = pursuit.run(from, to.frame, before);
    double turned = ahead.get(ahead.size() - 1).turn();
    ahead.forEach(sighting -> seen.put(sighting.frame(), sighting));
    for (Sighting back : pursuit.run(to, from.frame, turned)) {
      double weight = (double) (back.frame() - from.frame) / (to.frame - from.frame);
      seen.merge(back.frame(), back, (there, here) -> there.mixed(here, weight));
    }
    return turned;
  }
}

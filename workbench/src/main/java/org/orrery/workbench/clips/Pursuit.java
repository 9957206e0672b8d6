package org.orrery.workbench.clips;

import java.util.ArrayList;
import java.util.List;

/** Follows one mark in one direction, frame by frame. */
final class Pursuit {
  private final Follower follower;
  private final Clip clip;

  Pursuit(Follower follower) {
    this.follower = follower;
    this.clip = follower.clip();
  }

  /**
   * The sightings from a mark (included, a perfect match) to frame {@code end}, forward or back;
   * turns count on from {@code turned}. It ends where the point is expected outside of the frame.
   */
  List<Sighting> run(Follower.Mark mark, int end, double turned) {
    DiscSearch search = new DiscSearch(clip, follower.radius());
    search.learn(clip.frame(mark.frame()), mark.x(), mark.y(), 0, 1);
    List<Sighting> seen = new ArrayList<>();
    seen.add(new Sighting(mark.frame(), mark.x(), mark.y(), turned, 1));
    int step = Integer.signum(end - mark.frame());
    boolean moving = false;
    double x = mark.x();
    double y = mark.y();
    double angle = 0;
    double vx = 0;
    double vy = 0;
    double rate = 0;
    for (int t = mark.frame() + step; step != 0 && t != end + step; t += step) {
      double straight = vx;
      vx = Math.cos(rate) * straight - Math.sin(rate) * vy;
      vy = Math.sin(rate) * straight + Math.cos(rate) * vy;
      if (x + vx < 0 || y + vy < 0 || x + vx > clip.width() || y + vy > clip.height()) {
        break;
      }
      byte[] frame = clip.frame(t);
      Sighting found =
          search.find(
              frame,
              new Sighting(t, x + vx, y + vy, angle + rate, 0),
              moving ? follower.reach() : 3 * follower.reach(),
              Math.toRadians(moving ? follower.turn() : 2 * follower.turn()));
      if (found.match() < follower.leastMatch()) {
        x += vx;
        y += vy;
        angle += rate;
        continue;
      }
      vx = found.x() - x;
      vy = found.y() - y;
      rate = moving ? 0.7 * rate + 0.3 * (found.turn() - angle) : found.turn() - angle;
      x = found.x();
      y = found.y();
      angle = found.turn();
      moving = true;
      search.learn(frame, x, y, angle, follower.blend());
      seen.add(found.turned(turned));
    }
    return seen;
  }
}

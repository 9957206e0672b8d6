package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orrery.workbench.clips.Clip;

/**
 * Follows the components of a video: first those that go on alone, then groups that touch or part,
 * whose areas must add up.
 */
final class Tracks {
  private static final double REACH = 0.12;
  private static final double SAME_AREA = 0.75;
  private static final double CUT_AREA = 0.2;

  private record Pair(Track track, Blob blob, double cost) {}

  private final int height;
  private final int width;
  private final List<Track> all = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Flag> resized = new ArrayList<>();
  private List<Track> open = new ArrayList<>();

  private Tracks(int height, int width) {
    this.height = height;
    this.width = width;
  }

  /** Follows components, a list a frame. */
  static Tracks of(Clip clip, List<List<Blob>> frames) {
    Tracks tracks = new Tracks(clip.height(), clip.width());
    for (int t = 0; t < frames.size(); t++) {
      tracks.next(t, frames.get(t));
    }
    return tracks;
  }

  List<Track> all() {
    return all;
  }

  List<Change> changes() {
    return changes;
  }

  List<Flag> resized() {
    return resized;
  }

  private void next(int t, List<Blob> blobs) {
    List<Track> going = new ArrayList<>();
    Set<Track> left = new LinkedHashSet<>(open);
    Set<Blob> free = new LinkedHashSet<>(blobs);
    List<Pair> chosen = new ArrayList<>();
    for (Pair pair : pairs(blobs)) {
      if (free.contains(pair.blob) && left.contains(pair.track)) {
        free.remove(pair.blob);
        left.remove(pair.track);
        chosen.add(pair);
      }
    }
    for (Pair pair : chosen) {
      if (joined(pair, left, free)) {
        left.add(pair.track);
        free.add(pair.blob);
      } else {
        pair.track.add(pair.blob);
        going.add(pair.track);
      }
    }
    while (!left.isEmpty()) {
      Group group = Group.around(left.iterator().next(), left, free);
      group.before().forEach(left::remove);
      group.after().forEach(free::remove);
      group.settle(t, height, width, reach(group.before().get(0)), changes, resized);
      group.after().forEach(blob -> started(t, blob, going));
    }
    for (Blob blob : free) {
      Track track = started(t, blob, going);
      if (t > 0) {
        changes.add(new Change(t, true, blob.area(), blob, track, null));
      }
    }
    open = going;
  }

  /** Whether a pair's change of area is that of something that touched it or parted from it. */
  private static boolean joined(Pair pair, Set<Track> left, Set<Blob> free) {
    double ratio = pair.blob.area() / pair.track.last().area();
    boolean grew = ratio > 1.1 && left.stream().anyMatch(other -> Group.meet(other, pair.blob));
    return grew || ratio < 0.9 && free.stream().anyMatch(blob -> Group.meet(pair.track, blob));
  }

  /** Components that may be one thing, the nearest first. */
  private List<Pair> pairs(List<Blob> blobs) {
    List<Pair> pairs = new ArrayList<>();
    for (Track track : open) {
      for (Blob blob : blobs) {
        double distance = distance(track, blob);
        if (distance <= reach(track) && alike(track.last(), blob)) {
          pairs.add(new Pair(track, blob, distance + track.last().colourDistance(blob) / 50));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::cost));
    return pairs;
  }

  private double reach(Track track) {
    return Math.max(REACH * Math.min(height, width), 1.5 * track.speed() + 2);
  }

  /** From where it was or from where it would be if it went on, whichever is nearer. */
  private static double distance(Track track, Blob blob) {
    Blob last = track.last();
    double[] v = track.velocity();
    double still = last.distance(blob.x(), blob.y());
    return v == null ? still : Math.min(still, last.distance(blob.x() - v[0], blob.y() - v[1]));
  }

  private boolean alike(Blob a, Blob b) {
    boolean cut = a.touchesBorder(height, width) || b.touchesBorder(height, width);
    double ratio = Math.min(a.area(), b.area()) / Math.max(a.area(), b.area());
    return ratio >= (cut ? CUT_AREA : SAME_AREA);
  }

  private Track started(int t, Blob blob, List<Track> going) {
    Track track = new Track(t, blob);
    all.add(track);
    going.add(track);
    return track;
  }
}

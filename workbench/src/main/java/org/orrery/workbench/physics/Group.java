package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Components of two frames that lie on each other and are not one thing each. */
record Group(List<Track> before, List<Blob> after) {
  private static final double ALIKE = 0.75;
  private static final int LASTING = 3;
  private static final double STEADY = 0.93;
  private static final int LEAST = 20;
  private static final double WHOLE = 0.5;
  private static final double ELSEWHERE = 0.3;

  /** All that hangs together with a track. */
  static Group around(Track seed, Set<Track> tracks, Set<Blob> blobs) {
    Group group = new Group(new ArrayList<>(List.of(seed)), new ArrayList<>());
    boolean grows = true;
    while (grows) {
      List<Blob> more =
          blobs.stream()
              .filter(b -> !group.after.contains(b))
              .filter(b -> group.before.stream().anyMatch(track -> meet(track, b)))
              .toList();
      group.after.addAll(more);
      List<Track> others =
          tracks.stream()
              .filter(track -> !group.before.contains(track))
              .filter(track -> group.after.stream().anyMatch(b -> meet(track, b)))
              .toList();
      group.before.addAll(others);
      grows = !more.isEmpty() || !others.isEmpty();
    }
    return group;
  }

  /** Adds what neither touching nor parting nor the border explains. */
  void settle(
      int t, int height, int width, double reach, List<Change> changes, List<Flag> resized) {
    if (after.isEmpty()) {
      before.forEach(
          track ->
              changes.add(new Change(t, false, track.last().area(), track.last(), track, null)));
      return;
    }
    double more = area(after) - area(before.stream().map(Track::last).toList());
    boolean cut =
        before.stream().anyMatch(track -> track.last().touchesBorder(height, width))
            || after.stream().anyMatch(blob -> blob.touchesBorder(height, width));
    double shown = cut && !(more > 0 && before.stream().allMatch(Group::whole)) ? passed() : 0;
    if (before.size() == 1 && after.size() == 1) {
      single(t, more, shown, reach, changes, resized);
    } else if (Math.abs(more) >= WHOLE * smallest() + shown) {
      changes.add(change(t, more));
    }
  }

  /** Whether a thing was all in the frame: its area had stopped to change. */
  private static boolean whole(Track track) {
    if (track.length() < LASTING) {
      return false;
    }
    double area = track.last().area();
    double earlier = track.fromEnd(2).area();
    return Math.min(area, earlier) >= STEADY * Math.max(area, earlier);
  }

  /** The most that may have come or gone over the border in one frame, in pixels. */
  private double passed() {
    double size = before.stream().mapToDouble(track -> track.last().size()).max().orElseThrow();
    double speed = before.stream().mapToDouble(Track::speed).max().orElseThrow();
    return (1.5 * speed + 2) * size;
  }

  private void single(
      int t, double more, double shown, double reach, List<Change> changes, List<Flag> resized) {
    Track track = before.get(0);
    Blob last = track.last();
    Blob now = after.get(0);
    double[] v = track.velocity();
    double x = v == null ? last.x() : last.x() + v[0];
    double y = v == null ? last.y() : last.y() + v[1];
    double aside = Math.min(now.distance(x, y), now.distance(last.x(), last.y()));
    boolean elsewhere = aside > ELSEWHERE * Math.min(last.size(), now.size());
    if (aside > reach && Math.abs(more) < (1 - ALIKE) * last.area()) {
      changes.add(new Change(t, false, last.area(), last, track, null));
      changes.add(new Change(t, true, now.area(), now, null, null));
    } else if (elsewhere && Math.abs(more) >= WHOLE * Math.min(last.area(), now.area()) + shown) {
      changes.add(change(t, more));
    } else if (!elsewhere
        && Math.abs(more) >= WHOLE * Math.min(last.area(), now.area()) + shown
        && Math.max(last.area(), now.area()) >= LEAST
        && track.length() >= LASTING) {
      resized.add(
          new Flag(
              t,
              VideoFault.RESIZE,
              now.x(),
              now.y(),
              "area %.0f px after %.0f px".formatted(now.area(), last.area())));
    }
  }

  private Change change(int t, double more) {
    List<Blob> olds = before.stream().map(Track::last).toList();
    if (more < 0) {
      Blob gone =
          olds.stream()
              .min(Comparator.comparingDouble(blob -> Math.abs(blob.area() + more)))
              .orElseThrow();
      return new Change(t, false, -more, gone, null, null);
    }
    Blob place =
        after.stream().max(Comparator.comparingDouble(blob -> nearest(blob, olds))).orElseThrow();
    Blob twin =
        olds.stream()
            .filter(blob -> Math.min(blob.area(), more) >= ALIKE * Math.max(blob.area(), more))
            .findFirst()
            .orElse(null);
    return new Change(t, true, more, place, null, twin);
  }

  private double smallest() {
    double least = before.stream().mapToDouble(t -> t.last().area()).min().orElseThrow();
    return Math.min(least, after.stream().mapToDouble(Blob::area).min().orElseThrow());
  }

  private static double nearest(Blob blob, List<Blob> others) {
    return others.stream().mapToDouble(o -> blob.distance(o.x(), o.y())).min().orElseThrow();
  }

  private static double area(List<Blob> blobs) {
    return blobs.stream().mapToDouble(Blob::area).sum();
  }

  /** Whether a component lies on where a track was or would be, two pixels and its step around. */
  static boolean meet(Track track, Blob blob) {
    double[] v = track.velocity();
    double pad = 2 + 0.5 * track.speed();
    int[] box = track.last().box();
    int[] other = blob.box();
    boolean still = overlap(box, other, 0, 0, pad);
    return still || v != null && overlap(box, other, v[0], v[1], pad);
  }

  private static boolean overlap(int[] a, int[] b, double dx, double dy, double pad) {
    return a[0] + dx - pad < b[2]
        && b[0] < a[2] + dx + pad
        && a[1] + dy - pad < b[3]
        && b[1] < a[3] + dy + pad;
  }
}

package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.orrery.workbench.clips.Clip;

/** Judges the comings and goings of things: which of them the border and time do not explain. */
final class Permanence {
  private static final int LASTING = 3;
  private static final int FEWEST = 10;
  private static final double SMALLEST = 0.0004;
  private static final double SUDDEN = 0.5;
  private static final double SAME_AREA = 0.7;
  private static final double BESIDE = 2.1;
  private static final double TWIN = 0.5;
  private static final double WHOLE = 0.7;
  private static final double OTHER_COLOUR = 40;

  private final Clip clip;
  private final Tracks tracks;

  Permanence(Clip clip, Tracks tracks) {
    this.clip = clip;
    this.tracks = tracks;
  }

  List<Flag> flags() {
    List<Flag> flags = new ArrayList<>(tracks.resized());
    for (int t = 1; t < clip.frames(); t++) {
      int frame = t;
      List<Change> all = tracks.changes().stream().filter(c -> c.frame() == frame).toList();
      List<Change> gone = new ArrayList<>(all.stream().filter(this::isDeath).toList());
      for (Change come : all.stream().filter(this::isBirth).toList()) {
        Optional<Change> from = match(come, gone);
        from.ifPresent(gone::remove);
        flags.add(from.map(death -> moved(death, come)).orElseGet(() -> born(come)));
      }
      gone.forEach(change -> flags.add(died(change)));
    }
    tracks.all().forEach(track -> recoloured(track).ifPresent(flags::add));
    flags.sort(Comparator.comparingInt(Flag::frame));
    return flags;
  }

  private boolean isDeath(Change change) {
    if (change.more() || change.area() < least()) {
      return false;
    }
    Track track = change.track();
    if (track == null) {
      return true;
    }
    double largest = track.largest();
    return track.length() >= LASTING
        && change.area() >= SUDDEN * largest
        && !leaves(change.blob(), track.velocity());
  }

  private boolean isBirth(Change change) {
    if (!change.more() || change.area() < least()) {
      return false;
    }
    Track track = change.track();
    if (track == null) {
      return true;
    }
    boolean lasts = track.length() >= LASTING || track.start() + track.length() == clip.frames();
    return lasts
        && change.area() >= SUDDEN * track.largest()
        && !leaves(change.blob(), track.velocityBack());
  }

  /** What is smaller is too close to the noise to be judged. */
  private double least() {
    return Math.max(FEWEST, SMALLEST * clip.height() * clip.width());
  }

  /** Whether a step as long, a little more or less, takes it out of the frame. */
  private boolean leaves(Blob blob, double[] step) {
    boolean touches = blob.touchesBorder(clip.height(), clip.width());
    if (step == null) {
      return touches;
    }
    double[] further = {1.3 * step[0], 1.3 * step[1]};
    for (int axis = 0; axis < 2; axis++) {
      further[axis] += Math.copySign(1, step[axis]);
    }
    long inside =
        Arrays.stream(blob.pixels())
            .filter(
                pixel -> {
                  double x = pixel % clip.width() + further[0];
                  double y = pixel / clip.width() + further[1];
                  return x >= 0 && y >= 0 && x < clip.width() && y < clip.height();
                })
            .count();
    return inside < 0.4 * blob.pixels().length;
  }

  private static Optional<Change> match(Change come, List<Change> gone) {
    return gone.stream()
        .filter(
            death ->
                Math.min(death.area(), come.area())
                    >= SAME_AREA * Math.max(death.area(), come.area()))
        .min(Comparator.comparingDouble(death -> death.blob().colourDistance(come.blob())));
  }

  private Flag moved(Change death, Change come) {
    Blob to = come.blob();
    double way = death.blob().distance(to.x(), to.y());
    return flag(come, VideoFault.TELEPORT, "%.0f px in one frame".formatted(way));
  }

  private Flag born(Change change) {
    String area = "%.0f px".formatted(change.area());
    if (change.twin() != null) {
      return flag(change, VideoFault.DUPLICATE, area + " more, as much as what it touches");
    }
    Optional<Blob> twin = twin(change);
    return twin.isPresent()
        ? flag(change, VideoFault.DUPLICATE, area + ", shaped as what is beside it")
        : flag(change, VideoFault.BIRTH, area + " from nothing");
  }

  /** Something beside it of the same shape and colour that was there before. */
  private Optional<Blob> twin(Change change) {
    if (change.track() == null) {
      return Optional.empty();
    }
    Blob blob = change.blob();
    return tracks.all().stream()
        .filter(other -> other.start() < change.frame())
        .filter(other -> other.start() + other.length() > change.frame())
        .map(other -> other.at(change.frame()))
        .filter(other -> other.distance(blob.x(), blob.y()) <= BESIDE * other.size())
        .filter(other -> other.colourDistance(blob) <= OTHER_COLOUR)
        .filter(
            other ->
                Math.min(other.area(), blob.area())
                    >= SAME_AREA * Math.max(other.area(), blob.area()))
        .filter(other -> other.likeness(blob, clip.width()) >= TWIN)
        .findFirst();
  }

  private static Flag died(Change change) {
    return flag(change, VideoFault.DEATH, "%.0f px gone".formatted(change.area()));
  }

  private Optional<Flag> recoloured(Track track) {
    for (int t = track.start() + 2; t < track.start() + track.length(); t++) {
      Blob now = track.at(t);
      boolean cut =
          now.touchesBorder(clip.height(), clip.width()) && now.area() < WHOLE * track.largest();
      if (now.area() < least() || cut) {
        continue;
      }
      double step = now.colourDistance(track.at(t - 1));
      double usual = track.at(t - 1).colourDistance(track.at(t - 2));
      if (step > OTHER_COLOUR && usual < OTHER_COLOUR / 2) {
        return Optional.of(
            new Flag(
                t,
                VideoFault.RECOLOUR,
                now.x(),
                now.y(),
                "colour differs by %.0f of 255".formatted(step)));
      }
    }
    return Optional.empty();
  }

  private static Flag flag(Change change, VideoFault fault, String why) {
    return new Flag(change.frame(), fault, change.blob().x(), change.blob().y(), why);
  }
}

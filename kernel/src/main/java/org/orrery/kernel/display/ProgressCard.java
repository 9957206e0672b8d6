package org.orrery.kernel.display;

import java.util.ArrayList;
import java.util.List;
import org.orrery.kernel.display.ProgressScreen.Picture;

/** A bar with those inside it, and the screen they are drawn on. */
final class ProgressCard {

  private static final double SECONDS_UNCHANGED = 1;

  /** What stands below a bar costs more to draw, and to send, than the bar. */
  private static final double SECONDS_BETWEEN_DETAILS = 0.5;

  private static final int MOST_FINISHED = 3;

  private record Placed(Progress bar, int depth) {
    boolean hasEnded() {
      return bar.ending() != null;
    }
  }

  private final ProgressScreen screen;
  private final List<Placed> bars = new ArrayList<>();
  private List<ProgressLine> drawn = List.of();
  private double drawnAt;
  private boolean hasDetail;

  ProgressCard(ProgressScreen screen, Progress outermost) {
    this.screen = screen;
    bars.add(new Placed(outermost, 0));
  }

  List<Progress> bars() {
    return bars.stream().map(Placed::bar).toList();
  }

  Progress outermost() {
    return bars.get(0).bar();
  }

  /**
   * Puts a bar inside {@code outer}, in the place of an ended one of the same name, so that a loop
   * in a loop does not make the card longer and longer.
   */
  void add(Progress bar, Progress outer) {
    var depth = depthOf(outer) + 1;
    var place = bars.size();
    for (int i = bars.size() - 1; i > 0; i--) {
      var old = bars.get(i);
      if (old.hasEnded() && old.depth() > depth) {
        bars.remove(i);
      } else if (old.hasEnded() && old.depth() == depth && isSame(old.bar(), bar)) {
        bars.remove(i);
        place = i;
      }
    }
    bars.add(Math.min(place, bars.size()), new Placed(bar, depth));
    var ended = bars.stream().filter(old -> old.depth() == depth && old.hasEnded()).toList();
    if (ended.size() > MOST_FINISHED) {
      bars.remove(ended.get(0));
    }
  }

  /** Draws if something has changed, or a second has passed in which the clock moved on. */
  void draw(double now) {
    if (hasDetail && now - drawnAt < SECONDS_BETWEEN_DETAILS) {
      return;
    }
    var lines = lines(now);
    var moved = lines.size() != drawn.size();
    for (int i = 0; i < lines.size() && !moved; i++) {
      moved = !lines.get(i).isSameButForTime(drawn.get(i));
    }
    if (moved || now - drawnAt >= SECONDS_UNCHANGED) {
      drawNow(now);
    }
  }

  void drawNow(double now) {
    if (outermost().ending() != null) {
      bars.removeIf(old -> old.depth() > 0 && old.bar().ending() == Progress.Ending.FINISHED);
    }
    drawn = lines(now);
    drawnAt = now;
    var detail = outermost().detail();
    hasDetail = !detail.isEmpty();
    screen.draw(new Picture(drawn, detail));
  }

  private int depthOf(Progress bar) {
    return bars.stream()
        .filter(placed -> placed.bar() == bar)
        .mapToInt(Placed::depth)
        .findFirst()
        .orElse(0);
  }

  private static boolean isSame(Progress one, Progress other) {
    return one.label().equals(other.label());
  }

  private List<ProgressLine> lines(double now) {
    return bars.stream().map(placed -> placed.bar().line(placed.depth(), now)).toList();
  }
}

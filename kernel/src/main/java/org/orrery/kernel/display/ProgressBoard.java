package org.orrery.kernel.display;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.orrery.kernel.display.Progress.Ending;

/**
 * All open bars, and the thread that draws those that changed: ten times a second while there are
 * any. Its lock is held while drawing, so that the pictures of a bar come in order.
 */
final class ProgressBoard {

  private static final long TICK_MS = 100;
  private static final int MOST_REMEMBERED = 8;

  /** What the board knows of a thread: its open bars, innermost first, and some it left early. */
  private static final class Own {
    final Deque<Progress> open = new ArrayDeque<>();
    final Deque<Progress> leftEarly = new ArrayDeque<>();
  }

  private final DoubleSupplier seconds;
  private final Supplier<ProgressScreen> screens;
  private final boolean ticking;
  private final ThreadLocal<Own> own = ThreadLocal.withInitial(Own::new);
  private final List<ProgressCard> awake = new ArrayList<>();
  private Thread ticker;

  /**
   * A board by the clock {@code seconds}; one that is not {@code ticking} draws only when {@link
   * #tick} is called.
   */
  ProgressBoard(DoubleSupplier seconds, Supplier<ProgressScreen> screens, boolean ticking) {
    this.seconds = seconds;
    this.screens = screens;
    this.ticking = ticking;
  }

  /** The board of this program: by the computer's clock, where its displays go. */
  static ProgressBoard live() {
    return new ProgressBoard(() -> System.nanoTime() / 1e9, ProgressScreen::here, true);
  }

  synchronized Progress open(long total, String label) {
    var mine = own.get().open;
    mine.removeIf(bar -> bar.ending() != null);
    var outer = mine.peek();
    var bar = new Progress(this, total, label, seconds.getAsDouble());
    if (outer != null && outer.card().outermost().ending() == null) {
      bar.card(outer.card());
      outer.card().add(bar, outer);
    } else {
      bar.card(new ProgressCard(screens.get(), bar));
      bar.card().drawNow(seconds.getAsDouble());
    }
    mine.push(bar);
    keepDrawing(bar.card());
    return bar;
  }

  synchronized void end(Progress bar, Ending how) {
    if (bar.ending() != null && !bar.isAsleep()) {
      return;
    }
    bar.asleep(false);
    bar.ending(how, seconds.getAsDouble());
    if (how == Ending.STOPPED) {
      rememberAsLeftEarly(bar);
    }
    if (bar == bar.card().outermost()) {
      for (var inner : bar.card().bars()) {
        end(inner, Ending.STOPPED);
      }
      rest(bar.card());
    }
  }

  /** Draws what has changed. */
  synchronized void tick() {
    for (var card : List.copyOf(awake)) {
      if (card.outermost().isAbandoned()) {
        putToSleep(card.outermost(), Ending.STOPPED);
      } else {
        card.draw(seconds.getAsDouble());
      }
    }
  }

  /** See {@link Progress#cellEnded}. */
  synchronized void cellEnded(Ending how) {
    var mine = own.get();
    for (var bar : mine.leftEarly) {
      if (how != Ending.FINISHED) {
        bar.ending(how, seconds.getAsDouble());
        bar.card().drawNow(seconds.getAsDouble());
      }
    }
    for (var bar : mine.open) {
      if (bar.ending() == null && bar.isOf(Thread.currentThread())) {
        putToSleep(bar, how == Ending.FINISHED ? Ending.STOPPED : how);
      }
    }
    own.remove();
  }

  /** A bar left in an earlier cell goes on. */
  synchronized void wake(Progress bar) {
    if (!bar.isAsleep()) {
      return;
    }
    bar.asleep(false);
    bar.ending(null, 0);
    own.get().open.push(bar);
    keepDrawing(bar.card());
  }

  synchronized ProgressLine lineOf(Progress bar) {
    return bar.line(0, seconds.getAsDouble());
  }

  /** A bar that had no step yet waits for the first and says nothing of a stop. */
  private void putToSleep(Progress bar, Ending how) {
    bar.asleep(true);
    if (!bar.isUntouched() || how != Ending.STOPPED) {
      bar.ending(how, seconds.getAsDouble());
    }
    if (bar == bar.card().outermost()) {
      rest(bar.card());
    }
  }

  private void rest(ProgressCard card) {
    card.drawNow(seconds.getAsDouble());
    awake.remove(card);
  }

  private void rememberAsLeftEarly(Progress bar) {
    if (bar.isOf(Thread.currentThread())) {
      var leftEarly = own.get().leftEarly;
      leftEarly.add(bar);
      if (leftEarly.size() > MOST_REMEMBERED) {
        leftEarly.remove();
      }
    }
  }

  private void keepDrawing(ProgressCard card) {
    if (!awake.contains(card)) {
      awake.add(card);
    }
    if (ticking && ticker == null) {
      // Of no cell: it draws the bars of all, and an interrupt of one must not stop it.
      ticker = new Thread(null, this::keepTicking, "progress", 0, false);
      ticker.setDaemon(true);
      ticker.start();
    }
  }

  private synchronized void keepTicking() {
    try {
      while (!awake.isEmpty()) {
        wait(TICK_MS);
        tick();
      }
    } catch (InterruptedException e) {
      System.err.println("note: someone interrupted the thread that draws progress bars");
    } finally {
      ticker = null;
    }
  }
}

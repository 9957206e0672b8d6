package org.orrery.kernel.display;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * How far a piece of work is: a bar below the cell in a notebook, a line on a terminal, a line now
 * and then in a log. A step costs a few nanoseconds; drawing is done beside the work, at most ten
 * times a second, and once more at the end.
 *
 * <pre>{@code
 * for (var clip : progress(clips, "reading")) { ... }            // in a cell: closes by itself
 * try (var frames = Progress.of(1000, "frames")) {
 *   frames.step();                                               // from any thread
 *   frames.message("error %.3f".formatted(error));
 * }
 * }</pre>
 *
 * <p>A bar opened while another of the same thread is open is drawn inside it.
 */
public final class Progress implements AutoCloseable {

  /** How work came to its end. */
  public enum Ending {
    /** All is done. */
    FINISHED("finished", "✓", "#2e9e4f"),
    /** Left before its end, as by a {@code break}. */
    STOPPED("stopped", "■", "#b8860b"),
    /** Stopped by the user. */
    INTERRUPTED("interrupted", "■", "#b8860b"),
    /** Ended by an exception. */
    FAILED("failed", "✗", "#dd5566");

    private final String word;
    private final String sign;
    private final String colour;

    Ending(String word, String sign, String colour) {
      this.word = word;
      this.sign = sign;
      this.colour = colour;
    }

    String word() {
      return word;
    }

    String sign() {
      return sign;
    }

    String colour() {
      return colour;
    }
  }

  private static volatile boolean used;

  private final ProgressBoard board;
  private final String label;
  private final long total;
  private final double began;
  private final AtomicLong count = new AtomicLong();
  private final Thread opener = Thread.currentThread();
  private Thread stepper;
  private volatile String message = "";
  private volatile boolean asleep;

  // under the board's lock, but for a look at the ending
  private final Pace pace = new Pace();
  private ProgressCard card;
  private double ended;
  private volatile Ending ending;
  private volatile Supplier<String> detail = () -> "";
  private String latestDetail = "";

  Progress(ProgressBoard board, long total, String label, double began) {
    this.board = board;
    this.total = total;
    this.label = Objects.requireNonNull(label, "label");
    this.began = began;
  }

  /** Opens a bar of {@code total} steps; of unknown many when {@code total} is negative. */
  public static Progress of(long total, String label) {
    used = true;
    return Shared.BOARD.open(total, label);
  }

  /** Opens a bar of unknown many steps: it counts and tells the pace. */
  public static Progress of(String label) {
    return of(-1, label);
  }

  /** One step is done. */
  public void step() {
    step(1);
  }

  /** {@code more} steps are done. */
  public void step(long more) {
    count.addAndGet(more);
    stepped();
  }

  /** {@code done} steps are done in all. */
  public void at(long done) {
    count.set(done);
    stepped();
  }

  /** What to show behind the figures, such as a loss. */
  public void message(String text) {
    message = Objects.requireNonNull(text, "text");
  }

  /**
   * HTML to show below the bar in a notebook, such as a curve. Asked each time the bar is drawn, on
   * another thread than the work's.
   */
  public void detail(Supplier<String> html) {
    detail = Objects.requireNonNull(html, "html");
  }

  /** Ends the bar: finished if all steps are done or nobody knows how many there are. */
  @Override
  public void close() {
    end(total < 0 || count.get() >= total ? Ending.FINISHED : Ending.STOPPED);
  }

  /** Ends the bar. What happens to it later is not shown. */
  public void end(Ending how) {
    board.end(this, Objects.requireNonNull(how, "how"));
  }

  /**
   * Tells the bars of this thread that their cell has ended, for a kernel to call: those left open
   * or short of their total show it.
   */
  public static void cellEnded(Ending how) {
    if (used) {
      Shared.BOARD.cellEnded(how);
    }
  }

  @Override
  public String toString() {
    return ProgressText.of(List.of(board.lineOf(this)));
  }

  private void stepped() {
    stepper = Thread.currentThread();
    if (asleep) {
      board.wake(this);
    }
  }

  /** Made on first use. */
  private static final class Shared {
    static final ProgressBoard BOARD = ProgressBoard.live();
  }

  // ---- for the board, under its lock ------------------------------------------------------------

  ProgressLine line(int depth, double now) {
    var done = count.get();
    var seconds = (ending == null ? now : ended) - began;
    pace.observe(done, seconds);
    var perSecond = ending == null ? pace.perSecond(seconds) : seconds > 0 ? done / seconds : 0;
    return new ProgressLine(label, depth, done, total, seconds, perSecond, message, ending);
  }

  String label() {
    return label;
  }

  /** What cannot be drawn again, because it fails or its cell is interrupted, stays as it was. */
  String detail() {
    try {
      latestDetail = detail.get();
    } catch (RuntimeException e) {
      System.err.printf("note: what is shown below the bar %s stays as it was: %s%n", label, e);
      var kept = latestDetail;
      detail = () -> kept;
    } catch (Error interrupted) {
      return latestDetail;
    }
    return latestDetail;
  }

  ProgressCard card() {
    return card;
  }

  void card(ProgressCard holder) {
    card = holder;
  }

  Ending ending() {
    return ending;
  }

  void ending(Ending how, double now) {
    ending = how;
    ended = now;
  }

  /** A bar asleep is not drawn until its next step. */
  boolean isAsleep() {
    return asleep;
  }

  void asleep(boolean now) {
    asleep = now;
  }

  boolean isUntouched() {
    return count.get() == 0;
  }

  /** Whether {@code thread} opened the bar and no other works on it. */
  boolean isOf(Thread thread) {
    return opener == thread && (stepper == null || stepper == thread);
  }

  /** Whether the threads that knew of the bar have ended. */
  boolean isAbandoned() {
    return stepper != null && !stepper.isAlive() && !opener.isAlive();
  }
}

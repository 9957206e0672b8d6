package org.orrery.kernel.display;

import java.io.PrintStream;

/**
 * Bars in a log that nobody watches: a line now and then, more and more rarely, and one at the end.
 */
final class LogScreen implements ProgressScreen {

  private static final double FIRST_SECONDS = 5;
  private static final double GROWTH = 1.5;
  private static final double MOST_SECONDS = 300;

  private final PrintStream out;
  private double next = FIRST_SECONDS;
  private double pause = FIRST_SECONDS;

  LogScreen(PrintStream out) {
    this.out = out;
  }

  @Override
  public void draw(Picture picture) {
    var outermost = picture.outermost();
    if (!picture.isLast() && outermost.seconds() < next) {
      return;
    }
    pause = Math.min(MOST_SECONDS, GROWTH * pause);
    next = outermost.seconds() + pause;
    out.println(ProgressText.inOneLine(picture.lines(), Integer.MAX_VALUE));
  }
}

package org.orrery.kernel.display;

import java.util.List;

/** Where the bars of one loop, and of the loops inside it, are drawn. */
interface ProgressScreen {

  /** One state of the bars: the outermost first. */
  record Picture(List<ProgressLine> lines, String detail) {
    ProgressLine outermost() {
      return lines.get(0);
    }

    boolean isLast() {
      return outermost().ending() != null;
    }
  }

  /** Draws {@code picture} in the place of the one before. */
  void draw(Picture picture);

  /** Below this thread's cell in a notebook, otherwise on the terminal or in the log of errors. */
  static ProgressScreen here() {
    return Display.channelOfThisCell()
        .<ProgressScreen>map(NotebookScreen::new)
        .orElseGet(
            () ->
                TerminalScreen.isWatched()
                    ? new TerminalScreen(System.err, TerminalScreen.columns())
                    : new LogScreen(System.err));
  }
}

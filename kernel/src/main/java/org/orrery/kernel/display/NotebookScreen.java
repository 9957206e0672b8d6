package org.orrery.kernel.display;

import java.util.UUID;

/** Bars below the cell that opened them, whichever thread makes the steps. */
final class NotebookScreen implements ProgressScreen {

  private final DisplayChannel cell;
  private final String id = UUID.randomUUID().toString();
  private boolean displayed;

  NotebookScreen(DisplayChannel cell) {
    this.cell = cell;
  }

  @Override
  public void draw(Picture picture) {
    var bundle =
        MimeBundle.html(
            ProgressHtml.of(picture.lines(), picture.detail()), ProgressText.of(picture.lines()));
    if (displayed) {
      cell.update(id, bundle);
    } else {
      displayed = true;
      cell.display(id, bundle);
    }
  }
}

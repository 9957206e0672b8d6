package org.orrery.kernel.magic.maven;

import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.MimeBundle;

/** A line that changes in place in a notebook; elsewhere only its end is printed. */
final class ProgressLine {

  private String id;
  private String shown = "";

  void show(String line) {
    if (!Display.live() || line.isEmpty() || line.equals(shown)) {
      return;
    }
    shown = line;
    if (id == null) {
      id = Display.display(MimeBundle.text(line));
    } else {
      Display.update(id, MimeBundle.text(line));
    }
  }

  void end(String line) {
    if (Display.live() && id != null) {
      show(line);
    } else {
      System.out.println(line);
    }
  }
}

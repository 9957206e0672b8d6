package org.orrery.kernel.magic.builtin;

import java.util.Map;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.magic.MagicSet;
import org.orrery.kernel.magic.Magics;

/** Cell magics that show the cell's text as what it is: HTML, SVG, JavaScript, Markdown, LaTeX. */
public final class ShowMagics implements MagicSet {

  @Override
  public void addTo(Magics magics) {
    show(magics, "html", "text/html", "HTML; --isolated keeps its styles to itself");
    show(magics, "svg", "image/svg+xml", "an SVG picture");
    show(magics, "javascript", "application/javascript", "and runs JavaScript");
    show(magics, "js", "application/javascript", "and runs JavaScript");
    show(magics, "markdown", "text/markdown", "Markdown");
    show(magics, "latex", "text/latex", "LaTeX");
  }

  private static void show(Magics magics, String name, String mime, String what) {
    magics.cell(
        name,
        "%%" + name,
        "shows " + what,
        (call, workspace) -> {
          var bundle = MimeBundle.text(call.body().strip()).with(mime, call.body());
          var isolated = call.words().contains("--isolated");
          Display.display(isolated ? bundle.withMetadata(mime, Map.of("isolated", true)) : bundle);
          return null;
        });
  }
}

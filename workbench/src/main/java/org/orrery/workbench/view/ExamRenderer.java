package org.orrery.workbench.view;

import java.util.Optional;
import org.orrery.kernel.display.Html;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import org.orrery.workbench.physics.Exam;

/** Shows an exam as one page. Found by the kernel itself. */
public final class ExamRenderer implements Renderer {
  @Override
  public Optional<MimeBundle> render(Object value) {
    if (!(value instanceof Exam exam)) {
      return Optional.empty();
    }
    String html =
        "<div><h3>%s</h3><div style=\"opacity:.7;font:12px system-ui,sans-serif\">%s</div>%s%s%s%s</div>"
            .formatted(
                Html.escaped(exam.model()),
                Html.escaped(exam.world()),
                HorizonLines.html(exam.rollout()),
                TableRenderer.html(exam.table()),
                TableRenderer.html(exam.surprise().table()),
                "<div style=\"opacity:.7;font:12px system-ui,sans-serif\">%s</div>"
                    .formatted(Html.escaped(exam.surprise().source())));
    return Optional.of(MimeBundle.html(html, exam.toString()));
  }
}

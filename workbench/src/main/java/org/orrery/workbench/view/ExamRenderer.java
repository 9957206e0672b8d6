package org.orrery.workbench.view;

import java.util.Optional;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import org.orrery.workbench.physics.Exam;

/** Shows an exam as one page. Found by the kernel itself. */
public final class ExamRenderer implements Renderer {
  @Override
  public Optional<MimeBundle> render(Object value) {
    return value instanceof Exam exam
        ? Optional.of(MimeBundle.html(ExamHtml.body(exam), exam.toString()))
        : Optional.empty();
  }
}

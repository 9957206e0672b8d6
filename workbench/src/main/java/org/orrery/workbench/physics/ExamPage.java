package org.orrery.workbench.physics;

import java.util.ServiceLoader;

/** Draws an exam as a page. Found by {@link ServiceLoader}: who measures does not draw. */
public interface ExamPage {

  /** A whole HTML page that needs no other file. */
  String of(Exam exam);

  /** The one that is there. */
  static ExamPage found() {
    return ServiceLoader.load(ExamPage.class, ExamPage.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no page for exams was found in META-INF/services/%s: put the whole workbench on the class path"
                        .formatted(ExamPage.class.getName())));
  }
}

package org.orrery.workbench.physics;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * One section of an exam: what was measured, or why nothing was.
 *
 * <pre>{@code
 * exam.rules().applies();             // false, and then
 * exam.rules().why();                 // "not applicable, because ..."
 * exam.rules().report().verdict();
 * }</pre>
 *
 * @param <T> the report
 */
public final class ExamSection<T> {
  private final T report;
  private final String why;

  private ExamSection(T report, String why) {
    this.report = report;
    this.why = why;
  }

  static <T> ExamSection<T> of(T report) {
    return new ExamSection<>(Objects.requireNonNull(report, "report"), "");
  }

  static <T> ExamSection<T> none(String why) {
    return new ExamSection<>(null, why);
  }

  /** Whether something was measured. */
  public boolean applies() {
    return report != null;
  }

  /**
   * What was measured.
   *
   * @throws IllegalStateException if nothing was; the message says why
   */
  public T report() {
    if (report == null) {
      throw new IllegalStateException("this section of the exam is empty: " + why);
    }
    return report;
  }

  /** The reason why nothing was measured; empty if something was. */
  public String why() {
    return why;
  }

  /** What was measured, if anything was. */
  Optional<T> found() {
    return Optional.ofNullable(report);
  }

  /** The text of what was measured, or else the reason. */
  String text(Function<T, String> words) {
    return found().map(words).orElse(why);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExamSection<?> that
        && Objects.equals(report, that.report)
        && why.equals(that.why);
  }

  @Override
  public int hashCode() {
    return Objects.hash(report, why);
  }

  @Override
  public String toString() {
    return text(Object::toString);
  }
}

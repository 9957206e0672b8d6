package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.List;

/** The line on top of an exam. */
final class ExamVerdict {
  private static final double CLEAR = 0.05;

  private ExamVerdict() {}

  /** The verdict of the rules with its evidence, then what other sections have to say of it. */
  static String of(Exam exam) {
    String verdict =
        exam.rules()
            .found()
            .map(RulesReport::why)
            .orElseGet(() -> "No verdict on rules or imitation: %s.".formatted(exam.rules().why()));
    List<String> beside = new ArrayList<>();
    exam.whatIf()
        .found()
        .filter(report -> report.gain().known())
        .ifPresent(
            report ->
                beside.add(
                    "with another %s, the imagined outcome changes by %s of what it should"
                        .formatted(report.parameter(), report.gain())));
    exam.surprise().found().ifPresent(report -> beside.add(surprise(report)));
    return beside.isEmpty() ? verdict : verdict + " Beside it: " + String.join("; ", beside) + ".";
  }

  /** How many kinds surprise the model clearly more than both baselines, by margins. */
  private static String surprise(SurpriseReport report) {
    List<SurpriseReport.Row> baselines =
        report.rows().stream().filter(row -> row.marginAhead() != null).toList();
    long kinds = report.rows().stream().map(SurpriseReport.Row::kind).distinct().count();
    long behind =
        baselines.stream()
            .filter(row -> !ahead(row.marginAhead()))
            .map(SurpriseReport.Row::kind)
            .distinct()
            .count();
    return "%d of %d kinds of impossible events surprise it more than both baselines (p < %s)"
        .formatted(kinds - behind, kinds, CLEAR);
  }

  private static boolean ahead(PairedTest margins) {
    return margins.difference() > 0 && margins.p() < CLEAR;
  }
}

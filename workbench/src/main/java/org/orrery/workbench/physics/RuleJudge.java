package org.orrery.workbench.physics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.orrery.workbench.physics.RulesReport.Row;
import org.orrery.workbench.physics.RulesReport.Verdict;

/**
 * The verdict and its reasons. All of an interval has to be on one side of a limit.
 *
 * <ul>
 *   <li>A model without skill is not judged: its error in distribution is to be below half of
 *       copy-last's.
 *   <li>It follows rules if its error on what was held back is at most twice that in distribution,
 *       and fewer than half of the values land at the nearest training value.
 *   <li>It imitates if the error is more than twice, and more than half of the values land there.
 *       The slope alone is no evidence: who stands still when it is fast has one as well.
 * </ul>
 */
final class RuleJudge {
  private static final double SKILL = 0.5;
  private static final double TIMES = 2;
  private static final double HALF = 0.5;
  private static final List<String> TOGETHER =
      List.of(RuleCases.HELD, RuleCases.IN_HULL, RuleCases.OUT_OF_HULL);

  private final List<Row> rows;
  private final Row inside;
  private final Row copied;
  private final Row held;

  RuleJudge(List<Row> rows) {
    this.rows = rows;
    this.inside = row(RuleCases.INSIDE, RulesTrial.MODEL);
    this.copied = row(RuleCases.INSIDE, RulesTrial.COPY_LAST);
    this.held = row(RuleCases.HELD, RulesTrial.MODEL);
  }

  Verdict verdict() {
    if (!skilled()) {
      return Verdict.UNDECIDED;
    }
    if (held.ratio().high() <= TIMES && (held.values() == 0 || held.landed().high() < HALF)) {
      return Verdict.FOLLOWS;
    }
    boolean lands = held.values() > 0 && held.landed().low() > HALF;
    return held.ratio().low() > TIMES && lands ? Verdict.IMITATES : Verdict.UNDECIDED;
  }

  String why() {
    if (!skilled()) {
      return "Undecided: it has too little skill to be judged; its error in distribution is %s m/s, not below half of copy-last's %s m/s."
          .formatted(inside.error(), show(copied.error().value()));
    }
    String error =
        "error out of distribution is %s times that in it (%s against %s m/s)"
            .formatted(held.ratio(), show(held.error().value()), show(inside.error().value()));
    return switch (verdict()) {
      case FOLLOWS ->
          "Follows the rules: %s, at most %.0f times; %s.".formatted(error, TIMES, landed());
      case IMITATES -> "Imitates: %s, and %s%s.".formatted(error, landed(), most());
      case UNDECIDED -> "Undecided: %s, %s; %s.".formatted(error, reach(), landed());
    };
  }

  private boolean skilled() {
    return inside.error().high() < SKILL * copied.error().value();
  }

  private String reach() {
    if (held.ratio().low() > TIMES) {
      return "too much for a rule";
    }
    return held.ratio().high() <= TIMES
        ? "at most %.0f times".formatted(TIMES)
        : "an interval with %.0f in it".formatted(TIMES);
  }

  private String landed() {
    return held.values() == 0
        ? "no drift can be read off the frames"
        : "%s of %d values end at the nearest training case (slope %s, 1 being all the way)"
            .formatted(percent(held.landed()), held.values(), held.drift());
  }

  /** The part of which most values land. */
  private String most() {
    return rows.stream()
        .filter(row -> row.forecaster().equals(RulesTrial.MODEL) && row.landed().known())
        .filter(row -> !TOGETHER.contains(row.part()))
        .max(Comparator.comparingDouble(row -> row.landed().value()))
        .map(row -> "; most in \"%s\", %s".formatted(row.part(), percent(row.landed())))
        .orElse("");
  }

  private Row row(String part, String forecaster) {
    return rows.stream()
        .filter(row -> row.part().equals(part) && row.forecaster().equals(forecaster))
        .findFirst()
        .orElseThrow();
  }

  private static String percent(Estimate share) {
    return String.format(
        Locale.ROOT,
        "%.0f %% [%.0f, %.0f]",
        100 * share.value(),
        100 * share.low(),
        100 * share.high());
  }

  private static String show(double error) {
    return String.format(Locale.ROOT, error < 0.1 ? "%.4f" : "%.2f", error);
  }
}

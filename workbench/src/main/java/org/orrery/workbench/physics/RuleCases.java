package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.orrery.workbench.probes.Bootstrap;

/** What all forecasters made of all clips, and the figures of it. */
final class RuleCases {
  static final String INSIDE = "in distribution";
  static final String IN_HULL = "in hull";
  static final String OUT_OF_HULL = "out of hull";
  static final String HELD = "all held back";

  private record Entry(String part, boolean inHull, RuleCase made) {
    boolean held() {
      return !part.equals(INSIDE);
    }
  }

  private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
  private final Set<String> parts = new LinkedHashSet<>();

  RuleCases(Collection<String> forecasters) {
    forecasters.forEach(name -> entries.put(name, new ArrayList<>()));
  }

  void add(String part, boolean inHull, String forecaster, RuleCase made) {
    parts.add(part);
    entries.get(forecaster).add(new Entry(part, inHull, made));
  }

  /** A row a part and forecaster, the parts one by one and then together. */
  List<RulesReport.Row> rows() {
    Map<String, Predicate<Entry>> groups = new LinkedHashMap<>();
    parts.forEach(part -> groups.put(part, entry -> entry.part.equals(part)));
    groups.put(IN_HULL, entry -> entry.held() && entry.inHull);
    groups.put(OUT_OF_HULL, entry -> entry.held() && !entry.inHull);
    groups.put(HELD, Entry::held);
    List<RulesReport.Row> rows = new ArrayList<>();
    groups.forEach(
        (part, group) ->
            entries.forEach(
                (forecaster, all) -> {
                  if (all.stream().anyMatch(group)) {
                    rows.add(row(part, forecaster, group));
                  }
                }));
    return rows;
  }

  private RulesReport.Row row(String part, String forecaster, Predicate<Entry> group) {
    List<RuleCase> cases = cases(forecaster, group);
    double[] errors = values(cases, made -> made.error().perFrame());
    List<List<RuleCase.Drift>> drifts = cases.stream().map(RuleCase::drifts).toList();
    int count = drifts.stream().mapToInt(List::size).sum();
    return new RulesReport.Row(
        part,
        forecaster,
        cases.size(),
        Estimate.ofMean(errors),
        Estimate.ofMean(values(cases, made -> made.error().ofMean())),
        part.equals(INSIDE) ? Estimate.NONE : ratio(forecaster, errors, floor(group)),
        count == 0 ? Estimate.NONE : Estimate.of(cases.size(), at -> slope(drifts, at)),
        count == 0 ? Estimate.NONE : Estimate.of(cases.size(), at -> landed(drifts, at)),
        count,
        cases.stream().mapToDouble(made -> made.error().lost()).average().orElseThrow());
  }

  /** Over the error in distribution; what is below the instrument's own error counts as that. */
  private Estimate ratio(String forecaster, double[] errors, double floor) {
    double[] inside = values(cases(forecaster, inside()), made -> made.error().perFrame());
    double least = Math.max(floor, floor(inside()));
    return Estimate.ofTwo(
        errors.length,
        inside.length,
        (outer, inner) ->
            Math.max(least, Bootstrap.mean(errors, outer))
                / Math.max(least, Bootstrap.mean(inside, inner)));
  }

  private double floor(Predicate<Entry> group) {
    return cases(RulesTrial.INSTRUMENT, group).stream()
        .mapToDouble(made -> made.error().perFrame())
        .average()
        .orElseThrow();
  }

  private List<RuleCase> cases(String forecaster, Predicate<Entry> group) {
    return entries.get(forecaster).stream().filter(group).map(Entry::made).toList();
  }

  private static Predicate<Entry> inside() {
    return entry -> !entry.held();
  }

  private static double[] values(List<RuleCase> cases, ToDoubleFunction<RuleCase> figure) {
    return cases.stream().mapToDouble(figure).toArray();
  }

  /** Least squares through the origin. */
  private static double slope(List<List<RuleCase.Drift>> drifts, int[] chosen) {
    double both = 0;
    double square = 0;
    for (int i : chosen) {
      for (RuleCase.Drift drift : drifts.get(i)) {
        if (!Double.isNaN(drift.moved())) {
          both += drift.moved() * drift.nearest();
          square += drift.nearest() * drift.nearest();
        }
      }
    }
    return both / square;
  }

  private static double landed(List<List<RuleCase.Drift>> drifts, int[] chosen) {
    double landed = 0;
    int n = 0;
    for (int i : chosen) {
      for (RuleCase.Drift drift : drifts.get(i)) {
        landed += drift.landed() ? 1 : 0;
        n++;
      }
    }
    return landed / n;
  }
}

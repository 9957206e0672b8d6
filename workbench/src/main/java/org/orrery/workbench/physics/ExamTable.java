package org.orrery.workbench.physics;

import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** An exam's figures, one a row. */
final class ExamTable {
  private static final double[] NONE = {Double.NaN, Double.NaN};

  private final Exam exam;
  private final Table table;

  ExamTable(Exam exam) {
    this.exam = exam;
    table =
        Table.create(
            exam.model(),
            StringColumn.create("measure"),
            DoubleColumn.create("value"),
            DoubleColumn.create("low"),
            DoubleColumn.create("high"));
  }

  Table table() {
    RolloutReport rollout = exam.rollout();
    for (int h : horizons(rollout.horizons())) {
      add("centre error px at " + h, rollout.model().centre(), h);
      add("PSNR dB at " + h, rollout.model().psnr(), h);
      add("SSIM at " + h, rollout.model().ssim(), h);
      add(
          "latent error over copy-last at " + h,
          rollout.latentRatio(h),
          rollout.latentRatioInterval(h));
    }
    add("valid prediction time, frames", rollout.validTime(), rollout.validTimeInterval());
    add("growth of the latent error, 1/frame", rollout.growth(), rollout.growthInterval());
    ranking(exam.ranking());
    add("effective rank", rollout.effectiveRank(), NONE);
    add("straightness, true latents", rollout.straightness(), NONE);
    add("straightness, imagined latents", rollout.imaginedStraightness(), NONE);
    exam.surprise().found().ifPresent(this::surprise);
    exam.conservation().found().ifPresent(this::conservation);
    exam.permanence()
        .found()
        .ifPresent(
            ledger -> {
              add("imagined clips with a fault", ledger.imagined(), ledger.interval());
              add("true clips with a fault", ledger.truth(), NONE);
            });
    exam.rules().found().ifPresent(this::rules);
    exam.whatIf()
        .found()
        .ifPresent(
            report ->
                add(
                    "gain of %s on %s".formatted(report.outcome(), report.parameter()),
                    report.gain()));
    exam.physicsIq().found().ifPresent(report -> add("Physics-IQ", report.score()));
    exam.scene().found().ifPresent(this::scene);
    return table;
  }

  private void surprise(SurpriseReport report) {
    report.rows().stream()
        .filter(row -> row.watcher().equals("model"))
        .forEach(row -> add("surprise, relative, " + row.kind(), row.interval()));
  }

  private void conservation(Conservation report) {
    for (ConservedQuantity quantity : report.quantities()) {
      int h = quantity.lastHorizon();
      add("drift of %s at %d".formatted(quantity.name(), h), quantity.imagined(), h);
      add("drift of %s at %d, true frames".formatted(quantity.name(), h), quantity.truth(), h);
    }
  }

  private void rules(RulesReport report) {
    RulesReport.Row inside = report.row(RuleCases.INSIDE, RulesTrial.MODEL);
    RulesReport.Row held = report.row(RuleCases.HELD, RulesTrial.MODEL);
    add("velocity error m/s, in distribution", inside.error());
    add("velocity error m/s, held back", held.error());
    add("velocity error, held back over in distribution", held.ratio());
    add("held-back values at the nearest training case", held.landed());
  }

  private void scene(SceneReport report) {
    for (SceneReport.Row row : report.rows()) {
      add("%s, %s".formatted(row.check(), row.unit()), row.imagined());
      add("%s, %s, true frames".formatted(row.check(), row.unit()), row.truth());
    }
  }

  private void ranking(Ranking ranking) {
    for (int h : new int[] {1, 5, 10}) {
      if (h <= ranking.steps()) {
        add("H@1 at " + h, ranking.hits(1, h), ranking.hitsInterval(1, h));
        add("MRR at " + h, ranking.meanReciprocalRank(h), ranking.meanReciprocalRankInterval(h));
      }
    }
  }

  private static int[] horizons(int last) {
    return IntStream.of(1, 8, 24).filter(h -> h <= last).toArray();
  }

  private void add(String name, HorizonCurve curve, int horizon) {
    add(name, curve.value(horizon), curve.interval(horizon));
  }

  private void add(String name, Estimate figure) {
    add(name, figure.value(), new double[] {figure.low(), figure.high()});
  }

  private void add(String name, double value, double[] ends) {
    table.stringColumn(0).append(name);
    table.doubleColumn(1).append(value);
    table.doubleColumn(2).append(ends[0]);
    table.doubleColumn(3).append(ends[1]);
  }
}

package org.orrery.workbench.physics;

import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An exam as JSON: every figure, of every clip where there is one. */
final class ExamJson {
  /** 2: a section that does not apply is left out; rules and what follows are new. */
  static final int VERSION = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  private ExamJson() {}

  static String of(Exam exam) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    root.put("model", exam.model()).put("world", exam.world());
    root.put("verdict", exam.verdict());
    strings(root.putObject("provenance"), exam.provenance());
    exam.plan().found().ifPresent(plan -> PlanJson.write(root.putObject(PlanJson.NAME), plan));
    strings(root.putObject("not applicable"), exam.notApplicable());
    table(root.putArray("table"), exam.table());
    rollout(root.putObject("rollout"), exam.rollout());
    ranking(root.putObject("ranking"), exam.ranking());
    numbers(root.putArray("error over copy-last"), exam.errors());
    exam.surprise().found().ifPresent(report -> surprise(root.putObject("surprise"), report));
    exam.conservation()
        .found()
        .ifPresent(report -> conservation(root.putObject("conservation"), report));
    exam.permanence().found().ifPresent(report -> permanence(root.putObject("permanence"), report));
    exam.rules().found().ifPresent(report -> RulesJson.write(root.putObject("rules"), report));
    exam.whatIf().found().ifPresent(report -> WhatIfJson.write(root.putObject("what if"), report));
    exam.physicsIq().found().ifPresent(report -> takes(root.putObject("Physics-IQ"), report));
    exam.scene()
        .found()
        .ifPresent(report -> scene(root.putObject("mirror, shadow and joints"), report));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void rollout(ObjectNode node, RolloutReport rollout) {
    node.put("given", rollout.given()).put("imagined", rollout.horizons());
    curves(node.putObject("model"), rollout.model());
    curves(node.putObject("copy-last"), rollout.copyLast());
    numbers(node.putArray("lost"), rollout.lost());
    node.put("centre floor px", rollout.floor()).put("spread of latents", rollout.spread());
    node.put("effective rank", rollout.effectiveRank());
    node.put("straightness", rollout.straightness());
    node.put("straightness, imagined", rollout.imaginedStraightness());
    figure(node, "valid prediction time", rollout.validTime(), rollout.validTimeInterval());
    node.put("valid prediction time, copy-last", rollout.copyLastValidTime());
    numbers(
        node.putArray("valid prediction time, each"), rollout.model().validTimes(rollout.spread()));
    figure(node, "growth", rollout.growth(), rollout.growthInterval());
  }

  private static void curves(ObjectNode node, RolloutCurves curves) {
    curve(node, curves.centre());
    curve(node, curves.psnr());
    curve(node, curves.ssim());
    curve(node, curves.latent());
  }

  private static void curve(ObjectNode node, HorizonCurve curve) {
    ObjectNode one = node.putObject(curve.name());
    one.put("unit", curve.unit()).put("over clips", curve.median() ? "median" : "mean");
    numbers(one.putArray("value"), curve.values());
    double[][] ends = curve.intervals();
    numbers(one.putArray("low"), ends[0]);
    numbers(one.putArray("high"), ends[1]);
    ArrayNode each = one.putArray("each");
    for (double[] row : curve.each()) {
      numbers(each.addArray(), row);
    }
  }

  private static void ranking(ObjectNode node, Ranking ranking) {
    int[] steps = IntStream.rangeClosed(1, ranking.steps()).toArray();
    node.put("states", ranking.states());
    numbers(
        node.putArray("H@1"), IntStream.of(steps).mapToDouble(s -> ranking.hits(1, s)).toArray());
    numbers(
        node.putArray("MRR"),
        IntStream.of(steps).mapToDouble(ranking::meanReciprocalRank).toArray());
  }

  private static void surprise(ObjectNode node, SurpriseReport report) {
    node.put("source", report.source());
    table(node.putArray("rows"), report.table());
  }

  private static void takes(ObjectNode node, TakesReport report) {
    node.put("clips", report.clips()).put("takes alike", report.takesAlike());
    estimate(node, "score", report.score());
    table(node.putArray("measures"), report.table());
  }

  private static void scene(ObjectNode node, SceneReport report) {
    for (SceneReport.Row row : report.rows()) {
      ObjectNode one = node.putObject(row.check());
      one.put("unit", row.unit()).put("clips", row.judged()).put("lost", row.lost());
      estimate(one, "imagined", row.imagined());
      estimate(one, "true frames", row.truth());
    }
  }

  private static void conservation(ObjectNode node, Conservation conservation) {
    node.put("text", conservation.text());
    ObjectNode quantities = node.putObject("quantities");
    for (ConservedQuantity quantity : conservation.quantities()) {
      ObjectNode one = quantities.putObject(quantity.name());
      one.put("unit", quantity.unit());
      one.put("squared error", quantity.squaredError());
      one.put("squared error, floor", quantity.squaredFloor());
      curve(one.putObject("imagined"), quantity.imagined());
      curve(one.putObject("true frames"), quantity.truth());
    }
  }

  private static void permanence(ObjectNode node, PermanenceLedger ledger) {
    node.put("clips", ledger.clips()).put("unjudged", ledger.unjudged());
    figure(node, "imagined clips with a fault", ledger.imagined(), ledger.interval());
    node.put("true clips with a fault", ledger.truth());
    table(node.putArray("flags"), ledger.table());
    ledger
        .instrument()
        .ifPresent(
            found -> {
              node.put("clean clips watched", found.clean());
              node.put("clean clips flagged", found.cleanFlagged());
              table(node.putArray("injected faults"), found.table());
            });
  }

  static void estimate(ObjectNode node, String name, Estimate figure) {
    figure(node, name, figure.value(), new double[] {figure.low(), figure.high()});
  }

  private static void figure(ObjectNode node, String name, double value, double[] ends) {
    node.putObject(name).put("value", value).put("low", ends[0]).put("high", ends[1]);
  }

  private static void strings(ObjectNode node, Map<String, String> values) {
    values.forEach(node::put);
  }

  private static void numbers(ArrayNode node, double[] values) {
    for (double value : values) {
      node.add(value);
    }
  }

  private static void table(ArrayNode node, Table table) {
    for (int row = 0; row < table.rowCount(); row++) {
      ObjectNode one = node.addObject();
      for (int column = 0; column < table.columnCount(); column++) {
        String name = table.column(column).name();
        Object value = table.get(row, column);
        if (value instanceof Number number) {
          one.put(name, number.doubleValue());
        } else {
          one.put(name, value == null ? "" : value.toString());
        }
      }
    }
  }
}

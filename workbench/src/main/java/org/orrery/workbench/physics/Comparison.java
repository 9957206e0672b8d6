package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Exams side by side; a figure that one of them has not is missing there. */
final class Comparison {
  private static final int MIDDLE = 8;

  private Comparison() {}

  static Table of(List<Exam> exams) {
    if (exams.size() < 2) {
      throw new IllegalArgumentException(
          "a comparison needs two exams or more; received " + exams.size());
    }
    Exam first = exams.get(0);
    Set<String> measures = new LinkedHashSet<>();
    exams.forEach(exam -> measures.addAll(exam.table().stringColumn("measure").asList()));
    List<String> names = new ArrayList<>(measures);
    int horizon = exams.stream().mapToInt(exam -> exam.rollout().horizons()).min().orElse(1);
    int h = Math.min(MIDDLE, horizon);
    for (String measure : List.of("latent error", "SSIM at " + h)) {
      names.add(measure + " against the first, effect size");
      names.add(measure + " against the first, p");
    }
    Table table = Table.create("exams", StringColumn.create("measure", names));
    for (int i = 0; i < exams.size(); i++) {
      Map<String, Double> figures = figures(exams.get(i).table());
      List<Double> values = new ArrayList<>();
      measures.forEach(measure -> values.add(figures.getOrDefault(measure, Double.NaN)));
      Exam exam = exams.get(i);
      List<PairedTest> tests =
          List.of(exam.against(first), PairedTest.of(similarity(exam, h), similarity(first, h)));
      for (PairedTest test : tests) {
        values.add(test.effect());
        values.add(test.p());
      }
      table.addColumns(DoubleColumn.create((i + 1) + " " + exams.get(i).model(), values));
    }
    return table;
  }

  /** Of every clip at a horizon. */
  private static double[] similarity(Exam exam, int horizon) {
    return exam.rollout().model().ssim().each()[horizon - 1];
  }

  private static Map<String, Double> figures(Table table) {
    Map<String, Double> figures = new HashMap<>();
    for (int row = 0; row < table.rowCount(); row++) {
      figures.put(table.stringColumn(0).get(row), table.doubleColumn(1).getDouble(row));
    }
    return figures;
  }
}

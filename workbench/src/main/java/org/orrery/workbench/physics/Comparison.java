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
    names.add("latent error against the first, effect size");
    names.add("latent error against the first, p");
    Table table = Table.create("exams", StringColumn.create("measure", names));
    for (int i = 0; i < exams.size(); i++) {
      Map<String, Double> figures = figures(exams.get(i).table());
      List<Double> values = new ArrayList<>();
      measures.forEach(measure -> values.add(figures.getOrDefault(measure, Double.NaN)));
      PairedTest test = exams.get(i).against(first);
      values.add(test.effect());
      values.add(test.p());
      table.addColumns(DoubleColumn.create((i + 1) + " " + exams.get(i).model(), values));
    }
    return table;
  }

  private static Map<String, Double> figures(Table table) {
    Map<String, Double> figures = new HashMap<>();
    for (int row = 0; row < table.rowCount(); row++) {
      figures.put(table.stringColumn(0).get(row), table.doubleColumn(1).getDouble(row));
    }
    return figures;
  }
}

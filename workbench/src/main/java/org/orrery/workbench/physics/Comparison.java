package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Exams side by side. */
final class Comparison {
  private Comparison() {}

  static Table of(List<Exam> exams) {
    if (exams.size() < 2) {
      throw new IllegalArgumentException(
          "a comparison needs two exams or more; received " + exams.size());
    }
    Exam first = exams.get(0);
    List<String> names = new ArrayList<>(first.table().stringColumn("measure").asList());
    names.add("latent error against the first, effect size");
    names.add("latent error against the first, p");
    Table table = Table.create("exams", StringColumn.create("measure", names));
    for (int i = 0; i < exams.size(); i++) {
      List<Double> values = new ArrayList<>(exams.get(i).table().doubleColumn("value").asList());
      PairedTest test = exams.get(i).against(first);
      values.add(test.effect());
      values.add(test.p());
      table.addColumns(DoubleColumn.create((i + 1) + " " + exams.get(i).model(), values));
    }
    return table;
  }
}

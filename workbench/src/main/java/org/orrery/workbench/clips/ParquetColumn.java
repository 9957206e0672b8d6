package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * One column of a Parquet file: numbers or texts, one or a list of them in a row.
 *
 * @param name the column's name
 * @param list whether a row holds a list
 * @param numbers all numbers, or none in a column of texts
 * @param texts all texts, or none in a column of numbers
 * @param starts where each row starts among them, and where the last one ends
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ParquetColumn(
    String name, boolean list, double[] numbers, List<String> texts, int[] starts) {

  static ParquetColumn ofNumbers(String name, double... numbers) {
    int[] starts = new int[numbers.length + 1];
    Arrays.setAll(starts, i -> i);
    return new ParquetColumn(name, false, numbers, List.of(), starts);
  }

  /** A list of {@code k} numbers in every row. */
  static ParquetColumn ofLists(String name, double[] numbers, int k) {
    int[] starts = new int[numbers.length / k + 1];
    Arrays.setAll(starts, i -> i * k);
    return new ParquetColumn(name, true, numbers, List.of(), starts);
  }

  static ParquetColumn ofTexts(String name, boolean list, List<String> texts) {
    int[] starts = new int[texts.size() + 1];
    Arrays.setAll(starts, i -> i);
    return new ParquetColumn(name, list, new double[0], texts, starts);
  }

  int rows() {
    return starts.length - 1;
  }

  boolean isText() {
    return !texts.isEmpty();
  }

  /** The only number of a row. */
  double number(int row) throws IOException {
    if (row >= rows()) {
      throw new IOException("column %s has %d rows; row %d is needed".formatted(name, rows(), row));
    }
    if (isText() || starts[row + 1] - starts[row] != 1) {
      throw new IOException("column %s, row %d: one number is needed".formatted(name, row));
    }
    return numbers[starts[row]];
  }

  /** The numbers of rows {@code from} to {@code to}, each as many as the first. */
  double[] numbers(int from, int to) throws IOException {
    if (to > rows()) {
      throw new IOException("column %s has %d rows; %d are needed".formatted(name, rows(), to));
    }
    int k = starts[from + 1] - starts[from];
    for (int row = from; row < to; row++) {
      if (starts[row + 1] - starts[row] != k) {
        throw new IOException(
            "column %s has %d numbers in row %d and %d in row %d"
                .formatted(name, k, from, starts[row + 1] - starts[row], row));
      }
    }
    return Arrays.copyOfRange(numbers, starts[from], starts[to]);
  }
}

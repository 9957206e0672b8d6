package org.orrery.kernel.shell;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * Evaluates sample cells while the author reads or writes, so that the JVM has compiled javac's own
 * code by the time a cell is run: the first cell of 40 lines takes 50 ms then in place of 180. What
 * the samples declare stays apart and is let go of at the end.
 */
final class WarmUp {

  private static final int ROUNDS = 60;
  private static final long QUIET_MILLIS = 400;

  private static final List<String> SAMPLES =
      List.of(
          "1 + 1",
          "var list = new ArrayList<>(List.of(3, 1, 2));\nCollections.sort(list);\nlist",
          "int n = list.size();\nString text = \"n = \" + n;",
          """
          record Pair(double x, double y) { double norm() { return Math.hypot(x, y); } }
          class Walk%d {
            final List<Pair> pairs = new ArrayList<>();
            void to(Pair p) { if (p.x() >= 0) { pairs.add(p); } else { throw new IllegalArgumentException(); } }
          }
          int square(int n) { return n * n; }
          var walk = new Walk%d();
          for (int i = 0; i < 10; i++) { walk.to(new Pair(i, square(i))); }
          int passed = 0;
          while (passed < 10) { passed++; }
          Map<Boolean, Long> counts = walk.pairs.stream()
              .collect(Collectors.groupingBy(p -> p.norm() > 5, TreeMap::new, Collectors.counting()));
          String joined = walk.pairs.stream().map(p -> "" + p.x()).collect(Collectors.joining(", "));
          joined.length() + counts.size()
          """);

  private final CellEvaluation evaluation;
  private final LongSupplier quietMillis;

  /**
   * @param evaluation of a scope of its own
   * @param quietMillis for how long no cell has run
   */
  WarmUp(CellEvaluation evaluation, LongSupplier quietMillis) {
    this.evaluation = evaluation;
    this.quietMillis = quietMillis;
  }

  /** Goes through the samples, one whenever nothing else has run for a while. */
  void run() {
    try {
      for (int round = 0; round < ROUNDS; round++) {
        for (var sample : SAMPLES) {
          awaitQuiet();
          var cell = new Cell(0, sample.replace("%d", "" + round % 2));
          var interruption = Interruption.enter(cell);
          try {
            evaluation.run(cell, interruption);
          } finally {
            interruption.leave();
          }
        }
      }
    } catch (CompileFailedException | ThrownByCellException e) {
      throw new IllegalStateException("a sample cell fails: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the kernel ends
    } finally {
      evaluation.forgetEverything();
    }
  }

  private void awaitQuiet() throws InterruptedException {
    for (var quiet = quietMillis.getAsLong();
        quiet < QUIET_MILLIS;
        quiet = quietMillis.getAsLong()) {
      Thread.sleep(QUIET_MILLIS - Math.max(0, quiet));
    }
  }
}

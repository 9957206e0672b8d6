package org.orrery.kernel.session;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Lets the JVM compile what every cell passes through, the messages, their threads, javac and the
 * loading of classes, before an author waits for it: in the JVM's first, slow code an answer takes
 * three times as long. It does so by running sample cells, in a {@link Rehearsal} of this kernel.
 */
record WarmUp(Cells cells, PrintStream log) implements Runnable {

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

  @Override
  public void run() {
    cells.used(); // the author's first cell may be on its way
    try {
      awaitQuiet();
      try (var rehearsal = Rehearsal.of(cells.apart(), log)) {
        for (int round = 0; round < ROUNDS; round++) {
          for (var sample : SAMPLES) {
            awaitQuiet();
            rehearsal.execute(sample.replace("%d", "" + round % 2));
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the kernel ends
    } catch (IllegalStateException | UncheckedIOException e) {
      log.println(
          "orrery kernel: the first cells will be slower than they could: " + e.getMessage());
    }
  }

  /** Waits until no cell of the author has run for a while. */
  private void awaitQuiet() throws InterruptedException {
    for (var quiet = cells.quietMillis(); quiet < QUIET_MILLIS; quiet = cells.quietMillis()) {
      Thread.sleep(QUIET_MILLIS - Math.max(0, quiet));
    }
  }
}

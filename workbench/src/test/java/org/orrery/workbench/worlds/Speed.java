package org.orrery.workbench.worlds;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * Frames a second that each world makes on one core, at 64 x 64, by the time that the thread had a
 * core: the median of five rounds after one to warm up. Not a test: {@code main} prints a table.
 */
final class Speed {
  private static final double ROUND = 0.7;

  private Speed() {}

  public static void main(String[] names) {
    System.out.println("| world | frames a second |\n|---|---|");
    for (World world : Worlds.all()) {
      if (names.length == 0 || List.of(names).contains(world.name())) {
        double[] rounds = new double[6];
        for (int i = 0; i < rounds.length; i++) {
          rounds[i] = rate(world, i);
        }
        Arrays.sort(rounds, 1, rounds.length);
        System.out.printf("| %s | %,.0f |%n", world.name(), rounds[3]);
      }
    }
  }

  private static double rate(World world, int seed) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    int frames = 0;
    double seconds = 0;
    for (int i = 0; seconds < ROUND; i++) {
      frames += world.generate(seed, i).frames();
      seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
    }
    return frames / seconds;
  }
}

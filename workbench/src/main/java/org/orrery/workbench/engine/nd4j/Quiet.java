package org.orrery.workbench.engine.nd4j;

import java.io.PrintStream;

/**
 * Runs SameDiff's differentiation without its chatter: it prints a line for each operation straight
 * to {@code System.out}, which a notebook would show. Only those lines of this thread are dropped;
 * whatever else anyone prints meanwhile passes through.
 */
final class Quiet {
  private static final String CHATTER = "Added differentiated op";

  private Quiet() {}

  static synchronized void run(Runnable work) {
    PrintStream before = System.out;
    Thread self = Thread.currentThread();
    PrintStream filtered =
        new PrintStream(before, true) {
          @Override
          public void println(String line) {
            if (Thread.currentThread() != self || line == null || !line.startsWith(CHATTER)) {
              before.println(line);
            }
          }
        };
    System.setOut(filtered);
    try {
      work.run();
    } finally {
      if (System.out == filtered) {
        System.setOut(before);
      }
    }
  }
}

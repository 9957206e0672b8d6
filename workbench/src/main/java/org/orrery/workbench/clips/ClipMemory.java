package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.function.Supplier;

/**
 * How much memory one clip may take: three quarters of the heap, so that a file which is too large
 * is one broken clip and not the end of the pass.
 *
 * @param heap the most bytes that the heap may grow to
 */
record ClipMemory(long heap) {

  static ClipMemory ofThisJvm() {
    return new ClipMemory(Runtime.getRuntime().maxMemory());
  }

  /** The most bytes that a clip may take. */
  long most() {
    return heap / 4 * 3;
  }

  /** Refuses what does not fit; {@code what} opens the sentence, such as "its 900 frames". */
  void refuseMoreThanFits(double bytes, Supplier<String> what) throws IOException {
    if (bytes > most()) {
      throw new IOException(
          "%s take %.0f bytes; a clip may take %d, three quarters of this JVM's heap: %s"
              .formatted(what.get(), bytes, most(), advice()));
    }
  }

  /** Runs what reads a file; memory or stack that gives out is a fault of that file alone. */
  <T> T within(Step<T> reading) throws IOException {
    try {
      return reading.run();
    } catch (OutOfMemoryError e) {
      throw new IOException(
          "memory gave out while it was read (%s); this JVM's heap has %d bytes: %s"
              .formatted(e.getMessage(), heap, advice()),
          e);
    } catch (StackOverflowError e) {
      throw new IOException("it is nested too deeply to be read; the file is broken", e);
    }
  }

  private static String advice() {
    return "read it smaller with Reading.all().fit(height, width), fewer frames with"
        + " .frames(from, to) or .stride(n), without colours with .grey(), or start Java with more"
        + " (-Xmx)";
  }

  /** Something that is read. */
  @FunctionalInterface
  interface Step<T> {
    T run() throws IOException;
  }
}

package org.orrery.kernel.magic;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a piece of code prints. */
public final class Printed {

  /** What prints. */
  public interface Code {
    void run() throws Exception;
  }

  private Printed() {}

  /** What {@code code} prints to {@code System.out} and {@code System.err}. */
  public static String by(Code code) throws Exception {
    var out = System.out;
    var err = System.err;
    var bytes = new ByteArrayOutputStream();
    var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    try {
      code.run();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

package org.orrery.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code System.in} as cells see it: when it runs dry, the reader of the notebook is asked for a
 * line.
 */
final class CellInput extends InputStream {

  private final Questions questions;
  private byte[] line = new byte[0];
  private int next;

  CellInput(Questions questions) {
    this.questions = questions;
  }

  @Override
  public synchronized int read() throws IOException {
    fill();
    return line[next++] & 0xff;
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    fill();
    var count = Math.min(length, line.length - next);
    System.arraycopy(line, next, into, offset, count);
    next += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return line.length - next;
  }

  private void fill() throws IOException {
    if (next == line.length) {
      line = (questions.ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
      next = 0;
    }
  }
}

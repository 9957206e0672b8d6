package org.orrery.kernel.session;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Where the kernel's own errors go: to whoever started it, never below a cell. */
final class KernelLog extends OutputStream {

  private volatile OutputStream target;

  private KernelLog(OutputStream target) {
    this.target = target;
  }

  static KernelLog over(PrintStream stream) {
    return new KernelLog(stream);
  }

  PrintStream stream() {
    return new PrintStream(this, true);
  }

  /** Writes to {@code other} from now on. */
  void redirect(OutputStream other) {
    target = other;
  }

  @Override
  public void write(int oneByte) throws IOException {
    target.write(oneByte);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    target.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }
}

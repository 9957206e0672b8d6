package org.orrery.kernel.session;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code System.out} and {@code System.err} as cells see them: what a thread prints goes to the
 * cell it belongs to. Installed once and for good, so that nothing printed between two cells is
 * lost.
 */
final class Streams {

  private Streams() {}

  static void install(IoPub iopub, CellContext context) {
    System.setOut(stream("stdout", iopub, context, System.out));
    System.setErr(stream("stderr", iopub, context, System.err));
  }

  private static PrintStream stream(
      String name, IoPub iopub, CellContext context, PrintStream original) {
    return new PrintStream(
        new ToCell(name, iopub, context, original), true, StandardCharsets.UTF_8);
  }

  private static final class ToCell extends OutputStream {

    private final CellContext context;
    private final PrintStream original;
    private final Utf8Printer printer;

    ToCell(String name, IoPub iopub, CellContext context, PrintStream original) {
      this.context = context;
      this.original = original;
      this.printer = new Utf8Printer(name, iopub);
    }

    @Override
    public void write(int oneByte) {
      write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      var parent = context.parent();
      if (parent.isEmpty()) { // before the first cell: for whoever started the kernel
        original.write(bytes, offset, length);
        original.flush();
        return;
      }
      printer.print(parent.get(), bytes, offset, length);
    }
  }
}

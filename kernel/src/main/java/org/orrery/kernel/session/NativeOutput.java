package org.orrery.kernel.session;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * What native code and child processes print past {@code System.out}: shown below the latest cell,
 * as nothing tells which cell's thread it was. On Linux and macOS; elsewhere it goes to where the
 * kernel's output goes.
 */
final class NativeOutput {

  private final IoPub iopub;
  private final CellContext context;
  private final KernelLog log;
  private volatile List<CapturedDescriptor> captured = List.of();

  NativeOutput(IoPub iopub, CellContext context, KernelLog log) {
    this.iopub = iopub;
    this.context = context;
    this.log = log;
  }

  /** Begins to capture; the kernel's log goes on to where the process's errors went before. */
  void capture() {
    try {
      if (!LibC.isKnownHere()) {
        log.stream().println("orrery kernel: output of native code is not shown on this system");
        return;
      }
      LibC.setvbuf(LibC.stdout(), null, LibC.UNBUFFERED, 0); // or it would come cells later
      var out = CapturedDescriptor.of(1, original -> new ToLatestCell("stdout", original));
      var err = CapturedDescriptor.of(2, original -> new ToLatestCell("stderr", original));
      log.redirect(err.original());
      captured = List.of(out, err);
    } catch (LinkageError | RuntimeException e) {
      tell(log.stream(), e);
    }
  }

  private static void tell(PrintStream log, Throwable e) {
    log.println("orrery kernel: output of native code is not shown: " + e);
  }

  /** Publishes what native code has printed so far. */
  void drain() {
    for (var descriptor : captured) {
      descriptor.drain();
    }
  }

  /** Leads native output to where it went before. */
  void release() {
    captured.forEach(CapturedDescriptor::release);
  }

  private final class ToLatestCell extends OutputStream {

    private final Utf8Printer printer;
    private final OutputStream original;

    ToLatestCell(String name, OutputStream original) {
      this.printer = new Utf8Printer(name, iopub);
      this.original = original;
    }

    @Override
    public void write(int oneByte) throws IOException {
      write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      var latest = context.latest();
      if (latest.isPresent()) {
        printer.print(latest.get().header(), bytes, offset, length);
      } else {
        original.write(bytes, offset, length);
      }
    }
  }
}

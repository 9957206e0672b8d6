package org.orrery.kernel.session;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
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

    private final String name;
    private final IoPub iopub;
    private final CellContext context;
    private final PrintStream original;
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    /** The first bytes of a character whose last bytes are still to come. */
    private ByteBuffer cut = ByteBuffer.allocate(0);

    ToCell(String name, IoPub iopub, CellContext context, PrintStream original) {
      this.name = name;
      this.iopub = iopub;
      this.context = context;
      this.original = original;
    }

    @Override
    public void write(int oneByte) {
      write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      var parent = context.current();
      if (parent.isEmpty()) { // before the first cell: for whoever started the kernel
        original.write(bytes, offset, length);
        original.flush();
        return;
      }
      var text = decode(bytes, offset, length);
      if (!text.isEmpty()) {
        iopub.print(name, parent.get(), text);
      }
    }

    private synchronized String decode(byte[] bytes, int offset, int length) {
      var all = ByteBuffer.allocate(cut.remaining() + length);
      all.put(cut).put(bytes, offset, length).flip();
      var text = CharBuffer.allocate(all.remaining() + 1);
      decoder.reset().decode(all, text, false);
      cut = ByteBuffer.allocate(all.remaining()).put(all).flip();
      return text.flip().toString();
    }
  }
}

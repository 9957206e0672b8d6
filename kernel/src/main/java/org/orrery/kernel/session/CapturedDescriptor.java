package org.orrery.kernel.session;

import com.sun.jna.Memory;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A file descriptor whose output comes through a pipe: read by a thread of its own, and by whoever
 * wants to be sure that nothing is left in it.
 */
final class CapturedDescriptor implements Runnable {

  private static final int PIPE_BYTES = 1 << 16;
  private static final int AT_ONCE = 0;
  private static final int FOREVER = -1;

  private final int descriptor;
  private final int original;
  private final int pipe;
  private final OutputStream output;
  private final byte[] buffer = new byte[PIPE_BYTES];

  private CapturedDescriptor(int descriptor, int original, int pipe, OutputStream output) {
    this.descriptor = descriptor;
    this.original = original;
    this.pipe = pipe;
    this.output = output;
  }

  /**
   * Leads what is written to {@code descriptor} to {@code output} from now on.
   *
   * @throws IllegalStateException when the process may open no more descriptors
   */
  static CapturedDescriptor of(int descriptor, ToOutput output) {
    var original = checked(LibC.dup(descriptor), "dup");
    var ends = new int[2];
    checked(LibC.pipe(ends), "pipe");
    var captured =
        new CapturedDescriptor(
            descriptor, original, ends[0], output.with(new Descriptor(original)));
    checked(LibC.dup2(ends[1], descriptor), "dup2");
    var reader = new Thread(captured, "descriptor-" + descriptor);
    reader.setDaemon(true);
    reader.start();
    return captured;
  }

  /** Makes the place where captured bytes go, from the one where they went before. */
  @FunctionalInterface
  interface ToOutput {
    OutputStream with(OutputStream original);
  }

  /** The stream to where the descriptor led before. */
  OutputStream original() {
    return new Descriptor(original);
  }

  /** Leads the descriptor to where it led before. */
  void release() {
    LibC.dup2(original, descriptor);
  }

  @Override
  public void run() {
    var poll = new Poll(pipe);
    while (poll.isReadable(FOREVER)) {
      drain();
    }
  }

  /** Passes on what has been written so far. */
  synchronized void drain() {
    var poll = new Poll(pipe);
    var left = PIPE_BYTES; // more was not there when asked
    while (left > 0 && poll.isReadable(AT_ONCE)) {
      var count = (int) LibC.read(pipe, buffer, left);
      if (count <= 0) {
        return;
      }
      write(count);
      left -= count;
    }
  }

  private void write(int count) {
    try {
      output.write(buffer, 0, count);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static int checked(int result, String function) {
    if (result < 0) {
      throw new IllegalStateException(
          function + " failed: the process may open no more file descriptors; raise ulimit -n");
    }
    return result;
  }

  /** One {@code struct pollfd}. */
  private record Poll(Memory memory) {

    Poll(int descriptor) {
      this(new Memory(8));
      memory.setInt(0, descriptor);
      memory.setShort(4, LibC.POLLIN);
    }

    boolean isReadable(int timeoutMillis) {
      memory.setShort(6, (short) 0);
      int ready;
      do {
        ready = LibC.poll(memory, 1, timeoutMillis);
      } while (ready < 0 && timeoutMillis == FOREVER); // a signal came
      return ready > 0 && (memory.getShort(6) & LibC.POLLIN) != 0;
    }
  }

  /** Writes past every Java stream. */
  private static final class Descriptor extends OutputStream {

    private final int number;

    Descriptor(int number) {
      this.number = number;
    }

    @Override
    public void write(int oneByte) {
      write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      var from = offset;
      while (from < offset + length) {
        var rest = Arrays.copyOfRange(bytes, from, offset + length);
        var written = (int) LibC.write(number, rest, rest.length);
        if (written <= 0) {
          return; // nobody listens any more
        }
        from += written;
      }
    }
  }
}

package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file in a tar. */
record TarPart(Path tar, String name, long start, long size) {

  /** The name up to the first dot after the last slash: what the files of a sample share. */
  String key() {
    int dot = firstDot();
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** What follows the key, such as {@code mp4} or {@code 000.jpg}. */
  String field() {
    int dot = firstDot();
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  byte[] bytes(long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try (SeekableByteChannel channel = Files.newByteChannel(tar)) {
      channel.position(start + from);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw new IOException(
              "%s: the tar ends at byte %d".formatted(name, start + from + buffer.position()));
        }
      }
    }
    return buffer.array();
  }

  byte[] bytes() throws IOException {
    if (size > Integer.MAX_VALUE - 16) {
      throw new IOException("%s has %d bytes, more than one picture may".formatted(name, size));
    }
    return bytes(0, (int) size);
  }

  private int firstDot() {
    return name.indexOf('.', name.lastIndexOf('/') + 1);
  }
}

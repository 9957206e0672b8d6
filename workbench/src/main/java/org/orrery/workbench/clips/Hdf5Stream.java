package org.orrery.workbench.clips;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HDF5 file that is written from front to back and may be larger than memory: data as it comes,
 * then what describes it, at last the first 48 bytes, which say where that is (HDF5 File Format
 * Specification 3.0: superblock 2, object headers 2, links in the root group's header).
 */
final class Hdf5Stream implements AutoCloseable {
  private static final int SUPERBLOCK = 48;
  private static final int MOST_OF_A_MESSAGE = 65_000;
  private final Path file;
  private final OutputStream out;
  private final Map<String, Long> headers = new LinkedHashMap<>();
  private long position;

  Hdf5Stream(Path file) throws IOException {
    this.file = file;
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    append(new byte[SUPERBLOCK], SUPERBLOCK);
  }

  /** Appends bytes; returns where they are. */
  long append(byte[] bytes, int length) throws IOException {
    long at = position;
    out.write(bytes, 0, length);
    position += length;
    return at;
  }

  long append(Hdf5Bytes bytes) throws IOException {
    return append(bytes.toArray(), bytes.size());
  }

  long position() {
    return position;
  }

  /** Adds a dataset whose data were appended in one piece. */
  void contiguous(String name, Hdf5Type type, long at, long... shape) throws IOException {
    long size = type.size();
    for (long side : shape) {
      size *= side;
    }
    Hdf5Bytes layout = new Hdf5Bytes().one(3, 1).eight(at).eight(size);
    dataset(name, type, shape, 2, layout, new Hdf5Bytes());
  }

  /** Adds a dataset whose data were appended in pieces. */
  void chunked(String name, Hdf5Type type, Hdf5Chunks chunks) throws IOException {
    Hdf5Bytes deflated = new Hdf5Bytes().one(2, 1).two(1).two(1).two(1).four(Hdf5Chunks.LEVEL);
    long tree = chunks.index(this);
    Hdf5Bytes layout = new Hdf5Bytes().one(3, 2, chunks.shape().length + 1).eight(tree).four(1);
    for (int i = 1; i < chunks.shape().length; i++) {
      layout.four((int) chunks.shape()[i]);
    }
    dataset(name, type, chunks.shape(), 3, layout.four(type.size()), deflated);
  }

  private void dataset(
      String name, Hdf5Type type, long[] shape, int when, Hdf5Bytes layout, Hdf5Bytes filters)
      throws IOException {
    Hdf5Bytes space = new Hdf5Bytes().one(2, shape.length, 0, 1);
    for (long side : shape) {
      space.eight(side);
    }
    if (name.contains("/") || headers.containsKey(name)) {
      throw new IOException(
          "an HDF5 file cannot hold \"%s\"%s: give the variable another name"
              .formatted(name, headers.containsKey(name) ? " twice" : ", since / parts groups"));
    }
    Hdf5Bytes messages = new Hdf5Bytes();
    message(messages, 0x01, space);
    message(messages, 0x03, type.message());
    message(messages, 0x05, new Hdf5Bytes().one(3, when | 2 << 2));
    message(messages, 0x08, layout);
    if (filters.size() > 0) {
      message(messages, 0x0b, filters);
    }
    headers.put(name, header(messages));
  }

  private long header(Hdf5Bytes messages) throws IOException {
    return append(
        new Hdf5Bytes().text("OHDR").one(2, 2).four(messages.size()).all(messages).checked());
  }

  private static void message(Hdf5Bytes to, int type, Hdf5Bytes content) throws IOException {
    if (content.size() > MOST_OF_A_MESSAGE) {
      throw new IOException(
          "the names and units of the variables take %d bytes; at most %d go into an HDF5 attribute: drop some variables"
              .formatted(content.size(), MOST_OF_A_MESSAGE));
    }
    to.one(type).two(content.size()).one(0).all(content);
  }

  /** Ends the file: a root group with all datasets and one text beside them. */
  void finish(String attribute, String text) throws IOException {
    Hdf5Bytes messages = new Hdf5Bytes();
    message(
        messages,
        0x02,
        new Hdf5Bytes().one(0, 0).eight(Hdf5Bytes.NOWHERE).eight(Hdf5Bytes.NOWHERE));
    message(messages, 0x0a, new Hdf5Bytes().one(0, 0));
    for (Map.Entry<String, Long> header : headers.entrySet()) {
      Hdf5Bytes name = new Hdf5Bytes().text(header.getKey());
      Hdf5Bytes link = new Hdf5Bytes().one(1, 0x11, 1).two(name.size()).all(name);
      message(messages, 0x06, link.eight(header.getValue()));
    }
    message(messages, 0x0c, attribute(attribute, new Hdf5Bytes().text(text).one(0)));
    long root = header(messages);
    out.close();
    Hdf5Bytes first =
        new Hdf5Bytes()
            .one(0x89)
            .text("HDF\r\n\032\n")
            .one(2, 8, 8, 0)
            .eight(0)
            .eight(Hdf5Bytes.NOWHERE)
            .eight(position)
            .eight(root)
            .checked();
    try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
      whole.write(first.toArray());
    }
  }

  private static Hdf5Bytes attribute(String name, Hdf5Bytes text) {
    Hdf5Bytes type = new Hdf5Bytes().one(0x13, 0x10, 0, 0).four(text.size());
    Hdf5Bytes space = new Hdf5Bytes().one(2, 0, 0, 0);
    Hdf5Bytes called = new Hdf5Bytes().text(name).one(0);
    return new Hdf5Bytes()
        .one(3, 0)
        .two(called.size())
        .two(type.size())
        .two(space.size())
        .one(1)
        .all(called)
        .all(type)
        .all(space)
        .all(text);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

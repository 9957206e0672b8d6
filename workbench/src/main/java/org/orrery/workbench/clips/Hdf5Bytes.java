package org.orrery.workbench.clips;

import io.jhdf.checksum.JenkinsLookup3HashLittle;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of an HDF5 file in the making, the lowest of a number first. */
final class Hdf5Bytes {
  static final long NOWHERE = -1;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Hdf5Bytes text(String ascii) {
    bytes.writeBytes(ascii.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Hdf5Bytes one(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  Hdf5Bytes two(int value) {
    return number(value, 2);
  }

  Hdf5Bytes four(int value) {
    return number(value, 4);
  }

  Hdf5Bytes eight(long value) {
    return number(value, 8);
  }

  Hdf5Bytes all(Hdf5Bytes other) {
    bytes.writeBytes(other.toArray());
    return this;
  }

  /** Zeros up to a length. */
  Hdf5Bytes padded(int length) {
    bytes.writeBytes(new byte[length - bytes.size()]);
    return this;
  }

  /** The checksum of everything so far. */
  Hdf5Bytes checked() {
    return four(JenkinsLookup3HashLittle.hash(toArray()));
  }

  private Hdf5Bytes number(long value, int width) {
    for (int i = 0; i < width; i++) {
      bytes.write((int) (value >> 8 * i));
    }
    return this;
  }

  int size() {
    return bytes.size();
  }

  byte[] toArray() {
    return bytes.toByteArray();
  }
}

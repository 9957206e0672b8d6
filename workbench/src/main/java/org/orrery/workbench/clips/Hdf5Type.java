package org.orrery.workbench.clips;

/** A type of numbers in an HDF5 file, the lowest byte first. */
enum Hdf5Type {
  UINT8(1),
  INT32(4),
  INT64(8),
  FLOAT32(4);

  private final int size;

  Hdf5Type(int size) {
    this.size = size;
  }

  int size() {
    return size;
  }

  /** The type's description in an object header. */
  Hdf5Bytes message() {
    if (this == FLOAT32) {
      Hdf5Bytes ieee = new Hdf5Bytes().one(0x11, 0x20, 31, 0).four(size).two(0).two(32);
      return ieee.one(23, 8, 0, 23).four(127);
    }
    int signed = this == UINT8 ? 0 : 8;
    return new Hdf5Bytes().one(0x10, signed, 0, 0).four(size).two(0).two(8 * size);
  }
}

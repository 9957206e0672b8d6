package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/**
 * The chunks of a dataset of bytes, one for each row, deflated as they come, and the tree by which
 * they are found (version 1 B-tree of the HDF5 File Format Specification, III.A.1).
 */
final class Hdf5Chunks {
  static final int LEVEL = 4;
  private static final int MOST_CHILDREN = 64;

  private final int[] row;
  private final int keySize;
  private final Deflater deflater = new Deflater(LEVEL);
  private byte[] small = new byte[1 << 16];
  private long[] places = new long[1024];
  private int[] sizes = new int[1024];
  private int count;

  /** Rows of this shape. */
  Hdf5Chunks(int... row) {
    this.row = row;
    keySize = 8 + 8 * (row.length + 2);
  }

  void add(byte[] bytes, Hdf5Stream file) throws IOException {
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    int size = 0;
    while (!deflater.finished()) {
      if (size == small.length) {
        small = Arrays.copyOf(small, 2 * size);
      }
      size += deflater.deflate(small, size, small.length - size);
    }
    if (count == sizes.length) {
      places = Arrays.copyOf(places, 2 * count);
      sizes = Arrays.copyOf(sizes, 2 * count);
    }
    places[count] = file.append(small, size);
    sizes[count++] = size;
  }

  long[] shape() {
    long[] shape = new long[row.length + 1];
    shape[0] = count;
    for (int i = 0; i < row.length; i++) {
      shape[i + 1] = row[i];
    }
    return shape;
  }

  /** Writes the tree, leaves first; returns where its root is. */
  long index(Hdf5Stream file) throws IOException {
    deflater.end();
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      children.add(new Child(i, sizes[i], places[i]));
    }
    int level = 0;
    do {
      children = parents(children, level++, file);
    } while (children.size() > 1);
    return children.get(0).place();
  }

  private List<Child> parents(List<Child> children, int level, Hdf5Stream file) throws IOException {
    int length = 24 + (MOST_CHILDREN + 1) * keySize + MOST_CHILDREN * 8;
    long first = file.position();
    int nodes = (children.size() + MOST_CHILDREN - 1) / MOST_CHILDREN;
    List<Child> parents = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      int from = i * MOST_CHILDREN;
      int to = Math.min(children.size(), from + MOST_CHILDREN);
      Hdf5Bytes node = new Hdf5Bytes().text("TREE").one(1, level).two(to - from);
      node.eight(i == 0 ? Hdf5Bytes.NOWHERE : first + (long) (i - 1) * length);
      node.eight(i == nodes - 1 ? Hdf5Bytes.NOWHERE : first + (long) (i + 1) * length);
      for (int k = from; k < to; k++) {
        key(node, children.get(k).row(), children.get(k).size());
        node.eight(children.get(k).place());
      }
      boolean end = to == children.size();
      key(node, end ? count : children.get(to).row(), end ? 0 : children.get(to).size());
      Child start = children.get(from);
      parents.add(new Child(start.row(), start.size(), file.append(node.padded(length))));
    }
    return parents;
  }

  private void key(Hdf5Bytes node, int firstRow, int size) {
    node.four(size).four(0).eight(firstRow);
    for (int i = 0; i <= row.length; i++) {
      node.eight(0);
    }
  }

  /** A chunk or a node of the tree: its first row, the size of that row's chunk, and its place. */
  private record Child(int row, int size, long place) {}
}

package org.orrery.workbench.checkpoints;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pickle of tensors is made of. Nothing in here can run: a global is a name and no more.
 * Strings, {@code Long}, {@code Double} and {@code Boolean} stand for themselves.
 */
final class PickleValue {
  private PickleValue() {}

  /** Python's None. */
  enum None {
    NONE
  }

  /** A class or function by its name. */
  record Global(String name) {}

  /** A tuple; {@code depth} counts the containers inside each other. */
  record Tuple(List<Object> items, int depth) {}

  /** A dict or OrderedDict with text as keys. */
  static final class Dict {
    private final Map<String, Object> items = new LinkedHashMap<>();
    private int depth = 1;

    Map<String, Object> items() {
      return items;
    }

    int depth() {
      return depth;
    }

    void put(String key, Object value) {
      items.put(key, value);
      depth = Math.max(depth, 1 + PickleValue.depth(value));
    }
  }

  /** A storage: {@code count} numbers in the zip entry {@code data/key}. */
  record Storage(Dtype type, String key, long count) {}

  /** A view into a storage. */
  record Tensor(Storage storage, long offset, long[] shape, long[] stride) {

    /** Numbers in it; shapes are checked to stay below what a long holds. */
    long length() {
      long length = 1;
      for (long side : shape) {
        length *= side;
      }
      return length;
    }
  }

  static int depth(Object value) {
    if (value instanceof Tuple tuple) {
      return tuple.depth;
    }
    return value instanceof Dict dict ? dict.depth : 0;
  }

  /** What a value is, in a word that never prints its contents. */
  static String kind(Object value) {
    if (value instanceof Global global) {
      return global.name;
    }
    if (value == null) {
      return "a mark";
    }
    return "a " + value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }
}

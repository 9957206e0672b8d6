package org.orrery.workbench.clips;

import java.util.OptionalInt;

/** Where the clips of a set come from. */
interface Store {
  int size();

  String id(int index);

  /** What the clip is a part of; its id unless it is a part. */
  default String film(int index) {
    return id(index);
  }

  Clip get(int index);

  /** Frames {@code from} to {@code to} of a clip. */
  default Clip window(int index, int from, int to) {
    return get(index).slice(from, to);
  }

  /** The number of frames of a clip, if that is known without making or decoding it. */
  default OptionalInt frames(int index) {
    return OptionalInt.empty();
  }

  /** The same store for another seed. */
  Store seed(long seed);
}

package org.orrery.workbench.clips;

/** Where the clips of a set come from. */
interface Store {
  int size();

  String id(int index);

  Clip get(int index);

  /** The same store for another seed. */
  Store seed(long seed);
}

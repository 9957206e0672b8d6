package org.orrery.workbench.clips;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many clips, made when they are first asked for and kept as far as memory allows.
 *
 * <pre>{@code
 * ClipSet clips = Clips.of(Worlds.bouncingBall(), 1000).seed(7);
 * Clip third = clips.get(3);
 * for (Clip clip : clips.train()) { ... }            // 60 % of the clips; validation() and test() 20 % each
 * }</pre>
 *
 * The parts are decided clip by clip from a hash of the clip's id ({@link Split}), never frame by
 * frame. Safe to use from several threads; {@code clips.stream().parallel()} makes clips on all
 * cores.
 */
public final class ClipSet implements Iterable<Clip> {
  private final Store store;
  private final int[] indices;
  private final String part;

  ClipSet(Store store) {
    this(store, IntStream.range(0, store.size()).toArray(), "");
  }

  private ClipSet(Store store, int[] indices, String part) {
    this.store = store;
    this.indices = indices;
    this.part = part;
  }

  /** The same set made from another seed. Only for made clips, and only for the whole set. */
  public ClipSet seed(long seed) {
    if (!part.isEmpty()) {
      throw new IllegalStateException(
          "this is the %s of a set; choose the seed of the whole set before taking a part of it"
              .formatted(part));
    }
    return new ClipSet(store.seed(seed));
  }

  /** The number of clips. */
  public int size() {
    return indices.length;
  }

  /** Clip {@code i}, made on the first call. */
  public Clip get(int i) {
    return store.get(indices[checked(i)]);
  }

  /** The id of clip {@code i}; does not make the clip. */
  public String id(int i) {
    return store.id(indices[checked(i)]);
  }

  /** The clips to train on, about 60 %. */
  public ClipSet train() {
    return split(Split.TRAIN);
  }

  /** The clips to choose settings with, about 20 %. */
  public ClipSet validation() {
    return split(Split.VALIDATION);
  }

  /** The held-out clips, about 20 %. */
  public ClipSet test() {
    return split(Split.TEST);
  }

  /** The first {@code n} clips. */
  public ClipSet first(int n) {
    return subset(0, n);
  }

  /** Clips {@code from} (inclusive) to {@code to} (exclusive), sharing what was made already. */
  public ClipSet subset(int from, int to) {
    if (from < 0 || to > size() || from >= to) {
      throw new IllegalArgumentException(
          "the set has %d clips; clips %d to %d were asked for: choose 0 <= from < to <= %d"
              .formatted(size(), from, to, size()));
    }
    return view(i -> i >= from && i < to, "clips %d to %d".formatted(from, to - 1));
  }

  /** How many clips fall in each part. */
  public Map<Split, Integer> splits() {
    Map<Split, Integer> counts = new TreeMap<>();
    for (Split split : Split.values()) {
      counts.put(split, 0);
    }
    for (int i = 0; i < size(); i++) {
      counts.merge(Split.of(id(i)), 1, Integer::sum);
    }
    return counts;
  }

  /** The clips in order, made as they are asked for. */
  public Stream<Clip> stream() {
    return IntStream.range(0, size()).mapToObj(this::get);
  }

  /** All clips as a list; makes them all. */
  public List<Clip> toList() {
    return stream().toList();
  }

  @Override
  public Iterator<Clip> iterator() {
    return stream().iterator();
  }

  /** What the set is, in one line: how many clips, of what, from which seed. */
  public String describe() {
    return "%d clips%s of %s".formatted(size(), part.isEmpty() ? "" : " (" + part + ")", store);
  }

  @Override
  public String toString() {
    return describe();
  }

  private ClipSet split(Split wanted) {
    String name = wanted.name().toLowerCase(java.util.Locale.ROOT);
    ClipSet view = view(i -> Split.of(id(i)) == wanted, name + " split");
    if (view.size() == 0) {
      throw new IllegalStateException(
          "none of the %d clips falls in the %s split (a hash of the clip's id decides): use more clips"
              .formatted(size(), name));
    }
    return view;
  }

  private ClipSet view(IntPredicate kept, String name) {
    int[] chosen = IntStream.range(0, size()).filter(kept).map(i -> indices[i]).toArray();
    return new ClipSet(store, chosen, part.isEmpty() ? name : part + ", " + name);
  }

  private int checked(int i) {
    if (i < 0 || i >= size()) {
      throw new IndexOutOfBoundsException(
          "the set has %d clips; clip %d was asked for: choose 0 to %d"
              .formatted(size(), i, size() - 1));
    }
    return i;
  }
}

package org.orrery.workbench.clips;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
 * frame, and alike for the slices of one clip. Safe to use from several threads; {@code
 * clips.stream().parallel()} makes clips on all cores.
 */
public final class ClipSet implements Iterable<Clip> {
  private static final int SHOWN = 5;

  private final Store store;
  private final int[] indices;
  private final String part;
  private final OnError onError;

  ClipSet(Store store) {
    this(store, IntStream.range(0, store.size()).toArray(), "", OnError.stop());
  }

  private ClipSet(Store store, int[] indices, String part, OnError onError) {
    this.store = store;
    this.indices = indices;
    this.part = part;
    this.onError = onError;
  }

  /** The same set made from another seed. Only for made clips, and only for the whole set. */
  public ClipSet seed(long seed) {
    if (!part.isEmpty()) {
      throw new IllegalStateException(
          "this is the %s of a set; choose the seed of the whole set before taking a part of it"
              .formatted(part));
    }
    Store other = store.seed(seed);
    return new ClipSet(other, IntStream.range(0, other.size()).toArray(), "", onError);
  }

  /** The same set, with another word on clips that cannot be read while it is gone through. */
  public ClipSet onError(OnError policy) {
    return new ClipSet(store, indices, part, policy);
  }

  /** The same set, whose clips are kept decoded in the cache as far as it has room. */
  public ClipSet cachedIn(WindowCache cache) {
    return new ClipSet(new CachedStore(store, cache), indices, part, onError);
  }

  /** The same clips in an order that the seed decides. */
  public ClipSet shuffled(long seed) {
    int[] order = SeededOrder.of(indices, seed);
    String name = "shuffled by seed " + seed;
    return new ClipSet(store, order, part.isEmpty() ? name : part + ", " + name, onError);
  }

  /** Windows of {@code length} frames, streamed from clip to clip. */
  public ClipWindows windows(int length) {
    return ClipWindows.of(this, length);
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

  /**
   * The clips whose ids are wanted, such as those of one camera: {@code clips.only(id ->
   * id.endsWith("/observation.images.top"))}.
   *
   * @throws IllegalArgumentException if there is none; it shows some of the ids there are
   */
  public ClipSet only(Predicate<String> wanted) {
    ClipSet view = view(i -> wanted.test(id(i)), "chosen by their ids");
    if (view.size() == 0) {
      throw new IllegalArgumentException(
          "none of the %d clips has an id that is wanted; they are called %s%s"
              .formatted(
                  size(),
                  IntStream.range(0, Math.min(SHOWN, size())).mapToObj(this::id).toList(),
                  size() > SHOWN ? " and so on" : ""));
    }
    return view;
  }

  /** How many clips fall in each part. */
  public Map<Split, Integer> splits() {
    Map<Split, Integer> counts = new TreeMap<>();
    for (Split split : Split.values()) {
      counts.put(split, 0);
    }
    for (int i = 0; i < size(); i++) {
      counts.merge(split(i), 1, Integer::sum);
    }
    return counts;
  }

  /** The clips in order, made as they are asked for; what cannot be read is left to onError. */
  public Stream<Clip> stream() {
    return IntStream.range(0, size())
        .mapToObj(i -> attempt(i, () -> get(i)))
        .flatMap(Optional::stream);
  }

  /** Reads something of clip {@code i}; empty when onError leaves it out. */
  <T> Optional<T> attempt(int i, Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (ClipReadException e) {
      onError.failed(id(i), e);
      return Optional.empty();
    }
  }

  /**
   * Frames {@code from} to {@code to} of clip {@code i}; reads no more where the file allows it.
   */
  public Clip window(int i, int from, int to) {
    return store.window(indices[checked(i)], from, to);
  }

  /** The number of frames of clip {@code i}, decoding it only where its file does not say. */
  public int frames(int i) {
    OptionalInt known = store.frames(indices[checked(i)]);
    return known.isPresent() ? known.getAsInt() : get(i).frames();
  }

  /** All clips as a list; makes them all. */
  public List<Clip> toList() {
    return stream().toList();
  }

  @Override
  public Iterator<Clip> iterator() {
    return stream().iterator();
  }

  /** What the set is: how many clips, of what, from which seed; below it a dataset's card. */
  public String describe() {
    return "%d clips%s of %s".formatted(size(), part.isEmpty() ? "" : " (" + part + ")", store);
  }

  @Override
  public String toString() {
    return describe();
  }

  private Split split(int i) {
    return Split.of(store.film(indices[checked(i)]));
  }

  private ClipSet split(Split wanted) {
    String name = wanted.name().toLowerCase(java.util.Locale.ROOT);
    ClipSet view = view(i -> split(i) == wanted, name + " split");
    if (view.size() == 0) {
      throw new IllegalStateException(
          "none of the %d clips falls in the %s split (a hash of the clip's id decides): use more clips"
              .formatted(size(), name));
    }
    return view;
  }

  private ClipSet view(IntPredicate kept, String name) {
    int[] chosen = IntStream.range(0, size()).filter(kept).map(i -> indices[i]).toArray();
    return new ClipSet(store, chosen, part.isEmpty() ? name : part + ", " + name, onError);
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

package org.orrery.workbench.clips;

import java.util.OptionalInt;

/** Clips of another store, kept decoded in a cache as far as it has room. */
record CachedStore(Store origin, WindowCache cache) implements Store {

  private record Key(Store store, int index) {}

  @Override
  public int size() {
    return origin.size();
  }

  @Override
  public String id(int index) {
    return origin.id(index);
  }

  @Override
  public String film(int index) {
    return origin.film(index);
  }

  @Override
  public Clip get(int index) {
    return cache.whole(new Key(origin, index)).orElseGet(() -> keep(index));
  }

  @Override
  public Clip window(int index, int from, int to) {
    return cache
        .window(new Key(origin, index), from, to)
        .orElseGet(
            () -> cache.isFull() ? origin.window(index, from, to) : keep(index).slice(from, to));
  }

  @Override
  public OptionalInt frames(int index) {
    OptionalInt kept = cache.frames(new Key(origin, index));
    return kept.isPresent() ? kept : origin.frames(index);
  }

  @Override
  public Store seed(long seed) {
    return new CachedStore(origin.seed(seed), cache);
  }

  @Override
  public String toString() {
    return origin.toString();
  }

  private Clip keep(int index) {
    Clip clip = origin.get(index);
    cache.keep(new Key(origin, index), clip);
    return clip;
  }
}

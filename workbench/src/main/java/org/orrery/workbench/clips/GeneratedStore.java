package org.orrery.workbench.clips;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Clips made on demand. It keeps clips until its budget of memory is full and makes the others anew
 * each time: an epoch visits every clip once, so throwing the oldest out would keep none of use.
 */
final class GeneratedStore implements Store {
  private static final long BUDGET = Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 4);

  private final ClipSource source;
  private final long seed;
  private final AtomicReferenceArray<Clip> kept;
  private final AtomicLong free = new AtomicLong(BUDGET);

  GeneratedStore(ClipSource source, int size, long seed) {
    this.source = source;
    this.seed = seed;
    this.kept = new AtomicReferenceArray<>(size);
  }

  @Override
  public int size() {
    return kept.length();
  }

  @Override
  public String id(int index) {
    return source.id(seed, index);
  }

  @Override
  public Clip get(int index) {
    Clip clip = kept.get(index);
    return clip != null ? clip : keep(index, source.generate(seed, index));
  }

  @Override
  public Store seed(long other) {
    return new GeneratedStore(source, size(), other);
  }

  @Override
  public String toString() {
    return "%s; seed %d".formatted(source.describe(), seed);
  }

  private Clip keep(int index, Clip made) {
    if (free.addAndGet(-made.bytes()) >= 0 && kept.compareAndSet(index, null, made)) {
      return made;
    }
    free.addAndGet(made.bytes());
    Clip first = kept.get(index);
    return first != null ? first : made;
  }
}

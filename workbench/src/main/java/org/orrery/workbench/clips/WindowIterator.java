package org.orrery.workbench.clips;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Goes through the windows of a set; decoding may run ahead, the order does not depend on it. */
final class WindowIterator implements Iterator<Clip> {
  private static final long POOL = 64L << 20;
  private static final ExecutorService DECODERS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "orrery-decoder");
            thread.setDaemon(true);
            return thread;
          });

  private final ClipWindows settings;
  private final int[] order;
  private final SplittableRandom random;
  private final ArrayDeque<CompletableFuture<List<Clip>>> ahead = new ArrayDeque<>();
  private final List<Clip> pool = new ArrayList<>();
  private long pooled;
  private int started;
  private int taken;

  WindowIterator(ClipWindows settings) {
    this.settings = settings;
    int[] clips = IntStream.range(0, settings.clips().size()).toArray();
    this.order = settings.shuffle() ? SeededOrder.of(clips, settings.seed()) : clips;
    this.random = new SplittableRandom(~settings.seed());
  }

  @Override
  public boolean hasNext() {
    fill();
    return !pool.isEmpty();
  }

  @Override
  public Clip next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the set has no further window");
    }
    int last = pool.size() - 1;
    if (settings.shuffle()) {
      int drawn = random.nextInt(pool.size());
      Clip window = pool.get(drawn);
      pool.set(drawn, pool.get(last));
      pool.set(last, window);
    }
    // Without shuffling, a clip's windows lie in the pool from the last to the first.
    Clip window = pool.remove(last);
    pooled -= window.bytes();
    return window;
  }

  /** Fills the pool: when shuffling up to its size, else only when it is empty. */
  private void fill() {
    while (taken < order.length && (pool.isEmpty() || settings.shuffle() && pooled < POOL)) {
      List<Clip> windows = windowsOfNextClip();
      for (int i = windows.size() - 1; i >= 0; i--) {
        pool.add(windows.get(i));
        pooled += windows.get(i).bytes();
      }
    }
  }

  private List<Clip> windowsOfNextClip() {
    while (started < order.length && started - taken <= settings.ahead()) {
      int place = started++;
      ahead.add(
          settings.ahead() == 0
              ? new CompletableFuture<>()
              : CompletableFuture.supplyAsync(() -> windows(place), DECODERS));
    }
    CompletableFuture<List<Clip>> next = ahead.remove();
    int place = taken++;
    return settings
        .clips()
        .attempt(order[place], () -> settings.ahead() == 0 ? windows(place) : wait(next))
        .orElse(List.of());
  }

  private static List<Clip> wait(CompletableFuture<List<Clip>> windows) {
    try {
      return windows.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private List<Clip> windows(int place) {
    int clip = order[place];
    ClipSet clips = settings.clips();
    int length = settings.length();
    if (settings.single()) {
      int frames = enough(clip, clips.frames(clip));
      long seed = settings.seed() ^ (0x9E3779B97F4A7C15L * (clip + 1));
      int from = new SplittableRandom(seed).nextInt(frames - length + 1);
      return List.of(clips.window(clip, from, from + length));
    }
    Clip whole = clips.get(clip);
    enough(clip, whole.frames());
    List<Clip> windows = new ArrayList<>();
    for (int from = 0; from + length <= whole.frames(); from += settings.hop()) {
      windows.add(whole.slice(from, from + length));
    }
    return windows;
  }

  private int enough(int clip, int frames) {
    if (frames < settings.length()) {
      throw new ClipReadException(
          "clip %s has %d frames; a window needs %d: ask for shorter windows, or leave such clips out with onError(OnError.skipAndReport())"
              .formatted(settings.clips().id(clip), frames, settings.length()));
    }
    return frames;
  }
}

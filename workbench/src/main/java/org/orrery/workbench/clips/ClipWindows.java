package org.orrery.workbench.clips;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Windows of so many frames over the clips of a set, streamed: no more than a few clips are decoded
 * at a time, whatever the size of the set.
 *
 * <pre>{@code
 * for (Clip window : clips.train().windows(16).every(8).shuffled(7).prefetched(2)) { ... }
 * for (Clip window : clips.windows(16).onePerClip().shuffled(7)) { ... }     // at a seeded place
 * }</pre>
 *
 * The same set, settings and seed give the same windows in the same order, on any number of
 * threads. Shuffling takes the clips in a seeded order and draws windows from a pool of those
 * decoded last (at most 64 MiB), so that a clip is decoded once. A clip shorter than a window is an
 * error, left to the set's {@link ClipSet#onError}.
 *
 * @param clips the set
 * @param length the frames of a window
 * @param hop the frames from one window's start to the next one's
 * @param single whether each clip gives one window, at a seeded place
 * @param shuffle whether the order is decided by the seed
 * @param seed the seed of the order and of the places
 * @param ahead how many clips are decoded ahead, each on a thread of its own; 0 for none
 */
public record ClipWindows(
    ClipSet clips, int length, int hop, boolean single, boolean shuffle, long seed, int ahead)
    implements Iterable<Clip> {

  /** Refuses empty windows. */
  public ClipWindows {
    if (length < 1 || hop < 1 || ahead < 0) {
      throw new IllegalArgumentException(
          "windows need at least 1 frame, a hop of at least 1 and 0 or more clips ahead; received %d, %d, %d"
              .formatted(length, hop, ahead));
    }
  }

  static ClipWindows of(ClipSet clips, int length) {
    return new ClipWindows(clips, length, length, false, false, 0, 0);
  }

  /** Starts a window every {@code frames} frames; as long as a window unless told. */
  public ClipWindows every(int frames) {
    return new ClipWindows(clips, length, frames, single, shuffle, seed, ahead);
  }

  /** Takes one window from each clip, at a place that the seed decides. */
  public ClipWindows onePerClip() {
    return new ClipWindows(clips, length, hop, true, shuffle, seed, ahead);
  }

  /** Gives the windows in an order that the seed decides; another seed for every epoch. */
  public ClipWindows shuffled(long seed) {
    return new ClipWindows(clips, length, hop, single, true, seed, ahead);
  }

  /** Decodes so many clips ahead on other threads. */
  public ClipWindows prefetched(int clipsAhead) {
    return new ClipWindows(clips, length, hop, single, shuffle, seed, clipsAhead);
  }

  @Override
  public Iterator<Clip> iterator() {
    return new WindowIterator(this);
  }

  /** The windows as a stream, in order. */
  public Stream<Clip> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
        false);
  }
}

package org.orrery.workbench.clips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decoded clips in a memory-mapped file of bounded size, off the heap, so that their windows need
 * no decoding again.
 *
 * <pre>{@code
 * try (WindowCache cache = WindowCache.of(4L << 30)) {               // at most 4 GiB of disk
 *   for (Clip window : clips.cachedIn(cache).windows(16).shuffled(7)) { ... }
 * }
 * }</pre>
 *
 * It takes clips until it is full and then leaves the others to be decoded each time: an epoch
 * visits every clip once, so putting out the oldest would keep none of use. The file is taken away
 * when the cache is closed. Safe to use from several threads.
 */
public final class WindowCache implements AutoCloseable {
  private static final long SEGMENT = 1L << 30;

  private final Path file;
  private final FileChannel channel;
  private final long most;
  private final List<MappedByteBuffer> segments = new ArrayList<>();
  private final ConcurrentHashMap<Object, Kept> kept = new ConcurrentHashMap<>();
  private long used;
  private volatile boolean full;

  private WindowCache(Path file, FileChannel channel, long most) {
    this.file = file;
    this.channel = channel;
    this.most = most;
  }

  /** A cache of at most so many bytes in the folder for temporary files. */
  public static WindowCache of(long bytes) {
    return in(Path.of(System.getProperty("java.io.tmpdir")), bytes);
  }

  /** A cache of at most so many bytes in a file of its own in that folder. */
  public static WindowCache in(Path folder, long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("a cache needs at least 1 byte; received " + bytes);
    }
    try {
      Path file = Files.createTempFile(folder, "orrery-windows-", ".cache");
      file.toFile().deleteOnExit();
      return new WindowCache(
          file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the window cache cannot be made in %s; name another folder".formatted(folder), e);
    }
  }

  /** The bytes of frames that it holds. */
  public synchronized long used() {
    return used;
  }

  /** The clips that it holds. */
  public int clips() {
    return kept.size();
  }

  @Override
  public synchronized void close() {
    kept.clear();
    segments.clear();
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the window cache %s cannot be taken away".formatted(file), e);
    }
  }

  /** Whether a clip was turned away, so that none of about that size finds room. */
  boolean isFull() {
    return full;
  }

  OptionalInt frames(Object key) {
    Kept clip = kept.get(key);
    return clip == null ? OptionalInt.empty() : OptionalInt.of(clip.outline.frames());
  }

  Optional<Clip> whole(Object key) {
    Kept clip = kept.get(key);
    return clip == null
        ? Optional.empty()
        : Optional.of(clip.outline.window(0, clip.outline.frames(), clip.frames));
  }

  /** Frames {@code from} to {@code to} of a clip that is kept. */
  Optional<Clip> window(Object key, int from, int to) {
    Kept clip = kept.get(key);
    return clip == null
        ? Optional.empty()
        : Optional.of(clip.outline.window(from, to, clip.frames));
  }

  /** Keeps a clip, if there is room. */
  void keep(Object key, Clip clip) {
    if (kept.containsKey(key)) {
      return;
    }
    room(clip.bytes())
        .ifPresent(
            room -> {
              byte[] frame = new byte[clip.channels() * clip.height() * clip.width()];
              for (int t = 0; t < clip.frames(); t++) {
                clip.frame(t, frame, 0);
                room.put(t * frame.length, frame);
              }
              kept.putIfAbsent(key, new Kept(room, clip.withoutFrames()));
            });
  }

  private synchronized Optional<ByteBuffer> room(long bytes) {
    long start = bytes > SEGMENT ? Long.MAX_VALUE : used;
    if (start != Long.MAX_VALUE && start / SEGMENT != (start + bytes - 1) / SEGMENT) {
      start = (start / SEGMENT + 1) * SEGMENT;
    }
    if (start > most - bytes || !channel.isOpen()) {
      full = true;
      return Optional.empty();
    }
    try {
      while (segments.size() <= start / SEGMENT) {
        long at = segments.size() * SEGMENT;
        segments.add(channel.map(FileChannel.MapMode.READ_WRITE, at, Math.min(SEGMENT, most - at)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the window cache %s cannot grow: is the disk full?".formatted(file), e);
    }
    used = start + bytes;
    return Optional.of(
        segments.get((int) (start / SEGMENT)).slice((int) (start % SEGMENT), (int) bytes));
  }

  private record Kept(ByteBuffer frames, Clip.Outline outline) {}
}

package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Clips of files, decoded each time they are asked for; a window cache keeps what is used again.
 */
record ArchiveStore(Path path, Format format, Archive archive, Reading reading) implements Store {

  @Override
  public int size() {
    return archive.size();
  }

  @Override
  public String id(int index) {
    return archive.id(index);
  }

  @Override
  public String film(int index) {
    return archive.film(index);
  }

  @Override
  public Clip get(int index) {
    return read(index, reading);
  }

  @Override
  public Clip window(int index, int from, int to) {
    return readsAll() ? read(index, reading.frames(from, to)) : get(index).slice(from, to);
  }

  @Override
  public OptionalInt frames(int index) {
    try {
      return readsAll()
          ? ClipMemory.ofThisJvm().within(() -> archive.frames(index))
          : OptionalInt.empty();
    } catch (IOException e) {
      throw failure(index, e);
    }
  }

  @Override
  public Store seed(long seed) {
    throw new IllegalStateException(
        "these clips were read from %s, not made from a seed; seed(%d) needs Clips.of(source, n)"
            .formatted(path, seed));
  }

  @Override
  public String toString() {
    String more = archive.describe();
    String place = "%s (%s)".formatted(path, format.name());
    return more.isEmpty() ? place : "%s%n%s".formatted(place, more);
  }

  private boolean readsAll() {
    return reading.from() == 0 && reading.to() == Integer.MAX_VALUE && reading.step() == 1;
  }

  private Clip read(int index, Reading wanted) {
    try {
      Clip clip = ClipMemory.ofThisJvm().within(() -> archive.read(index, wanted));
      return clip.read(id(index), film(index), wanted);
    } catch (IOException | IllegalArgumentException e) {
      // What a file says of its clip (rate, scale, variables) may be what no clip can have.
      throw failure(index, e);
    }
  }

  private ClipReadException failure(int index, Exception e) {
    String which = size() == 1 ? "" : ", clip " + id(index);
    return new ClipReadException(
        "cannot read %s as %s%s: %s".formatted(path, format.name(), which, e.getMessage()), e);
  }
}

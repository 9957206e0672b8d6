package org.orrery.workbench.clips;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Clips that are there already. */
record ListStore(List<Clip> clips) implements Store {

  ListStore {
    clips = List.copyOf(clips);
    Set<String> ids = new HashSet<>();
    for (Clip clip : clips) {
      if (!ids.add(clip.id())) {
        throw new IllegalArgumentException(
            "two clips have the id \"%s\"; splits are decided by the id, so give each its own"
                .formatted(clip.id()));
      }
    }
  }

  @Override
  public int size() {
    return clips.size();
  }

  @Override
  public String id(int index) {
    return clips.get(index).id();
  }

  @Override
  public String film(int index) {
    return clips.get(index).film();
  }

  @Override
  public Clip get(int index) {
    return clips.get(index);
  }

  @Override
  public Store seed(long seed) {
    throw new IllegalStateException(
        "these clips were given, not made from a seed; seed(%d) needs Clips.of(source, n)"
            .formatted(seed));
  }

  @Override
  public String toString() {
    return "%s and others like it".formatted(clips.get(0));
  }
}

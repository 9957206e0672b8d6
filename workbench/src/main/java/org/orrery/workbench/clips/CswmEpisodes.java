package org.orrery.workbench.clips;

import io.jhdf.api.Group;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** The episodes of a C-SWM replay buffer, in the order of their numbers. */
record CswmEpisodes(String id, List<CswmEpisode> episodes) implements Archive {

  static CswmEpisodes of(String id, List<Group> groups) {
    return new CswmEpisodes(
        id,
        groups.stream()
            .filter(CswmEpisode::is)
            .sorted(Comparator.comparing(Group::getName, NaturalOrder::compare))
            .map(CswmEpisode::new)
            .toList());
  }

  @Override
  public int size() {
    return episodes.size();
  }

  @Override
  public String id(int index) {
    return id + "-" + episodes.get(index).group().getName();
  }

  @Override
  public OptionalInt frames(int index) throws IOException {
    return OptionalInt.of(guarded(index, () -> episodes.get(index).frames()));
  }

  @Override
  public Clip read(int index, Reading reading) throws IOException {
    return guarded(index, () -> episodes.get(index).read(id(index), reading));
  }

  /** Groups are read when they are asked for: a broken one may fail in any way. */
  private <T> T guarded(int index, Step<T> step) throws IOException {
    try {
      return step.run();
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException(
          "group %s is broken: %s".formatted(episodes.get(index).group().getName(), e), e);
    }
  }

  private interface Step<T> {
    T run() throws IOException;
  }
}

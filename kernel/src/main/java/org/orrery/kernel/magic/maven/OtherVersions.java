package org.orrery.kernel.magic.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says which jars stay although another version was wanted: a line for each that was asked for by
 * name, and one line for all that come with them.
 */
final class OtherVersions {

  private final List<Coordinates> asked;
  private final List<String> ofAsked = new ArrayList<>();
  private final List<String> ofOthers = new ArrayList<>();

  OtherVersions(List<Coordinates> asked) {
    this.asked = asked;
  }

  void add(Coordinates wanted, Path present) {
    if (asked.stream().anyMatch(one -> isSame(one, wanted))) {
      ofAsked.add(
          "%s is on the class path already and stays: %s is not added".formatted(present, wanted));
    } else {
      ofOthers.add("%s (wanted: %s)".formatted(present, wanted.version()));
    }
  }

  Stream<String> lines() {
    var summary =
        ofOthers.isEmpty()
            ? Stream.<String>empty()
            : Stream.of(
                "these are on the class path already and stay: " + String.join(", ", ofOthers));
    return Stream.concat(ofAsked.stream(), summary);
  }

  private static boolean isSame(Coordinates one, Coordinates other) {
    return one.group().equals(other.group()) && one.artifact().equals(other.artifact());
  }
}

package org.orrery.workbench.training;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;

/**
 * Parts of a model by the beginning of their parameters' names: {@code encoder} is {@code
 * encoder.fc.weight} and all else below it, {@code predictor.block} is every block.
 */
final class Parts {
  private Parts() {}

  /** Whether a parameter belongs to a part: its name goes on with a dot or a number, or ends. */
  static boolean holds(String part, String name) {
    if (part.isEmpty() || !name.startsWith(part)) {
      return false;
    }
    if (name.length() == part.length()) {
      return true;
    }
    char last = part.charAt(part.length() - 1);
    char next = name.charAt(part.length());
    return next == '.' || (Character.isDigit(next) && !Character.isDigit(last));
  }

  /** Whether any of these parts has the parameter. */
  static boolean anyHolds(Iterable<String> parts, String name) {
    for (String part : parts) {
      if (holds(part, name)) {
        return true;
      }
    }
    return false;
  }

  /** Refuses a part that holds no parameter, with the parts there are. */
  static void require(String part, Parameters parameters, String word) {
    List<String> names = parameters.all().stream().map(Parameter::name).toList();
    if (names.stream().noneMatch(name -> holds(part, name))) {
      Set<String> there = new TreeSet<>();
      for (String name : names) {
        String[] words = name.split("\\.");
        there.add(words[0]);
        if (words.length > 2) {
          there.add(words[0] + "." + words[1]);
        }
      }
      throw new IllegalArgumentException(
          "%s: no parameter's name begins with \"%s\"; the parts there are: %s"
              .formatted(word, part, String.join(", ", there)));
    }
  }
}

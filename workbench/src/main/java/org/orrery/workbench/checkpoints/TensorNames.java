package org.orrery.workbench.checkpoints;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a tensor may be called: as in a state dict, never as a path. */
final class TensorNames {
  private static final int LONGEST = 512;
  private static final Pattern UNFIT = Pattern.compile("[\\\\/\\p{Cntrl}]|\\.\\.|^\\s*$");

  private TensorNames() {}

  /** Why a name is unfit; empty for a good one. The name itself is shortened in the reason. */
  static Optional<String> fault(String name) {
    if (name.length() > LONGEST) {
      return Optional.of(
          "a tensor's name has %,d characters, of which %d are allowed; it begins with %s"
              .formatted(name.length(), LONGEST, name.substring(0, 40)));
    }
    if (UNFIT.matcher(name).find()) {
      return Optional.of(
          "a tensor is named \"%s\": a name has letters, digits and single dots, and is no path"
              .formatted(name.replaceAll("\\p{Cntrl}", "?")));
    }
    return Optional.empty();
  }
}

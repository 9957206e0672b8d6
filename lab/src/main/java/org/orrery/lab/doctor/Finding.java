package org.orrery.lab.doctor;

import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param subject what, in a word or two
 * @param detail what was found
 * @param remedy the line to type when something is missing
 */
public record Finding(Mark mark, String subject, String detail, Optional<String> remedy) {

  /** How good a finding is. */
  public enum Mark {
    /** Here and usable. */
    GOOD,
    /** Not here, and not needed for the main job. */
    ABSENT,
    /** Needed and not here. */
    MISSING
  }

  static Finding good(String subject, String detail) {
    return new Finding(Mark.GOOD, subject, detail, Optional.empty());
  }

  static Finding absent(String subject, String detail, String remedy) {
    return new Finding(Mark.ABSENT, subject, detail, Optional.of(remedy));
  }

  static Finding absent(String subject, String detail) {
    return new Finding(Mark.ABSENT, subject, detail, Optional.empty());
  }

  static Finding missing(String subject, String detail, String remedy) {
    return new Finding(Mark.MISSING, subject, detail, Optional.of(remedy));
  }
}

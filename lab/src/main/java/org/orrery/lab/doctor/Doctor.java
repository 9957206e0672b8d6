package org.orrery.lab.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at everything Orrery needs or can use.
 *
 * <pre>{@code
 * for (var finding : Doctor.of(Optional.of(library)).examine()) { … }
 * }</pre>
 */
public final class Doctor {

  private final Optional<Path> library;

  private Doctor(Optional<Path> library) {
    this.library = library;
  }

  /** A doctor for the jars in {@code library}, or for this JVM's class path without one. */
  public static Doctor of(Optional<Path> library) {
    return new Doctor(library);
  }

  /** What is here and what is missing, in the order to show it. */
  public List<Finding> examine() {
    var findings = new ArrayList<Finding>();
    findings.addAll(JavaCheck.examine());
    findings.addAll(MachineCheck.examine());
    findings.addAll(EngineCheck.of(library).examine());
    findings.addAll(JupyterCheck.examine());
    return findings;
  }
}

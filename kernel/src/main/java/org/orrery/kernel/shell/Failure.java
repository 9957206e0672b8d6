package org.orrery.kernel.shell;

import java.util.List;

/**
 * Why a cell failed, as a front end shows it.
 *
 * @param name the exception's simple class name, or {@code CompileError}
 * @param message what it says; never null
 * @param traceback lines to show, with ANSI colours
 */
public record Failure(String name, String message, List<String> traceback) {

  public Failure {
    traceback = List.copyOf(traceback);
  }
}

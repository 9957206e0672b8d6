package org.orrery.kernel.shell;

/** Ends the evaluation of a cell that does not compile. */
final class CompileFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  CompileFailedException(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}

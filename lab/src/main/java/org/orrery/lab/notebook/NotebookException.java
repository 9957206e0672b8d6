package org.orrery.lab.notebook;

/** What is wrong with a notebook or with the parameters for one, said to its user. */
public final class NotebookException extends Exception {

  private static final long serialVersionUID = 1L;

  public NotebookException(String message) {
    super(message);
  }

  public NotebookException(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.github.spencerpark.jupyter.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayStream;
import java.io.InputStream;
import java.io.PrintStream;

/** The streams of a notebook. */
public final class JupyterIO {

  /** Shows things below the cell. */
  public final DisplayStream display = new DisplayStream();

  /** What is printed. */
  public final PrintStream out = System.out;

  /** What is printed as an error. */
  public final PrintStream err = System.err;

  /** What is typed. */
  public final InputStream in = System.in;

  JupyterIO() {}
}

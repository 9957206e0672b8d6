package org.dflib.jjava.kernel;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The kernel as notebooks written for JJava, and through its parents for IJava, know it. */
public final class JavaKernel extends BaseKernel {

  private JavaKernel() {}

  /** The one kernel of the notebook. */
  public static JavaKernel ofNotebook() {
    return new JavaKernel();
  }
}

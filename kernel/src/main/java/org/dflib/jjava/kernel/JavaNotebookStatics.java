package org.dflib.jjava.kernel;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The kernel, in scope in every cell. */
public class JavaNotebookStatics {

  /** Never made. */
  protected JavaNotebookStatics() {}

  /** The kernel that runs. */
  public static JavaKernel kernel() {
    return (JavaKernel) BaseKernel.notebookKernel();
  }

  /** The kernel that runs, under its older name. */
  public static JavaKernel getKernelInstance() {
    return kernel();
  }
}

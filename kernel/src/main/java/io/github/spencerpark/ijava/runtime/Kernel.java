package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;

/** The kernel and its evaluation, in scope in every cell. */
public class Kernel {

  /** Never made. */
  protected Kernel() {}

  /** The kernel that runs. */
  public static JavaKernel getKernelInstance() {
    return IJava.getKernelInstance();
  }

  /** The value of {@code code}, evaluated as a cell. */
  public static Object eval(String code) throws Exception {
    return IJava.getKernelInstance().evalRaw(code);
  }
}

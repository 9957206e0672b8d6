package org.dflib.jjava.jupyter.kernel.magic;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** What a line magic does. */
@FunctionalInterface
public interface LineMagic<T, K extends BaseKernel> {

  /** Does it; its value. */
  T eval(K kernel, List<String> args) throws Exception;
}

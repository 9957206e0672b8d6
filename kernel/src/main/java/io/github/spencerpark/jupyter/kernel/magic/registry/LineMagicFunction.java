package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;

/** What a line magic does. */
@FunctionalInterface
public interface LineMagicFunction<T> {

  /** Does it; {@code var x = %magic} assigns what it returns. */
  T execute(List<String> args) throws Exception;
}

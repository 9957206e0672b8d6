package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;

/** What a cell magic does. */
@FunctionalInterface
public interface CellMagicFunction<T> {

  /** Does it with the lines below the magic. */
  T execute(List<String> args, String body) throws Exception;
}

package org.orrery.kernel.widgets;

/**
 * That someone is told of changes, until it is closed.
 *
 * <pre>{@code
 * var watching = slider.observe("value", change -> System.out.println(change.now()));
 * watching.close();
 * }</pre>
 */
@FunctionalInterface
public interface Observation extends AutoCloseable {

  /** Ends it: from now on nobody is told. */
  @Override
  void close();
}

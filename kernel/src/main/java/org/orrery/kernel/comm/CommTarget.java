package org.orrery.kernel.comm;

import java.util.function.BiConsumer;

/**
 * What answers when the front end opens a comm by name. Registered with {@link Comms#register}, or
 * found by {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/org.orrery.kernel.comm.CommTarget}.
 *
 * <pre>{@code
 * Comms.ofThisKernel().register(CommTarget.named("clock", (comm, first) ->
 *     comm.onMessage(question -> comm.send(Map.of("now", Instant.now().toString())))));
 * }</pre>
 */
public interface CommTarget {

  /** The name that the front end opens a comm to. */
  String name();

  /**
   * Takes over {@code comm}, which the front end has opened. A comm that is not wanted is closed.
   *
   * @param first what the front end sent with the opening
   */
  void opened(Comm comm, CommMessage first);

  /** The target {@code name} that hands its comms to {@code taker}. */
  static CommTarget named(String name, BiConsumer<Comm, CommMessage> taker) {
    return new CommTarget() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void opened(Comm comm, CommMessage first) {
        taker.accept(comm, first);
      }
    };
  }
}

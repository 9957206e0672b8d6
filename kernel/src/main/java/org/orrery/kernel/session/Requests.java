package org.orrery.kernel.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.protocol.Message;

/** Answers requests of some kind. */
@FunctionalInterface
interface Requests {

  /** The answer to {@code request}; empty for messages that have none. */
  Optional<Reply> answer(Message request);

  /**
   * An answer and what follows upon it.
   *
   * @param content of the reply message
   * @param abortsWaiting whether execute requests that are waiting already are to be aborted
   * @param afterwards done when the reply is sent
   */
  record Reply(Map<String, Object> content, boolean abortsWaiting, Runnable afterwards) {

    static Optional<Reply> of(Map<String, Object> content) {
      return Optional.of(new Reply(content, false, () -> {}));
    }

    /** The answer that there is none, and why. */
    static Optional<Reply> error(String name, String message) {
      return of(
          Map.of(
              "status", "error", "ename", name, "evalue", message, "traceback", List.of(message)));
    }
  }
}

package org.orrery.kernel.session;

import java.util.Optional;
import org.orrery.kernel.protocol.Header;

/**
 * Which request a thread's output belongs to: that of the cell that started the thread, even after
 * the cell ended, or the latest one for threads that no cell started.
 */
final class CellContext {

  private final InheritableThreadLocal<Header> own = new InheritableThreadLocal<>();
  private volatile Header latest;

  /** From here on the output of this thread, and of those it starts, belongs to {@code request}. */
  void enter(Header request) {
    own.set(request);
    latest = request;
  }

  /** The output of this thread belongs to {@code request} while {@code work} runs. */
  void during(Header request, Runnable work) {
    var before = own.get();
    own.set(request);
    try {
      work.run();
    } finally {
      own.set(before);
    }
  }

  Optional<Header> current() {
    var header = own.get();
    return Optional.ofNullable(header != null ? header : latest);
  }
}

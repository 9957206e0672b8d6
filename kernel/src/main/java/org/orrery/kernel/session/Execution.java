package org.orrery.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;

/** One request that runs code of the notebook's author, and what that code leaves for its reply. */
final class Execution {

  private final Message request;
  private final List<Map<String, Object>> payload = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  Execution(Message request) {
    this.request = request;
  }

  Message request() {
    return request;
  }

  Header header() {
    return request.header();
  }

  /** Leaves {@code item} for the reply; what comes after the end is not told. */
  synchronized void addPayload(Map<String, Object> item) {
    payload.add(item);
  }

  synchronized List<Map<String, Object>> payload() {
    return List.copyOf(payload);
  }

  void end() {
    ended.countDown();
  }

  /** Waits for the end, at most so long; whether it came. */
  boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
    return ended.await(time, unit);
  }
}

package org.orrery.kernel.comm;

import java.util.Optional;

/** No front end: nobody listens, and nothing is ever sent back. */
enum Unconnected implements CommChannel {
  CHANNEL;

  @Override
  public void open(String id, String target, CommMessage first) {}

  @Override
  public void send(String id, CommMessage message) {}

  @Override
  public void close(String id, CommMessage last) {}

  @Override
  public Optional<String> parent() {
    return Optional.empty();
  }

  @Override
  public Runnable bound(Runnable work) {
    return work;
  }
}

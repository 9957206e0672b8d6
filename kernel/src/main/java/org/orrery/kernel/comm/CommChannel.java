package org.orrery.kernel.comm;

import java.util.Optional;

/**
 * Where comms lead to: the running kernel installs one with {@link Comms#connect}. Called on the
 * thread that sends, so that the channel can tell which request a message belongs to.
 */
public interface CommChannel {

  /** Tells the front end of a new comm {@code id} to {@code target}. */
  void open(String id, String target, CommMessage first);

  /** Sends {@code message} over the comm {@code id}. */
  void send(String id, CommMessage message);

  /** Tells the front end that the comm {@code id} is closed. */
  void close(String id, CommMessage last);

  /** The identity of the request that the calling thread belongs to, if it belongs to one. */
  Optional<String> parent();

  /**
   * {@code work} that belongs to the request that the calling thread belongs to now, whichever
   * thread runs it: what it prints and sends goes there.
   */
  Runnable bound(Runnable work);
}

package org.orrery.kernel.session;

import java.io.PrintStream;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/**
 * Sends back whatever the heartbeat socket receives, so that a front end sees the kernel's process
 * live. A socket without the states of a REP one: a peer that breaks off would leave it mute.
 */
record Heartbeat(ZMQ.Socket socket, PrintStream log) implements Runnable {

  @Override
  public void run() {
    try {
      while (true) {
        Frames.send(socket, Frames.receive(socket, 0));
      }
    } catch (ZMQException e) {
      if (e.getErrorCode() != ZError.ETERM) {
        log.println("orrery kernel: the heartbeat socket failed: " + e.getMessage());
      }
    } finally {
      socket.close();
    }
  }
}

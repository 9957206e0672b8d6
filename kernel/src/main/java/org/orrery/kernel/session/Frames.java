package org.orrery.kernel.session;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;

/** Multipart messages on a socket. */
final class Frames {

  private Frames() {}

  /** Sends a message. */
  static void send(ZMQ.Socket socket, List<byte[]> frames) {
    trySend(socket, frames);
  }

  /**
   * Sends a message; false when the socket's send timeout passes before it takes the first frame.
   * The frames behind the first are always taken.
   */
  static boolean trySend(ZMQ.Socket socket, List<byte[]> frames) {
    var last = frames.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (!socket.send(frames.get(i), i < last ? ZMQ.SNDMORE : 0)) {
        return false;
      }
    }
    return true;
  }

  /** The next message, waited for; with {@link ZMQ#DONTWAIT} empty when none is there. */
  static List<byte[]> receive(ZMQ.Socket socket, int flags) {
    var frames = new ArrayList<byte[]>();
    var frame = socket.recv(flags);
    while (frame != null) {
      frames.add(frame);
      frame = socket.hasReceiveMore() ? socket.recv(0) : null;
    }
    return frames;
  }
}

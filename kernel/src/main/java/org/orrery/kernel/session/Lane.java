package org.orrery.kernel.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.orrery.kernel.protocol.Message;

/**
 * A thread that runs cells one after another: the main one, or a subshell's. It touches no socket:
 * an interrupt that a cell's author sends it by hand, at any time, breaks nothing of the kernel's.
 */
final class Lane implements Runnable {

  private static final long STACK_BYTES = 8L << 20;

  private final RouterSocket shell;
  private final Executions executions;
  private final Responder responder;
  private final Status status;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final List<Message> waiting = new ArrayList<>();
  private boolean ended;

  Lane(String name, RouterSocket shell, Executions executions, Responder responder, Status status) {
    this.shell = shell;
    this.executions = executions;
    this.responder = responder;
    this.status = status;
    var thread = new Thread(null, this, name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs the cell of {@code request} behind those that wait already. */
  void execute(Message request) {
    synchronized (waiting) {
      waiting.add(request);
    }
    tasks.add(this::next);
  }

  /** Ends the thread once the running cell has ended; the cells that wait are aborted. */
  void end() {
    tasks.add(() -> ended = true);
    abort(takeWaiting());
  }

  @Override
  public void run() {
    while (!ended) {
      responder.guarded(take());
    }
  }

  /** An interrupt that comes while no cell runs was meant for one that has ended. */
  private Runnable take() {
    while (true) {
      try {
        return tasks.take();
      } catch (InterruptedException tooLate) {
        continue;
      }
    }
  }

  private void next() {
    Message request;
    synchronized (waiting) {
      if (waiting.isEmpty()) {
        return; // it was aborted
      }
      request = waiting.remove(0);
    }
    var started = Instant.now();
    status.running(request.header());
    var behind = List.<Message>of();
    try {
      var reply = responder.answer(request, executions::execute).orElseThrow();
      var message = responder.message(request, reply.content(), started);
      if (reply.abortsWaiting()) {
        behind = sendAndTakeWaiting(message);
      } else {
        shell.send(message);
      }
    } finally {
      status.idle(request.header());
    }
    abort(behind);
  }

  /**
   * Sends the reply of a failed cell and returns the requests that came before it was sent. What
   * comes later was sent by someone who knows of the failure: it runs.
   */
  private List<Message> sendAndTakeWaiting(Message reply) {
    var behind = new ArrayList<Message>();
    var sent = new CountDownLatch(1);
    shell.later(
        () -> {
          behind.addAll(takeWaiting());
          shell.send(reply);
          sent.countDown();
        });
    while (true) {
      try {
        sent.await();
        return behind;
      } catch (InterruptedException tooLate) {
        continue;
      }
    }
  }

  private List<Message> takeWaiting() {
    synchronized (waiting) {
      var taken = List.copyOf(waiting);
      waiting.clear();
      return taken;
    }
  }

  private void abort(List<Message> requests) {
    for (var request : requests) {
      status.busy(request.header());
      shell.send(responder.message(request, Map.of("status", "aborted"), Instant.now()));
      status.idle(request.header());
    }
  }
}

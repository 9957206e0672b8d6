package org.orrery.kernel.session;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.protocol.RefusedMessageException;
import org.orrery.kernel.protocol.Wire;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/**
 * Asks the reader of the notebook for a line, over the stdin socket. The socket belongs to a thread
 * of its own, which a second, inner socket wakes when the question is withdrawn: the asking thread
 * may be interrupted, and an interrupted thread must touch no socket.
 */
final class Questions implements Runnable {

  private static final String WITHDRAWALS = "inproc://withdrawals";

  private record Question(Message request, String prompt, CompletableFuture<String> answer) {}

  private final ZMQ.Context context;
  private final ZMQ.Socket stdin;
  private final ZMQ.Socket withdrawn;
  private final ZMQ.Socket withdrawing;
  private final Wire wire;
  private final String session;
  private final PrintStream log;
  private final BlockingQueue<Question> asked = new LinkedBlockingQueue<>();
  private volatile Message request;
  private volatile Question current;

  Questions(Sockets sockets, Wire wire, String session, PrintStream log) {
    this.context = sockets.context();
    this.stdin = sockets.stdin();
    this.withdrawn = context.socket(SocketType.PAIR);
    this.withdrawing = context.socket(SocketType.PAIR);
    this.wire = wire;
    this.session = session;
    this.log = log;
    withdrawn.bind(WITHDRAWALS);
    withdrawing.connect(WITHDRAWALS);
  }

  /** From here on questions go to the front end that sent {@code executing}. */
  void enter(Message executing) {
    request = executing;
  }

  /**
   * The line that the reader answers.
   *
   * @throws IOException when the front end takes no questions, or the cell is interrupted meanwhile
   */
  String ask(String prompt) throws IOException {
    var asking = request;
    if (asking == null || !asking.flag("allow_stdin", false)) {
      throw new IOException(
          "the cell reads System.in, but this front end takes no input (allow_stdin is false):"
              + " give the value in the code");
    }
    var question = new Question(asking, prompt, new CompletableFuture<>());
    current = question;
    asked.add(question);
    try {
      return question.answer().get();
    } catch (InterruptedException | CancellationException e) {
      question.answer().cancel(false);
      throw new InterruptedIOException("interrupted while waiting for input");
    } catch (ExecutionException e) {
      throw new IOException("no answer came: " + e.getCause().getMessage(), e.getCause());
    } finally {
      current = null;
    }
  }

  /** Withdraws the question that waits for an answer, if there is one. */
  synchronized void withdraw() {
    var waiting = current;
    if (waiting != null) {
      waiting.answer().cancel(false);
      withdrawing.send(new byte[0]);
    }
  }

  /** Closes what only the closing thread uses, and lets {@link #run} end. */
  synchronized void close() {
    withdrawing.close();
    var nobody = new CompletableFuture<String>();
    nobody.cancel(false);
    asked.add(new Question(null, "", nobody));
  }

  @Override
  public void run() {
    try (var poller = context.poller(2)) {
      var replies = poller.register(stdin, ZMQ.Poller.POLLIN);
      var withdrawals = poller.register(withdrawn, ZMQ.Poller.POLLIN);
      for (var next = asked.take(); next.request() != null; next = asked.take()) {
        forgetWhatIsLate();
        if (!next.answer().isDone()) {
          Frames.send(stdin, wire.encode(inputRequest(next)));
        }
        while (!next.answer().isDone()) {
          poller.poll(-1);
          if (poller.pollin(withdrawals)) {
            Frames.receive(withdrawn, 0);
          }
          if (poller.pollin(replies)) {
            takeReply(next);
          }
        }
      }
    } catch (ZMQException e) {
      if (e.getErrorCode() != ZError.ETERM) {
        log.println("orrery kernel: the stdin socket failed: " + e.getMessage());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("the kernel's own threads are never interrupted", e);
    } finally {
      stdin.close();
      withdrawn.close();
    }
  }

  private Message inputRequest(Question question) {
    var header = Header.create("input_request", session, "kernel");
    return question.request().reply(header, Map.of("prompt", question.prompt(), "password", false));
  }

  /** Answers to questions that were withdrawn, and withdrawals that came too late. */
  private void forgetWhatIsLate() {
    while (!Frames.receive(withdrawn, ZMQ.DONTWAIT).isEmpty()) {}
    while (!Frames.receive(stdin, ZMQ.DONTWAIT).isEmpty()) {}
  }

  private void takeReply(Question question) {
    try {
      var reply = wire.decode(Frames.receive(stdin, 0));
      if (reply.type().equals("input_reply")) {
        question.answer().complete(reply.text("value"));
      }
    } catch (RefusedMessageException e) {
      log.println("orrery kernel: refused a message on stdin: " + e.getMessage());
    }
  }
}

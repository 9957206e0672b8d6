package org.orrery.kernel.session;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;

/**
 * Asks the reader of the notebook for a line, over the stdin socket. One question at a time: a
 * front end shows one.
 */
final class Questions {

  private static final int TRIALS = 20;
  private static final Executor AGAIN =
      CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

  private record Question(Header header, CompletableFuture<String> answer) {}

  private final RouterSocket stdin;
  private final CellContext context;
  private final String session;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
  private volatile Question current;

  Questions(RouterSocket stdin, CellContext context, String session) {
    this.stdin = stdin;
    this.context = context;
    this.session = session;
  }

  /**
   * The line that the reader answers.
   *
   * @param password whether what the reader types stays hidden
   * @throws IOException when the front end takes no questions, or the cell is interrupted meanwhile
   */
  String ask(String prompt, boolean password) throws IOException {
    var request =
        context
            .current()
            .map(Execution::request)
            .filter(one -> one.flag("allow_stdin", false))
            .orElseThrow(
                () ->
                    new IOException(
                        "the cell asks for input, but this front end takes none (allow_stdin is"
                            + " false): give the value in the code"));
    waiting.add(Thread.currentThread());
    try {
      turn.lockInterruptibly();
      try {
        return answer(request, prompt, password);
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException | CancellationException e) {
      throw new InterruptedIOException("interrupted while waiting for input");
    } finally {
      waiting.remove(Thread.currentThread());
    }
  }

  private String answer(Message request, String prompt, boolean password)
      throws InterruptedException, IOException {
    var header = Header.create("input_request", session, "kernel");
    var question = new Question(header, new CompletableFuture<>());
    current = question;
    try {
      var content = Map.<String, Object>of("prompt", prompt, "password", password);
      send(request.reply(header, content), question, TRIALS);
      return question.answer().get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } finally {
      current = null;
    }
  }

  /** A front end's stdin may connect later than its shell. */
  private void send(Message message, Question question, int trials) {
    stdin.send(
        message,
        () -> {
          if (trials > 0) {
            AGAIN.execute(() -> send(message, question, trials - 1));
          } else {
            question
                .answer()
                .completeExceptionally(
                    new IOException("the front end that asked for this cell has gone"));
          }
        });
  }

  /** Withdraws every question, asked or still waiting for its turn. */
  void withdraw() {
    waiting.forEach(Thread::interrupt);
    Optional.ofNullable(current).ifPresent(question -> question.answer().cancel(false));
  }

  /** Takes a message of the stdin socket. An answer that names another question came too late. */
  void take(Message message) {
    var question = current;
    if (question == null || !message.type().equals("input_reply")) {
      return;
    }
    var asked = message.parent().map(Header::id);
    if (asked.isEmpty() || asked.get().equals(question.header().id())) {
      question.answer().complete(message.text("value"));
    }
  }
}

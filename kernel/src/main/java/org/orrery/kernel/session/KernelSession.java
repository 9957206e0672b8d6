package org.orrery.kernel.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.orrery.kernel.comm.Comms;
import org.orrery.kernel.comm.HandlerFailures;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.protocol.ConnectionFile;
import org.orrery.kernel.protocol.Wire;
import org.zeromq.ZMQ;

/**
 * A running kernel. One a process: it takes {@code System.out} and {@code System.err} for the
 * cells.
 *
 * <pre>{@code
 * var session = KernelSession.open(connectionFile);
 * session.awaitEnd();      // until a front end shuts it down
 * }</pre>
 */
public final class KernelSession {

  private static final long GOODBYE_MS = 1_000;

  private final Cells cells;
  private final WarmUp warmUp;
  private final NativeOutput nativeOutput;
  private final Runnable interrupt;
  private final CountDownLatch ended;
  private final Closings closings;

  /** What sends or writes what is left when the kernel ends. */
  private record Closings(IoPub iopub, HistoryFile history, ZMQ.Context sockets) {}

  private KernelSession(
      Cells cells,
      WarmUp warmUp,
      NativeOutput nativeOutput,
      Runnable interrupt,
      CountDownLatch ended,
      Closings closings) {
    this.cells = cells;
    this.warmUp = warmUp;
    this.nativeOutput = nativeOutput;
    this.interrupt = interrupt;
    this.ended = ended;
    this.closings = closings;
  }

  /**
   * Binds the sockets that the file at {@code connectionFile} names and answers requests from then
   * on.
   *
   * @throws IOException when it is no connection file, a port is in use or an address is not this
   *     machine's; the message names it
   */
  public static KernelSession open(Path connectionFile) throws IOException {
    var cells = Cells.starting(); // first, as it takes longest
    return open(cells, ConnectionFile.read(connectionFile));
  }

  private static KernelSession open(Cells cells, ConnectionFile connection) throws IOException {
    var sockets = Sockets.bind(connection);
    var kernelLog = KernelLog.over(System.err);
    var log = kernelLog.stream();
    var session = UUID.randomUUID().toString();
    var wire = Wire.of(connection);
    var iopub = new IoPub(sockets.iopub(), wire, session);
    var context = new CellContext();
    var stdin = new RouterSocket("stdin", sockets.stdin(), wire, log);
    var questions = new Questions(stdin, context, session);
    var running = new Running(iopub);
    var nativeOutput = new NativeOutput(iopub, context, kernelLog);
    Streams.install(iopub, context);
    System.setIn(new CellInput(questions));
    Display.connect(new CellDisplays(iopub, context::current, questions));
    Comms.ofThisKernel().connect(new CellComms(iopub, context));
    HandlerFailures.describeBy(
        thrown -> (String) Display.render(thrown, MimeBundle.PLAIN).data().get(MimeBundle.PLAIN));
    iopub.start();

    var status = new Status(iopub);
    status.starting();
    var shell = new RouterSocket("shell", sockets.shell(), wire, log);
    var control = new RouterSocket("control", sockets.control(), wire, log);
    var responder = new Responder(status, session, log);
    var earlier = HistoryFile.ofUser(System.getenv(), System.getProperty("user.home"));
    var historyFile = HistoryFile.at(earlier, log);
    var history = new History(historyFile);
    var executions = new Executions(cells, iopub, context, history, running, nativeOutput);
    var subshells = new Subshells(name -> new Lane(name, shell, executions, responder, status));
    Runnable interrupt =
        () -> {
          running.interrupted();
          cells.interrupt();
          questions.withdraw();
          iopub.interrupt();
        };
    var ended = new CountDownLatch(1);
    var always = new ControlRequests(connection, interrupt, ended::countDown, subshells);
    var requests =
        new ShellRequests(
            shell,
            responder,
            subshells,
            new AssistanceRequests(cells),
            history,
            new CommRequests(Comms.ofThisKernel(), context),
            always);
    stdin.start(questions::take);
    shell.start(requests::take);
    control.start(request -> responder.respond(control, request, always));
    start("heartbeat", new Heartbeat(sockets.heartbeat(), log));
    var closings = new Closings(iopub, historyFile, sockets.context());
    var warmUp = new WarmUp(cells, log);
    return new KernelSession(cells, warmUp, nativeOutput, interrupt, ended, closings);
  }

  /**
   * Waits until the shell is ready for its first cell. The output of native code is captured from
   * soon after that on: what it takes would make the first cell wait.
   */
  public void awaitStart() {
    cells.awaitStart();
    start("native-output", nativeOutput::capture);
    start("warm-up", warmUp).setPriority(Thread.MIN_PRIORITY);
  }

  /** Stops the running cells, if there are any. */
  public void interrupt() {
    interrupt.run();
  }

  /** Ends the session: {@link #awaitEnd} returns. */
  public void end() {
    ended.countDown();
  }

  /** Waits for the end, then sends what is still to be sent and closes the sockets. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
    nativeOutput.release();
    closings.iopub().close();
    closings.history().close();
    var closing = start("closing", closings.sockets()::term);
    closing.join(GOODBYE_MS); // a front end that reads nothing keeps it from closing
  }

  private static Thread start(String name, Runnable task) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}

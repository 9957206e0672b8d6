package org.orrery.kernel.session;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.orrery.kernel.comm.Comms;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.protocol.ConnectionFile;
import org.orrery.kernel.protocol.Wire;
import org.zeromq.ZMQ;

/**
 * A running kernel. One a process: it takes {@code System.out} and {@code System.err} for the
 * cells.
 *
 * <pre>{@code
 * var session = KernelSession.open(ConnectionFile.read(path));
 * session.awaitEnd();      // until a front end shuts it down
 * }</pre>
 */
public final class KernelSession {

  private static final long GOODBYE_MS = 1_000;

  private final Sockets sockets;
  private final IoPub iopub;
  private final Cells cells;
  private final Questions questions;
  private final CountDownLatch ended = new CountDownLatch(1);

  private KernelSession(Sockets sockets, IoPub iopub, Cells cells, Questions questions) {
    this.sockets = sockets;
    this.iopub = iopub;
    this.cells = cells;
    this.questions = questions;
  }

  /**
   * Binds the sockets of {@code connection} and answers requests from then on.
   *
   * @throws IOException when a port is in use or an address is not this machine's; the message
   *     names it
   */
  public static KernelSession open(ConnectionFile connection) throws IOException {
    var cells = new Cells();
    var sockets = Sockets.bind(connection);
    var log = System.err;
    var session = UUID.randomUUID().toString();
    var wire = Wire.of(connection);
    var iopub = new IoPub(sockets.iopub(), wire, session);
    var context = new CellContext();
    var questions = new Questions(sockets, wire, session, log);
    Streams.install(iopub, context);
    System.setIn(new CellInput(questions));
    Display.connect(new CellDisplays(iopub, context));
    Comms.ofThisKernel().connect(new CellComms(iopub, context));
    iopub.start();
    iopub.status(Optional.empty(), "starting");

    var kernel = new KernelSession(sockets, iopub, cells, questions);
    var control = new ControlRequests(connection, kernel::interrupt, kernel::end);
    var history = new History();
    var executions = new Executions(cells, iopub, context, questions, history);
    var comms = new CommRequests(Comms.ofThisKernel(), context, control);
    var shell = new ShellRequests(executions, history, cells, comms);
    start("stdin", questions);
    start("heartbeat", new Heartbeat(sockets.heartbeat(), log));
    kernel.serve("control", sockets.control(), control, wire, session, log);
    kernel.serve("shell", sockets.shell(), shell, wire, session, log);
    return kernel;
  }

  /** Waits until the shell is ready for its first cell. */
  public void awaitStart() {
    cells.awaitStart();
  }

  /** Stops the running cell, if there is one. */
  public void interrupt() {
    cells.interrupt();
    questions.withdraw();
  }

  /** Ends the session: {@link #awaitEnd} returns. */
  public void end() {
    ended.countDown();
  }

  /** Waits for the end, then sends what is still to be sent and closes the sockets. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
    iopub.close();
    questions.close();
    var closing = start("closing", sockets.context()::term);
    closing.join(GOODBYE_MS); // an endless cell keeps shell open
  }

  private void serve(
      String name,
      ZMQ.Socket socket,
      Requests requests,
      Wire wire,
      String session,
      PrintStream log) {
    start(name, new RequestLoop(name, socket, wire, iopub, session, requests, log));
  }

  private static Thread start(String name, Runnable task) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}

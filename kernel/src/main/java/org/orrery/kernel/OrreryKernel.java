package org.orrery.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.orrery.kernel.session.KernelSession;
import sun.misc.Signal;

/**
 * Starts the kernel: {@code java -cp ... org.orrery.kernel.OrreryKernel CONNECTION_FILE}. It ends
 * when a front end shuts it down, or when the process named by {@code JPY_PARENT_PID} ends. Exit
 * codes: 0 shut down, 1 it could not start, 2 wrong usage.
 */
public final class OrreryKernel {

  private OrreryKernel() {}

  /** Runs the kernel until its end. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 1) {
      System.err.println("usage: java " + OrreryKernel.class.getName() + " CONNECTION_FILE");
      System.exit(2);
    }
    try {
      var session = KernelSession.open(Path.of(args[0]));
      Signal.handle(new Signal("INT"), signal -> session.interrupt());
      watchParent(session);
      session.awaitStart();
      session.awaitEnd();
      endEvenIfShutdownHooksOfCellsHang();
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      System.err.println("orrery kernel: " + e.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }

  private static void endEvenIfShutdownHooksOfCellsHang() {
    CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS)
        .execute(() -> Runtime.getRuntime().halt(0));
  }

  /** A front end that is killed cannot shut its kernel down. */
  private static void watchParent(KernelSession session) {
    Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
        .filter(pid -> pid.matches("\\d+"))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
        .ifPresent(parent -> parent.onExit().thenRun(session::end));
  }
}

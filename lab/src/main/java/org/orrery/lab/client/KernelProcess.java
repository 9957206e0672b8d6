package org.orrery.lab.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.orrery.kernel.protocol.ConnectionFile;
import org.orrery.lab.files.Aside;

/**
 * A kernel running as a child process. Closing it ends the process, whatever state it is in.
 *
 * <pre>{@code
 * try (var process = KernelProcess.start(launch, folder);
 *     var client = KernelClient.connect(process.connection())) { … }
 * }</pre>
 */
public final class KernelProcess implements AutoCloseable {

  private static final int TAIL_LINES = 20;
  private static final boolean POSIX = !System.getProperty("os.name").startsWith("Windows");

  private final Process process;
  private final ConnectionFile connection;
  private final Path folder;
  private OptionalLong peakMemory = OptionalLong.empty();

  private KernelProcess(Process process, ConnectionFile connection, Path folder) {
    this.process = process;
    this.connection = connection;
    this.folder = folder;
  }

  /**
   * Starts the kernel in {@code workingFolder} on free ports.
   *
   * @throws IOException when the process cannot be started
   */
  public static KernelProcess start(KernelLaunch launch, Path workingFolder) throws IOException {
    var folder = Files.createTempDirectory("orrery-run");
    try {
      var connection = ConnectionFile.onFreePorts("orrery");
      var file = folder.resolve("connection.json");
      connection.write(file);
      var builder =
          new ProcessBuilder(deafToCtrlC(launch.command(file.toString())))
              .directory(workingFolder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("kernel.log").toFile());
      builder.environment().putAll(launch.environment());
      // Jupyter's own name for it: a kernel may end itself when this process is gone.
      builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
      var process = builder.start();
      process.getOutputStream().close();
      return new KernelProcess(process, connection, folder);
    } catch (IOException e) {
      Aside.deleteFolder(folder);
      throw e;
    }
  }

  /**
   * Ctrl-C goes to every process of the terminal. The kernel must outlive it, so that the runner
   * can interrupt it by message and keep what the cell had made.
   */
  private static List<String> deafToCtrlC(List<String> command) {
    if (!POSIX) {
      return command;
    }
    var shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
    shielded.addAll(command);
    return shielded;
  }

  /** Where the kernel listens. */
  public ConnectionFile connection() {
    return connection;
  }

  /** Whether the process runs; also takes note of its memory. */
  public boolean isAlive() {
    var alive = process.isAlive();
    if (alive) {
      readPeakMemory();
    }
    return alive;
  }

  /** The most memory the process has held so far, in bytes, where the system tells (Linux). */
  public OptionalLong peakMemory() {
    return peakMemory;
  }

  /** The error for a process that is gone, with what it said last. */
  public KernelDiedException died(String during) {
    var how = process.isAlive() ? "is gone" : "ended with exit code " + process.exitValue();
    var said = lastWords();
    return new KernelDiedException(
        "the kernel %s %s%s"
            .formatted(
                how,
                during,
                said.isEmpty()
                    ? "; it wrote no last words (was it killed, or out of memory?)"
                    : "; its last words:\n" + said.indent(4).stripTrailing()));
  }

  /** The error for a kernel that does not answer, with what it said last. */
  public KernelDiedException mute(Duration waited) {
    return new KernelDiedException(
        "the kernel did not answer within %d s; what it wrote:%n%s"
            .formatted(waited.toSeconds(), lastWords().indent(4).stripTrailing()));
  }

  /** The error for a kernel that an interrupt does not stop. */
  public KernelDiedException deaf(String reason, Duration waited) {
    return new KernelDiedException(
        "%s; the kernel did not stop within %d s and was ended"
            .formatted(reason, waited.toSeconds()));
  }

  /** The last lines the process wrote past its sockets. */
  private String lastWords() {
    try {
      var bytes = Files.readAllBytes(folder.resolve("kernel.log"));
      var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(its log cannot be read: " + e + ")";
    }
  }

  private void readPeakMemory() {
    var status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return;
    }
    try (var lines = Files.lines(status)) {
      lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .ifPresent(bytes -> peakMemory = OptionalLong.of(bytes));
    } catch (IOException | java.io.UncheckedIOException e) {
      // The process ended between the two looks: what was read before stands.
      return;
    }
  }

  /** Waits for the process to end by itself. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends the process at once if it still runs, and removes its connection file. */
  @Override
  public void close() throws IOException {
    var children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Aside.deleteFolder(folder);
  }
}

package org.orrery.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.orrery.kernel.protocol.ConnectionFile;

/** The real kernel in a JVM of its own, as a front end starts it. */
final class KernelProcess implements AutoCloseable {

  private final Process process;
  private final ConnectionFile connection;
  private final Path errors;

  private KernelProcess(Process process, ConnectionFile connection, Path errors) {
    this.process = process;
    this.connection = connection;
    this.errors = errors;
  }

  static KernelProcess start(Path folder) throws IOException {
    return start(folder, ConnectionFile.onFreePorts("orrery"), Map.of());
  }

  static KernelProcess start(
      Path folder, ConnectionFile connection, Map<String, String> environment) throws IOException {
    return start(folder, connection, environment, "512m");
  }

  static KernelProcess startWithHeap(Path folder, String heap) throws IOException {
    return start(folder, ConnectionFile.onFreePorts("orrery"), Map.of(), heap);
  }

  private static KernelProcess start(
      Path folder, ConnectionFile connection, Map<String, String> environment, String heap)
      throws IOException {
    var file = Files.createTempFile(folder, "kernel-", ".json");
    connection.write(file);
    var errors = Files.createTempFile(folder, "stderr-", ".txt");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(signalsAsInAForeground());
    command.addAll(List.of(java, "-Xmx" + heap));
    for (var part : List.of("api", "code", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            OrreryKernel.class.getName(),
            file.toString()));
    var builder = new ProcessBuilder(command);
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    builder.environment().putAll(environment);
    var process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile())
            .start();
    return new KernelProcess(process, connection, errors);
  }

  ConnectionFile connection() {
    return connection;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Waits until the process computes nothing any more: its cells wait, or have ended. */
  void awaitRest() {
    var rest = Duration.ofMillis(300);
    var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    var before = cpuTime();
    while (System.nanoTime() < patience) {
      LockSupport.parkNanos(rest.toNanos());
      var now = cpuTime();
      if (now.minus(before).compareTo(rest.dividedBy(10)) <= 0) {
        return;
      }
      before = now;
    }
    throw new AssertionError("the kernel still computes after 60 s");
  }

  /** The most memory the process has held so far, in bytes, where the system tells (Linux). */
  OptionalLong peakMemory() throws IOException {
    var status = Path.of("/proc", "" + pid(), "status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst();
  }

  private Duration cpuTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  /** The exit code, waited for. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("the kernel did not end within 30 s");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /**
   * A shell lets its background jobs ignore SIGINT, their children inherit it, and a JVM never
   * hears what is ignored. So the kernel is started through env where env can undo that, as on
   * Linux.
   */
  private static List<String> signalsAsInAForeground() {
    var reset = List.of("env", "--default-signal=INT");
    var trial = new ArrayList<>(reset);
    trial.add("true");
    try {
      var process = new ProcessBuilder(trial).redirectErrorStream(true).start();
      return process.waitFor() == 0 ? reset : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.orrery.lab.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The archive of loaded classes that lets the kernel start in about half the time: class-data
 * sharing up to JDK 24, the ahead-of-time cache from JDK 25 on. It is made by a kernel that goes
 * through a short session, and holds for one Java and one set of jars; the JVM itself passes over
 * one that does not fit.
 *
 * <pre>{@code
 * var archive = StartArchive.of(Path.of("/opt/orrery"));
 * if (!archive.exists()) archive.make(launch);
 * launch.with(archive.flags());
 * }</pre>
 *
 * @param file where it is kept
 * @param javaVersion feature release of the Java it is for
 */
public record StartArchive(Path file, int javaVersion) {

  private static final int FIRST_WITH_AOT_CACHE = 25;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What a session begins with: each line a cell. */
  private static final List<String> REHEARSAL =
      List.of(
          "1 + 1",
          "var list = new ArrayList<>(List.of(3, 1, 2)); Collections.sort(list); list",
          """
          record Point(double x, double y) { double norm() { return Math.hypot(x, y); } }
          class Walk { final List<Point> points = new ArrayList<>(); void to(Point p) { points.add(p); } }
          int square(int n) { return n * n; }
          var walk = new Walk();
          for (int i = 0; i < 10; i++) { walk.to(new Point(i, square(i))); }
          walk.points.stream().filter(p -> p.x() > 1).map(p -> String.format("%.2f", p.norm()))
              .collect(Collectors.joining(", "))
          """,
          "System.out.println(Map.of(\"key\", List.of(1, 2))); System.err.print(\"\")",
          "display(\"shown\"); new Point(1, 2)",
          "int wrong = \"text\";",
          "List.of().get(0)");

  /** The archive of this JVM's Java in {@code folder}. */
  public static StartArchive of(Path folder) {
    var version = Runtime.version().feature();
    var name = "kernel-" + Runtime.version() + (version < FIRST_WITH_AOT_CACHE ? ".jsa" : ".aot");
    return new StartArchive(folder.resolve(name.replace('+', '-')), version);
  }

  /** Whether it has been made. */
  public boolean exists() {
    return Files.isRegularFile(file);
  }

  /** The JVM flags that use it; none when it has not been made. */
  public List<String> flags() {
    if (!exists()) {
      return List.of();
    }
    return javaVersion < FIRST_WITH_AOT_CACHE
        ? List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off")
        : List.of("-XX:AOTCache=" + file, "-Xlog:cds=off", "-Xlog:aot=off");
  }

  /**
   * Makes it from a rehearsal on the kernel that {@code launch} starts.
   *
   * @throws IOException when the kernel fails or the folder cannot be written; nothing is left then
   */
  public void make(KernelLaunch launch) throws IOException, InterruptedException {
    Files.createDirectories(file.getParent());
    var made = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    var flag = javaVersion < FIRST_WITH_AOT_CACHE ? "ArchiveClassesAtExit=" : "AOTCacheOutput=";
    var rehearsing = launch.with(List.of("-XX:" + flag + made, "-Xlog:cds=off", "-Xlog:all=off"));
    try (var process = KernelProcess.start(rehearsing, file.getParent());
        var client = KernelClient.connect(process.connection())) {
      rehearse(process, client);
      if (!client.shutdown(process, PATIENCE) || !Files.isRegularFile(made)) {
        throw new IOException(
            "the kernel made no archive of its classes: "
                + process.died("at its end").getMessage());
      }
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (KernelDiedException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static void rehearse(KernelProcess process, KernelClient client)
      throws KernelDiedException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    Pulse alive =
        () -> {
          if (!process.isAlive()) {
            throw process.died("while it rehearsed");
          }
          if (System.nanoTime() > until) {
            throw process.mute(PATIENCE);
          }
          return Pulse.Verdict.GO_ON;
        };
    client.awaitReady(alive);
    for (var cell : REHEARSAL) {
      client.execute(cell, header -> {}, message -> {}, alive);
    }
    client.ask("complete_request", Map.of("code", "System.out.pri", "cursor_pos", 14), alive);
    client.ask("inspect_request", Map.of("code", "Math.abs", "cursor_pos", 8), alive);
    client.ask("is_complete_request", Map.of("code", "int x = 1;"), alive);
  }
}

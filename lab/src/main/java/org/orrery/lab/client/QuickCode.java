package org.orrery.lab.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM flags that let what handles a cell, javac above all, become quick code soon: compiled
 * after a tenth of the usual number of calls, and by C1 only, so that C2 does not take the cores
 * from it. For the same reason C2 comes later everywhere: while the kernel started on two cores it
 * took 0.15 of 1.4 s. Hot loops of a cell's own, a simulation, a map and a stream, took as long as
 * before.
 *
 * @param directives the file that names the classes, for the JVM's compiler directives
 */
public record QuickCode(Path directives) {

  /** With Jackson too, neither the start nor 1 + 1 differed by more than the machine's noise. */
  private static final List<String> HANDLE_CELLS =
      List.of("com.sun.tools.javac", "org.orrery.kernel", "zmq");

  /** Ten times the JVM's own thresholds, of calls and of loop iterations. */
  private static final List<String> LATE_C2 =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /** Of the folder {@code etc} of an installation. */
  public static QuickCode of(Path etc) {
    return new QuickCode(etc.resolve("kernel-compiler.json"));
  }

  /** The flags; none when the file is missing, since a JVM does not start without it. */
  public List<String> flags() {
    if (!Files.isRegularFile(directives)) {
      return List.of();
    }
    var flags = new ArrayList<>(LATE_C2);
    flags.add("-XX:+UnlockDiagnosticVMOptions");
    flags.add("-XX:CompilerDirectivesFile=" + directives);
    flags.add("-XX:CompileCommand=quiet");
    for (var one : HANDLE_CELLS) {
      flags.add("-XX:CompileCommand=CompileThresholdScaling,%s.*::*,0.1".formatted(one));
    }
    return flags;
  }
}

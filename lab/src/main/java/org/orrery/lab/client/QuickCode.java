package org.orrery.lab.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JVM flags that let what handles a cell, javac above all, become quick code soon: compiled
 * after a part of the usual number of calls, and by C1 only, so that C2 does not take the cores
 * from it. A cell's own code is compiled as ever. On two cores {@code 1 + 1} took 6 ms in place of
 * 10, and a cell of 40 lines 28 in place of 36.
 *
 * @param directives the file that names the classes, for the JVM's compiler directives
 */
public record QuickCode(Path directives) {

  /** What part of the usual calls is enough; less for all would make the start slower. */
  private static final Map<String, String> SHARE =
      new TreeMap<>(
          Map.of(
              "com.sun.tools.javac", "0.1",
              "org.orrery.kernel", "0.3",
              "tools.jackson", "0.3",
              "zmq", "0.3"));

  /** Of the folder {@code etc} of an installation. */
  public static QuickCode of(Path etc) {
    return new QuickCode(etc.resolve("kernel-compiler.json"));
  }

  /** The flags; none when the file is missing, since a JVM does not start without it. */
  public List<String> flags() {
    if (!Files.isRegularFile(directives)) {
      return List.of();
    }
    var flags = new ArrayList<String>();
    flags.add("-XX:+UnlockDiagnosticVMOptions");
    flags.add("-XX:CompilerDirectivesFile=" + directives);
    flags.add("-XX:CompileCommand=quiet");
    SHARE.forEach(
        (name, share) ->
            flags.add(
                "-XX:CompileCommand=CompileThresholdScaling,%s.*::*,%s".formatted(name, share)));
    return flags;
  }
}

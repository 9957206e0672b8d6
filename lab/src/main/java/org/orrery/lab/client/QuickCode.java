package org.orrery.lab.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM flags that let what handles a cell, javac above all, become quick code soon: compiled
 * javac after a tenth of the usual number of calls, and all of it by C1 only, so that C2 does not
 * take the cores from it. A cell's own code is compiled as ever. On two cores {@code 1 + 1} took 6
 * ms in place of 10, and a cell of 40 lines 28 in place of 36.
 *
 * @param directives the file that names the classes, for the JVM's compiler directives
 */
public record QuickCode(Path directives) {

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
    // Of javac alone: the same for the rest made the start a tenth slower.
    flags.add("-XX:CompileCommand=CompileThresholdScaling,com.sun.tools.javac.*::*,0.1");
    return flags;
  }
}

package org.orrery.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the workbench's in a JVM of its own: the command line itself starts quickly because
 * it does not load the workbench.
 *
 * @param main the class to run
 * @param arguments what it is told
 */
record WorkbenchProcess(String main, List<String> arguments) {

  /** Runs it to its end, its output printed to {@code out}: 0 when it exits with 0, else 1. */
  int run(PrintWriter out) throws CommandFailure, InterruptedException {
    try {
      var installation = Installation.current();
      var builder = new ProcessBuilder(command(installation)).redirectErrorStream(true);
      // As the kernel has it, so that a model computes as fast and to the same bits as in a
      // notebook.
      builder.environment().putAll(installation.plainKernel().environment());
      var process = builder.start();
      process.getOutputStream().close();
      try (var lines = process.inputReader()) {
        lines.lines().forEach(out::println);
      }
      out.flush();
      return process.waitFor() == 0 ? 0 : 1;
    } catch (IOException e) {
      throw new CommandFailure("the workbench cannot be started: " + e.getMessage(), e);
    }
  }

  private List<String> command(Installation installation) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    command.add("-Dorg.bytedeco.javacpp.logger=slf4j");
    command.add("-Dorg.slf4j.simpleLogger.log.org.bytedeco.javacpp=error");
    command.add("-Djava.awt.headless=true");
    installation.home().ifPresent(home -> command.add("-Dorrery.home=" + home));
    command.addAll(List.of("-cp", installation.classPath(), main));
    command.addAll(arguments);
    return command;
  }
}

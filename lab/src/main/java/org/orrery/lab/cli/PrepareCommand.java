package org.orrery.lab.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Makes the archive with which the kernel starts quickly; the launcher asks for it after a build.
 */
@Command(
    name = "prepare",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prepares the kernel for a quick start with this Java.")
final class PrepareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    return prepare(Installation.current(), spec.commandLine()) ? 0 : 1;
  }

  /** Makes the archive if there is none; whether there is one now. The kernel runs without, too. */
  static boolean prepare(Installation installation, CommandLine command)
      throws InterruptedException {
    var archive = installation.archive();
    if (archive.isEmpty() || archive.get().exists()) {
      return archive.isPresent();
    }
    try {
      archive.get().make(installation.plainKernel());
      return true;
    } catch (IOException e) {
      command
          .getErr()
          .println("orrery: the kernel could not be prepared for a quick start: " + e.getMessage());
      command.getErr().flush();
      return false;
    }
  }
}

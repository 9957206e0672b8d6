package org.orrery.lab.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code --help} and {@code --version}, on every command. */
@Command(versionProvider = Version.class)
final class StandardOptions {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  private boolean version;
}

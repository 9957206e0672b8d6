package org.orrery.lab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code orrery} command. Exit codes: 0 done, 1 the work failed, 2 wrong usage.
 *
 * <pre>{@code
 * int exitCode = OrreryCommand.execute("run", "notebook.ipynb");
 * }</pre>
 */
@Command(
    name = "orrery",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "A Java notebook kernel and a workbench for learned world models.",
    subcommands = {
      RunCommand.class,
      InstallCommand.class,
      DoctorCommand.class,
      DatasetsCommand.class,
      WatchCommand.class,
      VerifyCommand.class,
      PrepareCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExit codes: 0 done, 1 the work failed, 2 wrong usage.%n")
public final class OrreryCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs the command line {@code args} and gives its exit code. */
  public static int execute(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new OrreryCommand())
        .setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.ansi()))
        .setExecutionExceptionHandler(OrreryCommand::failed)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100);
  }

  public static void main(String[] args) {
    System.exit(execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a command: run, install, doctor, datasets, watch or verify");
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (!(failure instanceof CommandFailure)) {
      failure.printStackTrace(command.getErr());
    }
    var shown = failure instanceof CommandFailure ? failure.getMessage() : failure.toString();
    var label = Terminal.ansi() == Ansi.OFF ? "orrery: " : "\u001b[31morrery:\u001b[0m ";
    command.getErr().println(label + shown);
    command.getErr().flush();
    return 1;
  }
}

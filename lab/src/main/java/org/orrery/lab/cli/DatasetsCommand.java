package org.orrery.lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, shows, builds and verifies datasets, in a JVM of its own that has the workbench. */
@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lists the datasets that are here, shows their cards, verifies them against their cards, or"
          + " builds their cards (schema, hashes, Croissant) from their files.",
      "Fails when a dataset differs from its card."
    })
final class DatasetsCommand implements Callable<Integer> {

  private static final String MAIN = "org.orrery.workbench.clips.Datasets";
  private static final List<String> ACTIONS = List.of("list", "show", "verify", "build");

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "list",
      paramLabel = "ACTION",
      description = "list (the default), show, verify or build.")
  private String action;

  @Parameters(
      index = "1..*",
      paramLabel = "NAME",
      description = "The datasets; all of them when none is named.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "The folder that holds the datasets; Orrery's own unless told.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    if (!ACTIONS.contains(action)) {
      throw new ParameterException(
          spec.commandLine(), "expected %s; received %s".formatted(ACTIONS, action));
    }
    if (action.equals("list") && !names.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "list takes no names; \"show %s\" shows a card".formatted(names.get(0)));
    }
    try {
      var process = new ProcessBuilder(command()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      try (var lines = process.inputReader()) {
        lines.lines().forEach(spec.commandLine().getOut()::println);
      }
      spec.commandLine().getOut().flush();
      return process.waitFor() == 0 ? 0 : 1;
    } catch (IOException e) {
      throw new CommandFailure("the workbench cannot be started: " + e.getMessage(), e);
    }
  }

  private List<String> command() {
    var installation = Installation.current();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Djava.awt.headless=true");
    installation.home().ifPresent(home -> command.add("-Dorrery.home=" + home));
    command.addAll(List.of("-cp", installation.classPath(), MAIN, action));
    command.add(folder == null ? "datasets" : folder.toString());
    command.addAll(names);
    return command;
  }
}

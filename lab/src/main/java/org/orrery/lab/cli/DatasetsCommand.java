package org.orrery.lab.cli;

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
          + " builds them: makes the clips of a card with the recipe of a world, and writes its"
          + " schema, hashes and Croissant from the files.",
      "Fails when a dataset differs from its card."
    })
final class DatasetsCommand implements Callable<Integer> {

  private static final String MAIN = "org.orrery.workbench.worlds.WorldDatasets";
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
    var arguments = new ArrayList<String>();
    arguments.add(action);
    arguments.add(folder == null ? "datasets" : folder.toString());
    arguments.addAll(names);
    return new WorkbenchProcess(MAIN, arguments).run(spec.commandLine().getOut());
  }
}

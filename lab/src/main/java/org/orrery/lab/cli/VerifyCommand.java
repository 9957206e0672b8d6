package org.orrery.lab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks or takes again what was published, in a JVM of its own that has the workbench. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Checks a checkpoint (its hash, whether it loads as its card says, its ancestors) or a"
          + " dataset (measured anew) against its card, all of those in a folder, or takes an exam"
          + " again from the JSON that it was written to: same world, seed, clips and weights,"
          + " every figure compared.",
      "Prints what it does. Exit code 0 when all is as it says, 1 with the differences when not or"
          + " when it cannot be verified."
    })
final class VerifyCommand implements Callable<Integer> {

  private static final String MAIN = "org.orrery.workbench.experiments.Verify";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description =
          "A checkpoint's or a dataset's folder, a folder of such, or an exam's JSON file.")
  private Path path;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "The checkpoint that an exam was taken of; looked for by its hash, beside the exam and in"
              + " checkpoints/, unless told.")
  private Optional<Path> model;

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    if (model.isPresent() && Files.isDirectory(path)) {
      throw new ParameterException(
          spec.commandLine(),
          "--model goes with an exam's JSON file; %s is a folder".formatted(path));
    }
    return new WorkbenchProcess(
            MAIN, List.of(path.toString(), model.map(Path::toString).orElse("")))
        .run(spec.commandLine().getOut());
  }
}

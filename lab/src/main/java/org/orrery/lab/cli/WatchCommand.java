package org.orrery.lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.orrery.lab.files.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is physically wrong with a video, in a JVM of its own that has the workbench. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Looks for what cannot happen in a video of any origin: things that come from nothing, vanish,"
          + " jump, double or change colour, frames shown twice, standstills, a ground that"
          + " changes. It needs no labels and no model.",
      "Prints a line a fault. Exit code 0 whatever the video shows, 1 when it cannot be read."
    })
final class WatchCommand implements Callable<Integer> {

  private static final String MAIN = "org.orrery.workbench.view.WatchedVideo";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "VIDEO",
      description = "A video file, an animation or a folder of frames.")
  private Path video;

  @Option(
      names = "--fps",
      paramLabel = "N",
      description = "Frames a second, for pictures in a folder, which do not say.")
  private Optional<Double> fps;

  @Option(
      names = "--html",
      paramLabel = "OUT.html",
      description = "Also write the flagged frames, a timeline and the list as one HTML page.")
  private Optional<Path> html;

  @Option(
      names = "--json",
      paramLabel = "OUT.json",
      description = "Also write the faults and the figures of every frame.")
  private Optional<Path> json;

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    if (html.isPresent() && html.equals(json)) {
      throw new ParameterException(
          spec.commandLine(), "--html and --json name the same file " + html.get() + "; name two");
    }
    if (fps.isPresent() && !(fps.get() > 0 && fps.get() < 1e6)) {
      throw new ParameterException(
          spec.commandLine(), "--fps: expected frames a second above 0, received " + fps.get());
    }
    try {
      for (Optional<Path> file : List.of(html, json)) {
        if (file.isPresent()) {
          OutputFile.checked(file.get());
        }
      }
    } catch (IOException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    return new WorkbenchProcess(
            MAIN,
            List.of(
                video.toString(),
                fps.map(n -> Double.toString(n)).orElse(""),
                html.map(Path::toString).orElse(""),
                json.map(Path::toString).orElse("")))
        .run(spec.commandLine().getOut());
  }
}

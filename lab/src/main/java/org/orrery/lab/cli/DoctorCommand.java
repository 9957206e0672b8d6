package org.orrery.lab.cli;

import java.util.concurrent.Callable;
import org.orrery.lab.doctor.Doctor;
import org.orrery.lab.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what this machine has and what is missing. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Shows what is here: JDK, processor, memory, GPUs, engines, Jupyter; and for what is"
            + " missing the line that installs it. Fails only when something essential is missing.")
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var missing = 0;
    for (var finding : Doctor.of(Installation.current().library()).examine()) {
      out.println(
          "%s %-14s %s".formatted(sign(finding.mark()), finding.subject(), finding.detail()));
      finding.remedy().ifPresent(line -> out.println(" ".repeat(17) + "install: " + line));
      missing += finding.mark() == Finding.Mark.MISSING ? 1 : 0;
    }
    out.println();
    out.println(
        missing == 0
            ? "Nothing essential is missing."
            : "%d essential things are missing.".formatted(missing));
    out.flush();
    return missing == 0 ? 0 : 1;
  }

  private static String sign(Finding.Mark mark) {
    var colours = Terminal.ansi().enabled();
    return switch (mark) {
      case GOOD -> colours ? "\u001b[32m✓\u001b[0m" : "✓";
      case ABSENT -> colours ? "\u001b[2m–\u001b[0m" : "–";
      case MISSING -> colours ? "\u001b[31m✗\u001b[0m" : "✗";
    };
  }
}

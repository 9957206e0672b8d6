package org.orrery.lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.orrery.lab.install.Kernelspec;
import org.orrery.lab.install.KernelspecFolders;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Registers the kernel for Jupyter, JupyterLab and VS Code. */
@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Registers the kernel \"Java (Orrery)\" for Jupyter, JupyterLab and VS Code. Needs no"
            + " Python; run it again after moving this folder. JVM flags in ORRERY_KERNEL_OPTS are"
            + " written into the registration.")
final class InstallCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @ArgGroup private Where where;

  private static final class Where {
    @SuppressWarnings("UnusedVariable") // Being the default, it changes nothing.
    @Option(names = "--user", description = "For this user (the default).")
    private boolean user;

    @Option(
        names = "--prefix",
        paramLabel = "DIR",
        description = "Under DIR/share/jupyter, such as a virtual environment or /usr/local.")
    private Path prefix;
  }

  @Override
  public Integer call() throws Exception {
    var prefix = Optional.ofNullable(where).map(w -> w.prefix);
    var data = prefix.map(KernelspecFolders::under).orElseGet(KernelspecFolders::ofUser);
    var installation = Installation.current();
    PrepareCommand.prepare(installation, spec.commandLine());
    try {
      var folder = Kernelspec.of(installation.kernel()).installInto(data);
      spec.commandLine().getOut().println("registered the kernel \"Java (Orrery)\" in " + folder);
      spec.commandLine().getOut().flush();
      return 0;
    } catch (IOException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }
}

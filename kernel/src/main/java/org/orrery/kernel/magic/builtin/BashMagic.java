package org.orrery.kernel.magic.builtin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.orrery.kernel.magic.MagicCall;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.MagicSet;
import org.orrery.kernel.magic.Magics;

/** {@code %%bash} runs the cell as a shell script, its output shown as it comes. */
public final class BashMagic implements MagicSet {

  private static final long GRACE_MS = 500;

  @Override
  public void addTo(Magics magics) {
    magics.cell(
        "bash",
        "%%bash [ARGUMENT...]",
        "runs the cell as a bash script",
        (call, workspace) -> bash(call));
  }

  private static Object bash(MagicCall call) throws IOException, InterruptedException {
    var script = Files.createTempFile("cell", ".sh");
    try {
      Files.writeString(script, call.body().replace("\r\n", "\n"));
      run(start(script, call.words()));
      return null;
    } finally {
      Files.deleteIfExists(script);
    }
  }

  private static Process start(Path script, List<String> arguments) {
    var command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(arguments);
    try {
      var nothing =
          new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
      return new ProcessBuilder(command).redirectInput(nothing).start();
    } catch (IOException e) {
      throw new MagicException("%%bash needs the program bash on the PATH: " + e.getMessage(), e);
    }
  }

  private static void run(Process process) throws InterruptedException {
    var out = follow(process.getInputStream(), System.out);
    var err = follow(process.getErrorStream(), System.err);
    try {
      var exit = process.waitFor();
      // A program left in the background may hold them open: what it says still comes, later.
      out.join(GRACE_MS);
      err.join(GRACE_MS);
      if (exit != 0) {
        throw new MagicException("%%bash: the script ended with exit code " + exit);
      }
    } finally {
      stop(process);
    }
  }

  /** Ends what still runs of an interrupted script, politely first. */
  private static void stop(Process process) throws InterruptedException {
    if (!process.isAlive()) {
      return;
    }
    var all = process.descendants().toList();
    all.forEach(ProcessHandle::destroy);
    process.destroy();
    if (!process.waitFor(GRACE_MS, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private static Thread follow(InputStream from, PrintStream to) {
    var thread =
        new Thread(
            () -> {
              try (var reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
                var buffer = new char[8192];
                for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                  to.print(new String(buffer, 0, n));
                  to.flush();
                }
              } catch (IOException e) {
                // The script was stopped, and its pipe closed.
              }
            },
            "bash output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}

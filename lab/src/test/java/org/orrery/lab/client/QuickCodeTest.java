package org.orrery.lab.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickCodeTest {

  private final QuickCode shipped = QuickCode.of(Path.of("src/main/assembly/etc"));

  @Test
  void theShippedDirectivesAreWhatThisJvmUnderstands() throws Exception {
    var said = java("-version");

    assertThat(said).contains("compiler directives added").doesNotContain("rror");
  }

  @Test
  void cellsKeepTheWholeCompiler() throws Exception {
    var said = java("-XX:+CompilerDirectivesPrint", "-version").split("Directive:");

    assertThat(said[1])
        .contains("org/orrery/kernel/shell/StopCheck.*")
        .contains("Enable:true Exclude:false")
        .doesNotContain("Enable:false", "Exclude:true");
    assertThat(said[2]).contains("com/sun/tools/javac/*.*").contains("Enable:true Exclude:true");
    assertThat(said[2]).doesNotContain("REPL", "java/util", "matching: *");
    assertThat(said).hasSize(4); // before them the count, behind them the JVM's own
  }

  @Test
  void withoutTheFileThereAreNoFlags() {
    assertThat(QuickCode.of(Path.of("no", "such", "folder")).flags()).isEmpty();
  }

  private String java(String... more) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(shipped.flags());
    command.addAll(List.of(more));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}

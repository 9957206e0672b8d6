package org.orrery.lab.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelLaunchTest {

  private static final Path JAVA = Path.of("/jdk/bin/java");

  @Test
  void endsWithTheConnectionFile() {
    var command = launch(17, "").command("/tmp/connection.json");

    assertThat(command).startsWith("/jdk/bin/java");
    assertThat(command)
        .endsWith("-cp", "/lib/*", "org.orrery.kernel.OrreryKernel", "/tmp/connection.json");
  }

  @Test
  void tellsTheKernelWhereItsHomeIs() {
    assertThat(launch(17, "").environment())
        .containsEntry("ORRERY_HOME", "/home/orrery")
        .containsEntry("OPENBLAS_NUM_THREADS", "1");
  }

  @Test
  void asksForNativeAccessOnlyWhereTheJavaWarnsWithoutIt() {
    assertThat(launch(17, "").prefix()).doesNotContain("--enable-native-access=ALL-UNNAMED");
    assertThat(launch(25, "").prefix()).contains("--enable-native-access=ALL-UNNAMED");
  }

  @Test
  void letsTheUsersFlagsComeLast() {
    var prefix = launch(17, " -Xmx6g  -ea ").prefix();

    assertThat(prefix).contains("-ea");
    assertThat(prefix.indexOf("-Xmx6g")).isGreaterThan(prefix.indexOf("-Xmx900m"));
  }

  @Test
  void doesNotSlowTrainingWithTheFirstCompilerAlone() {
    assertThat(launch(17, "").prefix()).noneMatch(flag -> flag.contains("TieredStopAtLevel"));
  }

  private static KernelLaunch launch(int version, String more) {
    return KernelLaunch.of(JAVA, version, "/lib/*", Optional.of(Path.of("/home/orrery")), more);
  }
}

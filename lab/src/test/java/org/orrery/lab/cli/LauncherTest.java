package org.orrery.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script ./orrery, where it must refuse a Java. It builds nothing here. */
class LauncherTest {

  private static final Path SCRIPT = Path.of("..", "orrery").toAbsolutePath().normalize();

  @TempDir Path folder;

  @BeforeEach
  void onlyWhereThereIsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher is a POSIX script");
  }

  @Test
  void refusesAJreWithTheLineThatInstallsAJdk() throws Exception {
    var said = refused(java("jre", "21.0.1"));

    assertThat(said).contains("it is a JRE: it has no javac").contains("install one");
  }

  @Test
  void refusesAnOldJava() throws Exception {
    var old = java("old", "11.0.2");
    Files.copy(old.resolve("bin/java"), old.resolve("bin/javac"));

    assertThat(refused(old)).contains("it is Java 11.0.2, and 17 or newer is needed");
  }

  @Test
  void refusesAJdkWithoutJShell() throws Exception {
    var small = java("small", "17.0.1");
    Files.copy(small.resolve("bin/java"), small.resolve("bin/javac"));
    Files.writeString(
        small.resolve("release"), "JAVA_VERSION=\"17.0.1\"\nMODULES=\"java.base jdk.compiler\"\n");

    assertThat(refused(small)).contains("it has no module jdk.jshell");
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("link"), SCRIPT);

    var said = refused(link, java("jre", "21.0.1"));

    assertThat(said).contains("it is a JRE");
  }

  private Path java(String name, String version) throws IOException {
    var bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
    var program = Files.writeString(bin.resolve("java"), "#!/bin/sh\nexit 9\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return folder.resolve(name);
  }

  private String refused(Path java) throws Exception {
    return refused(SCRIPT, java);
  }

  private String refused(Path script, Path java) throws Exception {
    var log = folder.resolve("log").toFile();
    var builder =
        new ProcessBuilder(List.of(script.toString(), "--version"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("PATH", java.resolve("bin") + ":/usr/bin:/bin");
    assertThat(builder.start().waitFor()).isEqualTo(1);
    return Files.readString(log.toPath());
  }
}

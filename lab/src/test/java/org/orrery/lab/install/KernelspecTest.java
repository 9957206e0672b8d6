package org.orrery.lab.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.lab.client.KernelLaunch;
import tools.jackson.databind.json.JsonMapper;

class KernelspecTest {

  private static final KernelLaunch LAUNCH =
      new KernelLaunch(List.of("/jdk/bin/java", "-cp", "/lib/*", "Main"), Map.of("A", "1"));

  @TempDir Path data;

  @Test
  void writesASpecThatJupyterCanStart() throws IOException {
    var folder = Kernelspec.of(LAUNCH).installInto(data);

    assertThat(folder).isEqualTo(data.resolve("kernels/orrery"));
    var spec =
        JsonMapper.builder()
            .build()
            .readValue(Files.readString(folder.resolve("kernel.json")), Map.class);
    assertThat(spec.get("argv"))
        .isEqualTo(List.of("/jdk/bin/java", "-cp", "/lib/*", "Main", "{connection_file}"));
    assertThat(spec.get("display_name")).isEqualTo("Java (Orrery)");
    assertThat(spec.get("language")).isEqualTo("java");
    assertThat(spec.get("interrupt_mode")).isEqualTo("message");
    assertThat(spec.get("env")).isEqualTo(Map.of("A", "1"));
  }

  @Test
  void bringsItsPictures() throws IOException {
    var folder = Kernelspec.of(LAUNCH).installInto(data);

    assertThat(ImageIO.read(folder.resolve("logo-64x64.png").toFile()).getWidth()).isEqualTo(64);
    assertThat(ImageIO.read(folder.resolve("logo-32x32.png").toFile()).getWidth()).isEqualTo(32);
    assertThat(folder.resolve("logo-svg.svg")).content().startsWith("<svg");
  }

  @Test
  void replacesAnEarlierSpecAndLeavesNothingElse() throws IOException {
    var earlier = Files.createDirectories(data.resolve("kernels/orrery"));
    Files.writeString(earlier.resolve("leftover"), "x");

    Kernelspec.of(LAUNCH).installInto(data);

    assertThat(earlier.resolve("leftover")).doesNotExist();
    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(data.resolve("kernels"));
    }
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    var file = Files.writeString(data.resolve("file"), "x");

    assertThatThrownBy(() -> Kernelspec.of(LAUNCH).installInto(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--prefix");
  }

  @Test
  void findsTheUsersFolderAsJupyterDoes() {
    assertThat(KernelspecFolders.ofUser(Map.of(), "Linux", "/home/u"))
        .isEqualTo(Path.of("/home/u/.local/share/jupyter"));
    assertThat(KernelspecFolders.ofUser(Map.of("XDG_DATA_HOME", "/x"), "Linux", "/home/u"))
        .isEqualTo(Path.of("/x/jupyter"));
    assertThat(KernelspecFolders.ofUser(Map.of("JUPYTER_DATA_DIR", "/j"), "Linux", "/home/u"))
        .isEqualTo(Path.of("/j"));
    assertThat(KernelspecFolders.ofUser(Map.of(), "Mac OS X", "/Users/u"))
        .isEqualTo(Path.of("/Users/u/Library/Jupyter"));
  }
}

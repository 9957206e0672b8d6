package org.orrery.lab.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsideTest {

  @TempDir Path folder;

  @Test
  void replacesAFileAndLeavesNothingElse() throws IOException {
    var file = Files.writeString(folder.resolve("a.txt"), "old");

    Aside.write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void keepsTheEarlierFileWhenTheNewOneCannotTakeItsPlace() throws IOException {
    var occupied = Files.createDirectories(folder.resolve("a.txt"));
    Files.writeString(occupied.resolve("inside"), "kept");

    assertThatThrownBy(() -> Aside.write(occupied, "new")).isInstanceOf(IOException.class);

    assertThat(occupied.resolve("inside")).hasContent("kept");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void replacesAFolderAsAWhole() throws IOException {
    var target = Files.createDirectories(folder.resolve("spec"));
    Files.writeString(target.resolve("old"), "old");
    var made = Files.createDirectories(folder.resolve("made"));
    Files.writeString(made.resolve("new"), "new");

    Aside.replaceFolder(made, target);

    assertThat(target.resolve("new")).hasContent("new");
    assertThat(target.resolve("old")).doesNotExist();
    assertThat(names()).containsExactly("spec");
  }

  @Test
  void putsTheEarlierFolderBackWhenTheMoveFails() throws IOException {
    var target = Files.createDirectories(folder.resolve("spec"));
    Files.writeString(target.resolve("old"), "old");

    assertThatThrownBy(() -> Aside.replaceFolder(folder.resolve("never-made"), target))
        .isInstanceOf(IOException.class);

    assertThat(target.resolve("old")).hasContent("old");
    assertThat(names()).containsExactly("spec");
  }

  @Test
  void saysBeforeTheWorkWhatStandsInTheWay() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> OutputFile.checked(folder.resolve("no/such/out.html")))
        .hasMessageContaining("does not exist")
        .hasMessageContaining("mkdir -p");
    assertThatThrownBy(() -> OutputFile.checked(folder)).hasMessageContaining("found a folder");
    assertThat(OutputFile.checked(file).path()).isEqualTo(file);
    assertThat(names()).containsExactly("file");
  }

  private java.util.List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

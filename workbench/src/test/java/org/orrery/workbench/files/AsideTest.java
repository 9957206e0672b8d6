package org.orrery.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsideTest {
  @TempDir Path temp;

  @Test
  void aFolderAppearsWithItsParentsAndNothingBesideIt() throws IOException {
    Path target = temp.resolve("a/b");

    Aside.folder(target, folder -> Files.writeString(folder.resolve("x"), "new"));

    assertThat(target.resolve("x")).hasContent("new");
    assertThat(target.getParent()).isDirectoryContaining(path -> path.equals(target));
    assertThat(Files.list(target.getParent())).hasSize(1);
  }

  @Test
  void anExistingFolderIsReplacedWhole() throws IOException {
    Path target = earlier();

    Aside.folder(target, folder -> Files.writeString(folder.resolve("y"), "new"));

    assertThat(Files.list(target)).containsExactly(target.resolve("y"));
    assertThat(Files.list(temp)).containsExactly(target);
  }

  @Test
  void whatElseLiesInAFolderStaysWhereItIsWrittenInto() throws IOException {
    Path target = earlier();
    Path notes = Files.createDirectory(target.resolve("notes"));
    Files.writeString(notes.resolve("1"), "mine");

    Aside.into(target, folder -> Files.writeString(folder.resolve("x"), "new"));

    assertThat(target.resolve("x")).hasContent("new");
    assertThat(notes.resolve("1")).hasContent("mine");
    assertThat(Files.list(temp)).containsExactly(target);
  }

  @Test
  void othersMayReadAFolderAsAnyOther() throws IOException {
    Path plain = Files.createDirectory(temp.resolve("plain"));
    Path target = temp.resolve("a");

    Aside.folder(target, folder -> {});

    assertThat(Files.getPosixFilePermissions(target))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void aFailureKeepsTheEarlierFolderAndLeavesNoRest() throws IOException {
    Path target = earlier();

    assertThatThrownBy(
            () ->
                Aside.folder(
                    target,
                    folder -> {
                      Files.writeString(folder.resolve("y"), "half");
                      throw new IOException("disk full");
                    }))
        .hasMessageContaining(target.toString())
        .hasMessageContaining("disk full")
        .hasMessageContaining("untouched");

    assertThat(target.resolve("x")).hasContent("old");
    assertThat(Files.list(temp)).containsExactly(target);
  }

  @Test
  void anExceptionOfTheContentIsPassedOnAndLeavesNoRest() throws IOException {
    Path target = earlier();

    assertThatThrownBy(
            () ->
                Aside.folder(
                    target,
                    folder -> {
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(target.resolve("x")).hasContent("old");
    assertThat(Files.list(temp)).containsExactly(target);
  }

  @Test
  void aFileInThePlaceOfTheParentIsNamed() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");

    assertThatThrownBy(() -> Aside.folder(file.resolve("sub"), folder -> {}))
        .hasMessageContaining(file.resolve("sub").toString());

    assertThat(file).isRegularFile();
  }

  private Path earlier() throws IOException {
    Path target = Files.createDirectory(temp.resolve("target"));
    Files.writeString(target.resolve("x"), "old");
    return target;
  }
}

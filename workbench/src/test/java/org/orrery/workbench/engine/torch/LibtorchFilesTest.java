package org.orrery.workbench.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibtorchFilesTest {
  @Test
  void whatNeedsOneAnotherLiesSideBySide() {
    List<Path> files = LibtorchFiles.unpack();

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .contains(
            System.mapLibraryName("c10"),
            System.mapLibraryName("torch_cpu"),
            System.mapLibraryName("torch"));
    assertThat(files).extracting(Path::getParent).containsOnly(files.get(0).getParent());
    assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }
}

package org.orrery.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path home;
  private String before;

  @BeforeEach
  void moveHome() {
    before = System.getProperty("orrery.home");
    System.setProperty("orrery.home", home.toString());
  }

  @AfterEach
  void moveBack() {
    if (before == null) {
      System.clearProperty("orrery.home");
    } else {
      System.setProperty("orrery.home", before);
    }
  }

  @Test
  void aRelativePathIsFoundAtHome() throws IOException {
    Path there = Files.createDirectories(home.resolve("checkpoints/some-model"));

    assertThat(Home.find(Path.of("checkpoints/some-model"))).isEqualTo(there);
  }

  @Test
  void anAbsolutePathIsTakenAsItIs() {
    assertThat(Home.find(home)).isEqualTo(home);
  }

  @Test
  void whatIsNowhereIsRefusedWithEveryPlaceLookedAt() {
    assertThatThrownBy(() -> Home.find(Path.of("checkpoints/none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Path.of("checkpoints/none").toAbsolutePath().toString())
        .hasMessageContaining(home.resolve("checkpoints/none").toString());
  }
}

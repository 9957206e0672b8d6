package org.orrery.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {

  @TempDir Path folder;

  @Test
  void readsBackWhatItWrote() throws IOException {
    var connection = ConnectionFile.onFreePorts("orrery");
    var path = folder.resolve("kernel.json");

    connection.write(path);

    assertThat(ConnectionFile.read(path)).isEqualTo(connection);
    assertThat(connection.address(connection.shellPort()))
        .isEqualTo("tcp://127.0.0.1:" + connection.shellPort());
  }

  @Test
  void keepsTheKeyFromOtherUsers() throws IOException {
    var path = folder.resolve("kernel.json");

    ConnectionFile.onFreePorts("orrery").write(path);

    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThatThrownBy(() -> ConnectionFile.parse("{\"shell_port\": \"many\"}"))
        .hasMessageContaining("shell_port")
        .hasMessageContaining("many");
    assertThatThrownBy(() -> ConnectionFile.parse("{\"transport\": 3}"))
        .hasMessageContaining("transport");
    assertThatThrownBy(() -> ConnectionFile.parse("{")).hasMessageContaining("JSON object");
  }

  @Test
  void namesTheFileThatIsMissingOrBroken() throws IOException {
    var missing = folder.resolve("none.json");
    var broken = Files.writeString(folder.resolve("broken.json"), "not json");

    assertThatThrownBy(() -> ConnectionFile.read(missing))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.json");
    assertThatThrownBy(() -> ConnectionFile.read(broken))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken.json");
  }
}

package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what DuckDB wrote; parquet/MakeReferenceParquet.java says what the values are. */
class ParquetReaderTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "org", "orrery", "workbench", "clips", "parquet");

  @ParameterizedTest
  @ValueSource(strings = {"snappy", "gzip", "uncompressed"})
  void numbersListsAndTextsOfAnotherProgram(String packed) throws IOException {
    Map<String, ParquetColumn> table =
        ParquetReader.read(FOLDER.resolve(packed + ".parquet"), name -> !name.equals("money"));

    assertThat(table.get("index").rows()).isEqualTo(300);
    for (int i = 0; i < 300; i++) {
      assertThat(table.get("index").number(i)).isEqualTo(i);
      assertThat(table.get("episode_index").number(i)).isEqualTo(i / 100);
      assertThat(table.get("timestamp").number(i)).isCloseTo(i / 24.0, within(1e-12));
      assertThat(table.get("double").number(i)).isEqualTo(i * 0.25);
      assertThat(table.get("done").number(i)).isEqualTo(i % 3 == 0 ? 1 : 0);
      assertThat(table.get("action").numbers(i, i + 1)).containsExactly(i, -i, i % 7);
      assertThat(table.get("tasks").texts().get(2 * i + 1)).isEqualTo("pull" + i % 2);
      assertThat(table.get("maybe").number(i))
          .isEqualTo(i % 5 == 0 ? (Double) Double.NaN : (Double) (double) i);
    }
  }

  @Test
  void decimalsAreRefusedInsteadOfMisread() {
    assertThatThrownBy(() -> ParquetReader.read(FOLDER.resolve("gzip.parquet"), "money"::equals))
        .hasMessageContaining("column money holds decimals; save it as float or double");
  }

  @Test
  void anUnknownPackingIsNamedWithWhatToDo() {
    assertThatThrownBy(() -> ParquetReader.read(FOLDER.resolve("zstd.parquet"), "index"::equals))
        .hasMessageContaining("zstd.parquet: it is packed by ZSTD")
        .hasMessageContaining("compression=\"snappy\"");
  }
}

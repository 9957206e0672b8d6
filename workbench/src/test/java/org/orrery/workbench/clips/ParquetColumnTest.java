package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ParquetColumnTest {
  @Test
  void aRowBeyondTheEndIsRefusedWithTheRowsThereAre() throws IOException {
    ParquetColumn lengths = ParquetColumn.ofNumbers("length", 7, 9);

    assertThat(lengths.number(1)).isEqualTo(9);
    assertThatThrownBy(() -> lengths.number(2))
        .isInstanceOf(IOException.class)
        .hasMessage("column length has 2 rows; row 2 is needed");
    assertThatThrownBy(() -> lengths.numbers(0, 3)).hasMessageContaining("3 are needed");
  }

  @Test
  void severalNumbersInARowAreNotOne() {
    ParquetColumn places = ParquetColumn.ofLists("place", new double[] {1, 2, 3, 4}, 2);

    assertThatThrownBy(() -> places.number(0)).hasMessageContaining("one number is needed");
  }
}

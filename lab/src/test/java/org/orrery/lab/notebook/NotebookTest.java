package org.orrery.lab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookTest {

  @Test
  void writesByteForByteWhatJupyterWrote() throws Exception {
    var json = resource("every-output.ipynb");

    var written = Notebook.parse(json, "every-output.ipynb").toJson();

    assertThat(written).isEqualTo(json);
  }

  @Test
  void joinsTextsThatTheFileHoldsAsLines() throws Exception {
    var notebook = Notebook.parse(resource("every-output.ipynb"), "n");

    var outputs = notebook.cells().get(1).outputs();

    assertThat(notebook.cells().get(1).source()).isEqualTo("var x = 1;\nx");
    assertThat(outputs.get(0)).isEqualTo(new Output.Stream("stdout", "one\ntwo\n"));
    assertThat(((Output.Result) outputs.get(2)).data()).containsEntry("text/plain", "1");
    assertThat(((Output.Display) outputs.get(1)).data())
        .containsEntry("application/json", Map.of("rows", List.of("a", "b")));
  }

  @Test
  void givesTheCellsOfAnOlderNotebookIdsThatDoNotChange() throws Exception {
    var old =
        """
        {"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
          {"cell_type": "code", "source": "1", "metadata": {}, "outputs": []},
          {"cell_type": "code", "source": "1", "metadata": {}, "outputs": []}]}
        """;

    var once = Notebook.parse(old, "n");
    var again = Notebook.parse(old, "n");

    assertThat(once).isEqualTo(again);
    assertThat(once.cells()).extracting(Cell::id).doesNotHaveDuplicates();
    assertThat(once.cells().get(0).id()).matches("[a-zA-Z0-9_-]{1,64}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain text                                                     | line 1, column
          {"cells": [                                                    | is not JSON
          [1, 2]                                                         | expected a JSON object
          {"a": 1}                                                       | no nbformat
          {"nbformat": 3, "worksheets": []}                              | found nbformat 3
          {"nbformat": 4, "cells": 7}                                    | expected a list of cells
          {"nbformat": 4, "cells": []}                                   | no cells
          {"nbformat": 4, "cells": [{"cell_type": "odd", "source": ""}]} | cell 1: expected cell_type
          {"nbformat": 4, "cells": [{"cell_type": "code"}]}              | cell 1: source: expected text
          """)
  void refusesWhatIsNoNotebookAndSaysWhere(String json, String reason) {
    assertThatThrownBy(() -> Notebook.parse(json, "bad.ipynb"))
        .isInstanceOf(NotebookException.class)
        .hasMessageStartingWith("bad.ipynb: ")
        .hasMessageContaining(reason);
  }

  @Test
  void saysThatAFileIsMissing(@TempDir Path folder) {
    assertThatThrownBy(() -> Notebook.read(folder.resolve("gone.ipynb")))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining("gone.ipynb: there is no such notebook");
  }

  @Test
  void refusesAFileThatIsNotUtf8(@TempDir Path folder) throws IOException {
    var file = Files.write(folder.resolve("latin.ipynb"), new byte[] {'{', (byte) 0xe9, '}'});

    assertThatThrownBy(() -> Notebook.read(file))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void tellsItsLanguage() throws Exception {
    var notebook = Notebook.parse(resource("every-output.ipynb"), "n");

    assertThat(notebook.language()).contains("java");
    assertThat(new Notebook(List.of(Cell.code("a", "1")), Map.of()).language()).isEmpty();
  }

  private static String resource(String name) throws IOException {
    try (var bytes = NotebookTest.class.getResourceAsStream("/org/orrery/lab/" + name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

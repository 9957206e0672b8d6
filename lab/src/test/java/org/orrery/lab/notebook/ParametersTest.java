package org.orrery.lab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private static final Cell DEFAULTS =
      Cell.code("p", "var clips = 1000;\nvar name = \"full\";")
          .withMetadata("tags", List.of("parameters"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200                  | 200
          -7                   | -7
          +007                 | 7
          3000000000           | 3000000000L
          99999999999999999999 | "99999999999999999999"
          0.5                  | 0.5
          1e-3                 | 0.001
          1e999                | "1e999"
          true                 | true
          a "b" \\n            | "a \\"b\\" \\\\n"
          "5"                  | "5"
          a=b                  | "a=b"
          12px                 | "12px"
          """)
  void readsAValueAsTheJavaLiteralOfItsKind(String value, String literal) throws Exception {
    var parameters = Parameters.parse(List.of("x=" + value));

    assertThat(parameters.literals()).containsEntry("x", literal);
  }

  @Test
  void injectsACellBehindTheDefaults() throws Exception {
    var notebook = notebook(DEFAULTS, Cell.code("use", "clips"));

    var injected = Parameters.parse(List.of("clips=20", "name=short")).injectedInto(notebook);

    assertThat(injected.cells()).hasSize(3);
    assertThat(injected.cells().get(1).source())
        .isEqualTo("// Parameters\nvar clips = 20;\nvar name = \"short\";");
    assertThat(injected.cells().get(1).tags()).containsExactly("injected-parameters");
  }

  @Test
  void replacesWhatAnEarlierRunInjected() throws Exception {
    var once = Parameters.parse(List.of("clips=20")).injectedInto(notebook(DEFAULTS));

    var twice = Parameters.parse(List.of("clips=30")).injectedInto(once);

    assertThat(twice.cells()).hasSize(2);
    assertThat(twice.cells().get(1).source()).contains("var clips = 30;").doesNotContain("20");
  }

  @Test
  void leavesTheNotebookAloneWithoutParameters() throws Exception {
    var notebook = notebook(Cell.code("a", "1"));

    assertThat(Parameters.parse(List.of()).injectedInto(notebook)).isSameAs(notebook);
  }

  @Test
  void refusesANotebookWithoutDefaults() throws Exception {
    var parameters = Parameters.parse(List.of("clips=20"));

    assertThatThrownBy(() -> parameters.injectedInto(notebook(Cell.code("a", "var clips = 1;"))))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining("no code cell tagged \"parameters\"");
  }

  @Test
  void refusesANameThatTheDefaultsDoNotDeclare() throws Exception {
    var parameters = Parameters.parse(List.of("clip=20"));

    assertThatThrownBy(() -> parameters.injectedInto(notebook(DEFAULTS)))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining("-p clip")
        .hasMessageContaining("var clips = 1000;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clips", "=5", "a b=1", "class=1", "a.b=1"})
  void refusesWhatIsNoAssignment(String text) {
    assertThatThrownBy(() -> Parameters.parse(List.of(text)))
        .isInstanceOf(NotebookException.class)
        .hasMessageStartingWith("-p " + text);
  }

  private static Notebook notebook(Cell... cells) {
    return new Notebook(List.of(cells), Map.of());
  }
}

package org.orrery.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidYouMeanTest {

  private static CodeShell shell;

  @BeforeAll
  static void start() {
    shell = CodeShell.start();
    shell.evaluate(
        new Cell(
            1,
            "int planetCount = 3;\ndouble doubled(double v) { return v; }\nrecord Planet(String name) {}"));
    shell.assistance().awaitIndex();
  }

  @AfterAll
  static void end() {
    shell.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"a\".lenght()          ~ \"length()\"",
        "\"a\".length            ~ \"length()\"",
        "new int[1].length()     ~ \"length\"",
        "planetCuont + 1         ~ \"planetCount\"",
        "dobled(1)               ~ \"doubled(...)\"",
        "new Planit(\"\")        ~ \"Planet\"",
        "new Planet(\"\").nme()  ~ \"name()\"",
        "Math.sqroot(2)          ~ \"sqrt(...)\"",
        "Systm.out.println()     ~ \"System\"",
        "System.out.printn(1)    ~ \"println(...)\"",
        "List.of(1).stream().map(String::toUperCase) ~ \"toUpperCase\"",
        "List.of(1).stream().map(x -> x.toStrin())   ~ \"toString()\"",
        "int value = 3; value = valu + 1;            ~ \"value\"",
        "for (var word : List.of(1)) { display(wrd); }        ~ \"word\"",
        "class A { int count; int f() { return cuont; } }     ~ \"count\"",
        "int f() { return planetCuont; }                      ~ \"planetCount\"",
        "List<Strin> l = null;   ~ \"String\"",
        "import java.util.Lisst; ~ \"List\"",
        "import java.utl.*;      ~ \"java.util\"",
        "java.utl.List x = null; ~ \"java.util\"",
        "LocalDate.now()         ~ import java.time.LocalDate",
        "LocalDate.MIN.plusDays(1)  ~ import java.time.LocalDate",
        "JFrame f = null;        ~ import javax.swing.JFrame"
      })
  void aNameThatIsNotFoundIsGuessed(String code, String guess) {
    assertThat(traceback(code)).endsWith("\ndid you mean " + guess + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyzzy", "Bogus b;", "int i = \"\";", "q()", "new Zonk()"})
  void nothingIsGuessedWhereNothingIsNear(String code) {
    assertThat(traceback(code)).doesNotContain("did you mean");
  }

  @Test
  void everyErrorHasItsOwnGuess() {
    assertThat(traceback("\"a\".lenght();\nplanetCuont++;"))
        .contains("did you mean \"length()\"?", "did you mean \"planetCount\"?");
  }

  @Test
  void theMessageInShortStaysWhatItWas() {
    var failed = (Outcome.Failed) shell.evaluate(new Cell(2, "planetCuont + 1"));

    assertThat(failed.failure().message())
        .isEqualTo("line 1: cannot find symbol: variable planetCuont");
  }

  private static String traceback(String code) {
    var failed = (Outcome.Failed) shell.evaluate(new Cell(2, code));
    return String.join("\n", failed.failure().traceback()).replaceAll("\u001B\\[[0-9;]*m", "");
  }
}

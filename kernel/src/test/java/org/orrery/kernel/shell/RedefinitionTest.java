package org.orrery.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of values and code when something is declared again. */
class RedefinitionTest {

  private final PrintStream err = System.err;
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
  private CodeShell shell;
  private int count;

  @BeforeEach
  void start() {
    shell = CodeShell.start();
    System.setErr(new PrintStream(notes, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void end() {
    System.setErr(err);
    shell.close();
  }

  @Test
  void aMethodDeclaredAgainIsWhatEarlierCodeCallsAndValuesStay() {
    run("int f() { return 1; }\nint g() { return 10 * f(); }");
    run("class Caller { int call() { return f() + g(); } }");
    run("var v = f();\nvar caller = new Caller();\nRunnable later = () -> System.out.print(f());");

    run("int f() { return 2; }");

    assertThat(shown("g()")).isEqualTo("20");
    assertThat(shown("caller.call()")).isEqualTo("22");
    assertThat(shown("v")).isEqualTo("1");
    assertThat(notes()).isEmpty();
  }

  @Test
  void aMethodOfAnotherResultTypeTakesItsCallersAlong() {
    run("int size() { return 3; }\nString text() { return \"size \" + size(); }");

    run("double size() { return 2.5; }");

    assertThat(shown("text()")).isEqualTo("size 2.5");
  }

  @Test
  void aCallerThatNoLongerCompilesIsNamed() {
    run("int size() { return 3; }\nint twice() { return 2 * size(); }");

    run("String size() { return \"large\"; }");

    assertThat(notes()).contains("twice()", "no longer compiles", "bad operand types");
    assertThat(failure("twice()").message()).contains("cannot find symbol");
    assertThat(shown("size()")).isEqualTo("large");
  }

  @Test
  void aCallerComesBackWhenItCompilesAgain() {
    run("int size() { return 3; }\nint twice() { return 2 * size(); }");
    run("String size() { return \"large\"; }");

    run("int size() { return 4; }");

    assertThat(shown("twice()")).isEqualTo("8");
  }

  @Test
  void aDeclarationMayNameATypeThatALaterCellBrings() {
    run(
        "int total(Sum sum) { return sum.value(); }\nclass Pair { Sum left, right; }\nint of() { return Sum.one(); }\nint n = 1;");
    assertThat(notes()).contains("total(Sum) can be used once Sum is declared", "Pair can be used");
    assertThat(failure("total(null)").message()).contains("cannot find symbol");

    run("record Sum(int value) { static int one() { return 1; } }");

    assertThat(shown("of()")).isEqualTo("1");
    assertThat(shown("total(new Sum(5)) + n")).isEqualTo("6");
    assertThat(shown("new Pair().left")).isEqualTo("null");
  }

  @Test
  void theImportsOfACellHelpWhatItsStatementsCall() {
    run("String padded(String text) { return Collator.getInstance().compare(text, text) + text; }");
    assertThat(notes()).contains("padded(String) can be used once Collator is declared");

    assertThat(shown("import java.text.Collator;\nvar text = padded(\"a\");\ntext"))
        .isEqualTo("0a");
    assertThat(failure("import java.text.Collator;\nunknown();").message())
        .contains("cannot find symbol");
  }

  @Test
  void aStatementThatNamesAMissingTypeIsAnErrorAsEver() {
    var failure = failure("int f(Missing m) { return 1; }\nvar x = new Missing();");

    assertThat(failure.message()).contains("cannot find symbol: class Missing");
    assertThat(failure("f(null)").message()).contains("cannot find symbol");
  }

  @Test
  void onlyVariablesOfAChangedTypeLoseTheirValues() {
    run("record Point(int x, int y) {}\nclass Box { int side = 2; }");
    run("var p = new Point(1, 2);\nvar points = new ArrayList<Point>(List.of(p));");
    run("var box = new Box();\nint n = 7;\nint x(Point q) { return q.x(); }");

    run("record Point(int x, int y, int z) {}");

    assertThat(notes()).contains("p is reset: its type Point has changed", "points is reset");
    assertThat(notes()).doesNotContain("box", "n is");
    assertThat(shown("p")).isEqualTo("null");
    assertThat(shown("box.side + n")).isEqualTo("9");
    assertThat(shown("x(new Point(4, 5, 6))")).isEqualTo("4");
  }

  @Test
  void aSubclassFollowsItsClass() {
    run("class Shape { String name() { return \"shape\"; } }");
    run("class Circle extends Shape { double area(double r) { return Math.PI * r * r; } }");

    run("class Shape { String name() { return \"form\"; } }");

    assertThat(shown("new Circle().name()")).isEqualTo("form");
  }

  @Test
  void theSameTextAgainChangesNothing() {
    var declaration = "class Counter { static int made; Counter() { made++; } }";
    run(declaration);
    run("var counter = new Counter();");

    run(declaration + " // once more");

    assertThat(shown("counter instanceof Counter")).isEqualTo("true");
    assertThat(shown("Counter.made")).isEqualTo("1");
    assertThat(notes()).isEmpty();
  }

  @Test
  void aVariableDeclaredAgainWithItsTypeIsTheOneThatEarlierCodeSees() {
    run("int size = 3;\nint twice() { return 2 * size; }");

    run("int size = 5;");
    assertThat(shown("twice()")).isEqualTo("10");
    run("var size = 6;");
    assertThat(shown("twice()")).isEqualTo("12");
    run("int size;");
    assertThat(shown("twice()")).isEqualTo("0");
  }

  @Test
  void aVariableOfAnotherTypeTakesItsReadersAlong() {
    run("int size = 3;\nString text() { return \"size \" + size; }");

    run("String size = \"large\";");

    assertThat(shown("text()")).isEqualTo("size large");
  }

  @Test
  void aVariableCanBeMadeFromItself() {
    run("int n = 1;");
    run("int n = n + 1;");
    run("var n = n + 1;");

    assertThat(shown("n")).isEqualTo("3");
    assertThat(failure("var n = n + 0.5;").message()).contains("n is of type int");
    assertThat(shown("n")).isEqualTo("3");
  }

  @Test
  void overloadsOfSeveralCellsAreSeenTogether() {
    run("String f(int i) { return \"int\"; }\nString f(String s) { return \"text\"; }");
    run("String f(double d) { return \"double, \" + f(1) + \", \" + f(\"a\"); }");
    run("String f(int i) { return \"INT\"; }");

    assertThat(shown("f(0.5) + \" \" + f(1) + \" \" + f(\"a\")"))
        .isEqualTo("double, INT, text INT text");
  }

  @Test
  void aCellThatFailsKeepsWhatItDidNotComeTo() {
    run("String name = \"kept\";");

    var failure = failure("int reached = 4;\nint name = 1 / 0;\nint after = 2;");

    assertThat(failure.name()).isEqualTo("ArithmeticException");
    assertThat(shown("name + reached")).isEqualTo("kept4");
    assertThat(failure("after").message()).contains("cannot find symbol");
  }

  @Test
  void everyErrorOfACellIsToldBeforeAnyOfItRuns() {
    var failure =
        failure(
            """
            int ran = 1;
            int wrong = "text";
            var unknown = missing();
            void f() { int y = true; }
            String late = 5;
            """);

    assertThat(String.join("\n", failure.traceback())).contains("line 2:", "line 3:", "line 5:");
    assertThat(failure("ran").message()).contains("cannot find symbol");
  }

  @Test
  void anImportHidesATypeOfACellAndTheOtherWayRound() {
    run("record Duration(int s) {}");
    run("import java.time.Duration;");
    assertThat(shown("Duration.ofSeconds(5)")).isEqualTo("PT5S");

    run("record Duration(int s) {}");
    assertThat(shown("new Duration(5)")).isEqualTo("Duration[s=5]");
  }

  @Test
  void whatTheAuthorImportsGoesBeforeANamesakeImportedByDefault() {
    run("import java.awt.*;");

    assertThat(shown("List.class.getName()")).isEqualTo("java.awt.List");
    assertThat(shown("Map.of()")).isEqualTo("{}");
  }

  @Test
  void typesWithoutANameOfTheirOwnAreRememberedAsTheNearestOne() {
    run("var any = new Object() { public String toString() { return \"any\"; } };");
    run("var keys = Map.of(1, 2).getClass();\nvar mixed = List.of(1, \"a\");");

    assertThat(shown("any + \" \" + keys.getSimpleName() + mixed.size()")).startsWith("any Map");
  }

  @Test
  void everythingCanBeForgotten() {
    run("int n = 1; int f() { return n; }\nimport java.time.LocalDate;");

    shell.reset();

    assertThat(failure("n").message()).contains("cannot find symbol");
    assertThat(failure("LocalDate.now()").message()).contains("cannot find symbol");
    assertThat(shown("List.of(1)")).isEqualTo("[1]");
  }

  private String notes() {
    return notes.toString(StandardCharsets.UTF_8);
  }

  private Outcome run(String code) {
    var outcome = shell.evaluate(new Cell(++count, code));
    assertThat(outcome).isNotInstanceOf(Outcome.Failed.class);
    return outcome;
  }

  private String shown(String code) {
    var outcome = shell.evaluate(new Cell(++count, code));
    assertThat(outcome).isInstanceOf(Outcome.Shown.class);
    return (String) ((Outcome.Shown) outcome).bundle().data().get("text/plain");
  }

  private Failure failure(String code) {
    var outcome = shell.evaluate(new Cell(++count, code));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).failure();
  }
}

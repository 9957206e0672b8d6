package org.orrery.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeShellTest {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static CodeShell shell;

  @BeforeAll
  static void start() {
    shell = CodeShell.start();
  }

  @AfterAll
  static void end() {
    shell.close();
  }

  @Test
  void theValueOfALastExpressionIsShown() {
    assertThat(shown("1 + 1")).isEqualTo("2");
    assertThat(shown("int a = 20;\nint b = 22;\na + b // the answer")).isEqualTo("42");
    assertThat(shown("var list = new ArrayList<>(List.of(1, 2));\nlist")).isEqualTo("[1, 2]");
    assertThat(shown("Map.of().get(1)")).isEqualTo("null");
    assertThat(shown("List.of(1);")).isEqualTo("[1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "// only a comment",
        "int i = 3;",
        "int j; j = 4",
        "void nothing() {}\nnothing()",
        "for (int k = 0; k < 2; k++) {}",
        "class Empty {}",
        "import java.time.*;",
        "7; int after = 8;"
      })
  void nothingIsShownForAnythingElse(String code) {
    assertThat(run(code)).isInstanceOf(Outcome.Nothing.class);
  }

  @Test
  void laterCellsSeeWhatEarlierOnesDeclare() {
    run("record Point(double x, double y) { double norm() { return Math.hypot(x, y); } }");
    run("var p = new Point(3, 4);");

    assertThat(shown("p.norm()")).isEqualTo("5.0");
  }

  @Test
  void declarationsOfOneCellMayNeedEachOther() {
    assertThat(
            shown(
                """
                System.identityHashCode(new Ping());
                ping(3);
                class Ping { Pong other; }
                class Pong { Ping other; }
                int ping(int n) { return n == 0 ? 100 : pong(n - 1); }
                int pong(int n) { return ping(n); }
                ping(2)
                """))
        .isEqualTo("100");
  }

  @Test
  void aVariableCanChangeItsTypeInTheCellThatUsesIt() {
    run("String changing = \"text\";");

    assertThat(shown("int changing = 3;\nint next() { return changing + 1; }\nnext()"))
        .isEqualTo("4");
  }

  @Test
  void aCompileErrorShowsItsLineAndACaret() {
    var failure = failure("int good = 1;\n\nint bad = \"text\";");

    assertThat(failure.name()).isEqualTo("CompileError");
    assertThat(failure.message()).startsWith("line 3: incompatible types");
    assertThat(plain(failure))
        .contains("line 3:11", "  int bad = \"text\";\n            ^^^^^^\nincompatible types");
  }

  @Test
  void allErrorsOfAPieceAreReported() {
    var failure = failure("void m() {\n  int k = \"s\";\n  unknownThing();\n}");

    assertThat(plain(failure)).contains("line 2:11", "line 3:3", "symbol:   method unknownThing()");
    assertThat(plain(failure)).doesNotContain("JShell", "location: class");
  }

  @Test
  void nothingRunsBeforeTextThatIsNoJava() {
    var failure = failure("Gate.class.getName();\nint ran = 1;\nint x = (1;");

    assertThat(failure.message()).startsWith("line 3: ");
    assertThat(failure("ran").message()).contains("cannot find symbol");
  }

  @Test
  void aDeclarationThatNeedsWhatNeverComesIsAnErrorInItsLine() {
    var failure = failure("int fine = 1;\nint broken() {\n  return missing;\n}");

    assertThat(failure.message()).isEqualTo("line 3: cannot find symbol: variable missing");
    assertThat(plain(failure)).contains("    return missing;\n           ^^^^^^^");
  }

  @Test
  void anExceptionShowsItsCausesAndTheLinesOfCells() {
    var first =
        run(
            """
            class Deep {
              static int divide(int by) {
                try {
                  return 1 / by;
                } catch (ArithmeticException e) {
                  throw new IllegalStateException("no result", e);
                }
              }
            }
            """);
    assertThat(first).isInstanceOf(Outcome.Nothing.class);
    var defined = COUNT.get();

    var failure = failure("int before = 1;\nint result =\n    Deep.divide(0);");

    assertThat(failure.name()).isEqualTo("IllegalStateException");
    assertThat(failure.message()).isEqualTo("no result");
    assertThat(plain(failure).lines())
        .containsExactly(
            "java.lang.IllegalStateException: no result",
            "    at Deep.divide (cell [%d], line 6)  throw new IllegalStateException(\"no result\", e);"
                .formatted(defined),
            "    at cell [%d], line 3  Deep.divide(0);".formatted(defined + 1),
            "Caused by: java.lang.ArithmeticException: / by zero",
            "    at Deep.divide (cell [%d], line 4)  return 1 / by;".formatted(defined));
  }

  @Test
  void aFailedExpressionShowsItsLine() {
    var failure = failure("int[] few = {1, 2};\n\nfew[5] // too far");

    assertThat(plain(failure)).contains("at cell [%d], line 3".formatted(COUNT.get()));
  }

  @Test
  void framesOfLibrariesAreKeptAndThoseOfTheKernelAreNot() {
    var failure = failure("List.of(1).forEach(i -> {\n  List.of().get(i);\n});");

    assertThat(plain(failure))
        .contains("java.base/java.util.ImmutableCollections")
        .contains("lambda (cell [%d], line 2)".formatted(COUNT.get()))
        .doesNotContain("REPL", "jdk.jshell", "org.orrery", "reflect");
  }

  @Test
  void anExceptionClassOfACellKeepsItsName() {
    run("class Odd extends RuntimeException { Odd() { super(\"odd\"); } }");

    assertThat(failure("throw new Odd();").name()).isEqualTo("Odd");
  }

  @Test
  void anExceptionAsAValueNamesTheLinesOfCells() {
    run("class Odd extends RuntimeException { Odd() { super(\"odd\"); } }");
    run(
        "class Maker { Odd made() { return new Odd(); } }\nOdd made() { return new Maker().made(); }");
    var below = COUNT.get();

    assertThat(shown("1 + 1;\nmade()"))
        .isEqualTo(
            """
            Odd: odd
                at Maker.made (cell [%d], line 1)
                at made (cell [%d], line 2)
                at cell [%d], line 2"""
                .formatted(below, below, COUNT.get()));
  }

  @Test
  void runningOutOfStackOrMemoryLeavesTheStateAlive() {
    run("int kept = 5;");

    assertThat(failure("int down(int n) { return down(n + 1) + 1; }\ndown(0)").name())
        .isEqualTo("StackOverflowError");
    assertThat(failure("long[] x = new long[Integer.MAX_VALUE];").name())
        .isEqualTo("OutOfMemoryError");
    assertThat(shown("kept")).isEqualTo("5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"System.exit(3);", "Runtime.getRuntime().halt(3);"})
  void systemExitEndsTheCellOnly(String exit) {
    var failure = failure(exit);

    assertThat(failure.name()).isEqualTo("SystemExit");
    assertThat(failure.message()).contains("System.exit(3)");
  }

  @Test
  void aMethodTooLargeForStopChecksStillRuns() {
    var loops = "while (i < 0) i++; ".repeat(6_000);

    assertThat(shown("int large(int i) { " + loops + " return i; }\nlarge(7)")).isEqualTo("7");
  }

  @Test
  void importsOfTheClassPathAreInScope() {
    assertThat(shown("Gate.class.getSimpleName()")).isEqualTo("Gate");
  }

  @Test
  void magicsAndJavaRunInTheirOrder(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("greeting.txt"), "hello");

    assertThat(
            shown(
                """
                int before = 1;
                %%classpath %s
                new String(Thread.currentThread().getContextClassLoader()
                    .getResourceAsStream("greeting.txt").readAllBytes()) + before
                """
                    .formatted(folder)))
        .isEqualTo("hello1");
  }

  @Test
  void nothingRunsWhenAPartBehindAMagicIsNoJava() {
    var failure = failure("int early = 1;\n%classpath\nint x = (;");

    assertThat(failure.message()).startsWith("line 3: ");
    assertThat(failure("early").message()).contains("cannot find symbol");
  }

  @Test
  void anUnknownMagicIsNamedWithItsLine() {
    var failure = failure("int y = 1;\n%mavne a:b:1");

    assertThat(failure.name()).isEqualTo("MagicError");
    assertThat(failure.message()).contains("%mavne", "%maven");
    assertThat(plain(failure)).contains("line 2", "  %mavne a:b:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "long n = 0; do { n++; } while (n != -1);",
        "while (true) { try { Thread.sleep(10_000); } catch (InterruptedException e) {} }",
        "Thread.sleep(100_000);",
        "new java.util.concurrent.CountDownLatch(1).await();",
        "int spin(int n) { return n == 0 ? 0 : spin(n - 1); } for (;;) spin(20);",
        "Stream.iterate(1, i -> i + 1).forEach(i -> {});",
        "try { while (true) {} } catch (Exception e) { }",
        "while (!Thread.currentThread().isInterrupted()) { Thread.onSpinWait(); }",
        "IntStream.range(0, 8).parallel().forEach(i -> { while (true) {} });",
        "new Object() { public String toString() { while (true) {} } }"
      })
  void anInterruptStops(String endless) throws Exception {
    run("int survivor = 11;");
    Gate.close();
    var ends = new Thread[1];
    var outcome = new Outcome[1];
    ends[0] =
        new Thread(() -> outcome[0] = run("org.orrery.kernel.shell.Gate.open();\n" + endless));

    ends[0].start();
    Gate.await();
    shell.interrupt();
    ends[0].join(5_000);

    assertThat(outcome[0]).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome[0]).failure().name()).isEqualTo("KeyboardInterrupt");
    assertThat(shown("survivor")).isEqualTo("11");
  }

  @Test
  void anInterruptWithNothingRunningDoesNothing() {
    shell.interrupt();

    assertThat(shown("6 * 7")).isEqualTo("42");
  }

  @Test
  void readinessTellsWholeFromUnfinishedFromWrong() {
    var assistance = shell.assistance();

    assertThat(assistance.readiness("1 + 1").status()).isEqualTo("complete");
    assertThat(assistance.readiness("undeclared = other + 1").status()).isEqualTo("complete");
    assertThat(assistance.readiness("int x = 1;\nfor (;;) {"))
        .isEqualTo(new CodeAssistance.Readiness("incomplete", "    "));
    assertThat(assistance.readiness("))").status()).isEqualTo("invalid");
    assertThat(assistance.readiness("int x y").status()).isEqualTo("invalid");
  }

  @Test
  void completionLooksAtThePieceUnderTheCursor() {
    var code = "int one = 1;\n\"text\".toUp";

    var completions = shell.assistance().complete(code, code.length());

    assertThat(completions.matches()).contains("toUpperCase(");
    assertThat(completions.start()).isEqualTo(code.length() - 4);
  }

  private static Outcome run(String code) {
    return shell.evaluate(new Cell(COUNT.incrementAndGet(), code));
  }

  private static String shown(String code) {
    var outcome = run(code);
    assertThat(outcome).isInstanceOf(Outcome.Shown.class);
    return (String) ((Outcome.Shown) outcome).bundle().data().get("text/plain");
  }

  private static Failure failure(String code) {
    var outcome = run(code);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).failure();
  }

  private static String plain(Failure failure) {
    return String.join("\n", failure.traceback()).replaceAll("\u001B\\[[0-9;]*m", "");
  }
}

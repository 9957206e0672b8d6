package org.orrery.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.kernel.shell.CodeAssistance.Item;

/** Completion: the cursor stands where the code has a {@code |}. */
class CodeAssistanceTest {

  private static CodeShell shell;

  @BeforeAll
  static void start() {
    shell = CodeShell.start();
    evaluate(
        "var words = new ArrayList<>(List.of(\"one\", \"two\"));\nint wordCount = words.size();");
    evaluate(
        "/** A body. */\nrecord Planet(String name, double mass) {\n  private int secret() { return 1; }\n}");
    evaluate(
        "/** Twice. */\ndouble doubled(double value) { return 2 * value; }\nvar earth = new Planet(\"earth\", 5.97e24);");
    evaluate("enum Level { LOW, MIDDLE, HIGH }");
  }

  @AfterAll
  static void end() {
    shell.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"text\".toUp| ~ toUpperCase(",
        "\"text\".leng| ~ length()",
        "System.out.pri| ~ println(",
        "Math.ab| ~ abs(",
        "Map.Ent| ~ Entry",
        "Integer.MAX| ~ MAX_VALUE",
        "int[] few = {1};\\nfew.len| ~ length",
        "int x = 3; String s = \"\" + x;\\ns.isBl| ~ isBlank()",
        "List.of(\"a\").stream().map(x -> x.toU| ~ toUpperCase(",
        "List.of(\"a\").stream().map(x -> { var y = x.strip(); return y.toU| ~ toUpperCase(",
        "List.of(1).stream().map(i -> \"\" + i).filter(s -> s.isEm| ~ isEmpty()",
        "words.stream().collect(Collectors.groupingBy(w -> w.len| ~ length()",
        "words.forEach(w -> System.out.println(w.tri| ~ trim()",
        "words.stream().map(String::toUp| ~ toUpperCase",
        "words.stream().map(ArrayList::ne| ~ new",
        "var list = new ArrayList<Integer>();\\nfor (int i = 0; i < list.si| ~ size()",
        "for (var word : wor| ~ words",
        "for (var word : words) { word.cha| ~ charAt(",
        "for (var word : words) { if (word.isEmpty()) { wo| ~ word",
        "if (wor| ~ words",
        "while (words.isE| ~ isEmpty()",
        "try (var in = new StringReader(\"\")) { in.rea| ~ read(",
        "try { } catch (Exception e) { e.getMess| ~ getMessage()",
        "try { } catch (IOEx| ~ IOException",
        "Object o = 1;\\nif (o instanceof String s && s.toL| ~ toLowerCase(",
        "Object o = 1;\\nif (o instanceof String s) { s.toL| ~ toLowerCase(",
        "switch (words.si| ~ size()",
        "switch (Level.LOW) { case MID| ~ MIDDLE",
        "var x = switch (3) { default -> words.si| ~ size()",
        "new ArrayLi| ~ ArrayList",
        "new java.util.ArrayLi| ~ ArrayList",
        "var x = new Pla| ~ Planet",
        "List<Str| ~ String",
        "import java.ut| ~ util",
        "import java.util.Arr| ~ ArrayList",
        "import static java.lang.Math.hyp| ~ hypot",
        "java.util.conc| ~ concurrent",
        "java.util.conc|urrent.Future ~ concurrent",
        "@Overr| ~ Override",
        "class A extends Exce| ~ Exception",
        "void f() throws IOEx| ~ IOException",
        "class A { Str| ~ String",
        "class A { int count; int f() { return co| ~ count",
        "class A { int f() { return co| }\\n int count; } ~ count",
        "void f(int number) { num| ~ number",
        "var planets = 9;\\nint f() { return plan| ~ planets",
        "var text = \"\";\\nclass A { int f() { return text.len| ~ length()",
        "hel|\\nvoid helper() {} ~ helper()",
        "record P(int abscissa) {}\\nnew P(1).absc| ~ abscissa()",
        "earth.mas| ~ mass()",
        "ear| ~ earth",
        "doub| ~ doubled(",
        "Pla| ~ Planet",
        "new Planet(\"\", 1).nam| ~ name()",
        "wordC| ~ wordCount",
        "disp| ~ display(",
        "retu| ~ return",
        "int x = words.isEmpty() ? wordC| ~ wordCount",
        "Math.max(1, Math.mi| ~ min(",
        "System.out.println(words.get(0).toUp|, 3) ~ toUpperCase(",
        "%maven a:b:1\\nwords.si| ~ size()",
        "var t = %time words\\nwords.si| ~ size()",
        "NPE| ~ NullPointerException"
      })
  void whatCouldStandAtTheCursorIsOffered(String code, String expected) {
    var matches = complete(code.replace("\\n", "\n")).matches();

    assertThat(matches).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// words.si|",
        "/* words.si|",
        "/* words.si| */ int x",
        "\"words.si|",
        "\"words.si|\"",
        "var t = \"\"\"\n words.si|\n\"\"\"",
        "'w|",
        "12|",
        "%mav|",
        "%%ht|",
        "%%html\nwords.si|",
        "%time wor|",
        "int wordC|"
      })
  void nothingIsOfferedWhereNoNameCanStand(String code) {
    assertThat(complete(code).matches()).isEmpty();
  }

  @Test
  void whatCannotBeNamedIsNotOffered() {
    assertThat(complete("earth.|").matches())
        .contains("name()", "mass()", "toString()")
        .doesNotContain("secret()", "name", "mass", "clone()");
    assertThat(complete("\"\".val|").matches()).doesNotContain("value", "valueOf(");
    assertThat(complete("String.|").matches())
        .contains("valueOf(", "CASE_INSENSITIVE_ORDER", "class")
        .doesNotContain("length()", "isLatin1()");
    assertThat(complete("new wor|").matches()).doesNotContain("words", "wordCount");
    assertThat(complete("{ int inner = 1; }\nin|").matches())
        .contains("int")
        .doesNotContain("inner");
  }

  @Test
  void theLikeliestComesFirst() {
    assertThat(complete("word|").matches()).startsWith("wordCount", "words");
    assertThat(complete("int n = word|").matches()).startsWith("wordCount");
    assertThat(complete("ArrayList<String> n = word|").matches()).startsWith("words");
    assertThat(complete("earth.|").matches()).startsWith("mass()", "name()");
    assertThat(complete("String s = earth.|").matches()).startsWith("name()");
    assertThat(complete("double n = doubled(earth.|").matches()).startsWith("mass()");
    assertThat(complete("new Date().set|").matches()).startsWith("setTime(").endsWith("setYear(");
  }

  @Test
  void itemsTellWhatTheyAre() {
    assertThat(complete("\"\".subst|").items())
        .containsExactly(
            new Item("substring(", "function", "(int beginIndex): String (+1 overload)"));
    assertThat(complete("words.ge|").items())
        .contains(new Item("get(", "function", "(int index): String"));
    assertThat(complete("wordC|").items())
        .containsExactly(new Item("wordCount", "variable", ": int"));
    assertThat(complete("doub|").items())
        .contains(
            new Item("doubled(", "function", "(double value): double"),
            new Item("double", "keyword", ""),
            new Item("DoubleStream", "interface", "java.util.stream.DoubleStream"));
    assertThat(complete("new int[3].len|").items())
        .containsExactly(new Item("length", "field", ": int"));
    assertThat(complete("Plane|").items()).contains(new Item("Planet", "record", "Planet"));
    assertThat(complete("Leve|").items()).contains(new Item("Level", "enum", "Level"));
    assertThat(complete("java.uti|").items()).containsExactly(new Item("util", "module", ""));
  }

  @Test
  void typesThatAreNotImportedComeWithTheirPackageAndLast() {
    shell.assistance().awaitIndex();

    assertThat(complete("LocalDat|").items())
        .contains(new Item("java.time.LocalDate", "class", "java.time.LocalDate"));
    assertThat(complete("class LocalDates {}\nLocalDat|").matches()).startsWith("LocalDates");
  }

  @Test
  void completionReplacesTheWordAtTheCursor() {
    var code = "\"\uD835\uDC65\".toUp";

    assertThat(complete(code + "|").start()).isEqualTo(code.length() - 4);
    assertThat(complete(code + "|perCase() + 1").start()).isEqualTo(code.length() - 4);
  }

  @Test
  void completionWorksWhileACellRuns() throws Exception {
    Gate.close();
    var running =
        new Thread(
            () ->
                shell.evaluate(
                    new Cell(9, "org.orrery.kernel.shell.Gate.open(); while (true) {}")));
    running.start();
    Gate.await();

    var matches = complete("words.si|").matches();
    shell.interrupt();
    running.join(5_000);

    assertThat(matches).containsExactly("size()");
  }

  private static CodeAssistance.Completions complete(String marked) {
    var cursor = marked.indexOf('|');
    var code = marked.substring(0, cursor) + marked.substring(cursor + 1);
    return shell.assistance().complete(code, cursor);
  }

  private static void evaluate(String code) {
    assertThat(shell.evaluate(new Cell(1, code))).isInstanceOf(Outcome.Nothing.class);
  }
}

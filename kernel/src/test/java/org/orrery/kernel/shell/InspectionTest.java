package org.orrery.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.kernel.shell.CodeAssistance.Description;

/** Inspection: the cursor stands where the code has a {@code |}. */
class InspectionTest {

  private static final String ORBIT =
      """
      package sky;

      /**
       * A path around a {@code Star}.
       *
       * <p>Never {@link Orbit#closed closed}, for a &lt;body&gt; moves:
       * <ul>
       *   <li>on and on</li>
       *   <li>slowly</li>
       * </ul>
       */
      public interface Orbit {

        /** Whether it closes. */
        boolean closed();

        /**
         * The radius after some time.
         *
         * @param days how many days
         * @param exact whether to be {@code exact}
         * @return the radius in km
         * @throws IllegalArgumentException if {@code days} is negative
         */
        double radius(int days, boolean exact);

        class Circle implements Orbit {
          public boolean closed() {
            return true;
          }

          @Override
          public double radius(int days, boolean exact) {
            return 1.0; // of course
          }
        }
      }
      """;

  private static CodeShell shell;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("sky"));
    var source = Files.writeString(folder.resolve("sky/Orbit.java"), ORBIT);
    ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
    var classes = List.of("sky/Orbit.class", "sky/Orbit$Circle.class");
    var jar = pack(folder, "orbits-1.0.jar", classes);
    pack(folder, "orbits-1.0-sources.jar", List.of("sky/Orbit.java"));
    shell = CodeShell.start();
    shell.addToClassPath(List.of(jar));
    evaluate(
        "import sky.*;\nvar orbit = new Orbit.Circle();\nvar words = new ArrayList<>(List.of(1));");
    evaluate(
        """
        /** How much it weighs. */
        int weight = 12;
        /**
         * Twice as much.
         * @param value what to double
         */
        double doubled(double value) { return 2 * value; }
        String doubled(String value) { return value + value; }
        /** A body in the sky. */
        record Planet(String name) {
          /** Says hello to {@code whom}. */
          String greet(String whom) { return "hello " + whom; }
        }
        """);
  }

  @AfterAll
  static void end() {
    shell.close();
  }

  @Test
  void aMethodShowsItsSignatureAndDocumentation() {
    assertThat(describe("orbit.rad|ius(1, true)").plain())
        .startsWith("public double Circle.radius(int days, boolean exact)\n    The radius after")
        .contains("Parameters:\n      days - how many days\n      exact - whether to be exact")
        .contains("Returns:\n      the radius in km")
        .contains("Throws:\n      IllegalArgumentException - if days is negative");
  }

  @Test
  void documentationIsReadableInEveryFormat() {
    var orbit = describe("Orb|it");

    assertThat(orbit.plain())
        .startsWith("public abstract interface sky.Orbit\n    A path around a Star.\n\n")
        .contains("Never closed, for a <body> moves:\n    - on and on\n    - slowly");
    assertThat(orbit.markdown())
        .startsWith("```java\npublic abstract interface sky.Orbit\n```\n\nA path around a `Star`.")
        .contains("\n- on and on\n- slowly");
    assertThat(orbit.html())
        .startsWith("<pre><code>public abstract interface sky.Orbit</code></pre>")
        .contains("<code>Star</code>", "a &lt;body&gt; moves", "<li>on and on</li>");
  }

  @Test
  void parameterNamesComeFromTheSourceWhereClassFilesHaveNone() {
    assertThat(describe("Orbit o = orbit; o.radius(|").plain())
        .startsWith("public abstract double Orbit.radius(int days, boolean exact)");
  }

  @Test
  void theMethodAroundTheCursorIsMeantWhereNoWordIs() {
    var whole = describe("orbit.radius(1, true)|").plain();

    assertThat(describe("orbit.radius(|").plain()).startsWith("public double Circle.radius(");
    assertThat(describe("orbit.radius(1, |").plain()).startsWith("public double Circle.radius(");
    assertThat(describe("doubled(orbit.radius(1, true)|").plain()).startsWith("double doubled(");
    assertThat(describe("new ArrayList<>(|").plain()).contains("ArrayList(int ", "ArrayList(Coll");
    assertThat(whole).isEmpty();
  }

  @Test
  void moreDetailIsTheSource() {
    assertThat(describe("orbit.radius|").plain()).doesNotContain("of course");
    assertThat(describe("orbit.radius|", 1).plain())
        .contains("public double radius(int days, boolean exact) {\n  return 1.0; // of course\n}");
    assertThat(describe("Plan|et", 1).plain()).contains("\"hello \" + whom");
  }

  @Test
  void declarationsOfCellsAreKnown() {
    assertThat(describe("doubl|ed(1)").plain())
        .contains("double doubled(double value)\n    Twice as much.")
        .contains("value - what to double")
        .contains("String doubled(String value)");
    assertThat(describe("Plan|et").plain())
        .isEqualTo("record Planet(String name)\n    A body in the sky.");
    assertThat(describe("new Planet(\"x\").gr|eet(\"you\")").plain())
        .isEqualTo("String Planet.greet(String whom)\n    Says hello to whom.");
  }

  @Test
  void variablesShowTheirTypeAndPresentValue() {
    evaluate("weight = 13;");

    assertThat(describe("wei|ght + 1").plain())
        .isEqualTo("int weight = 13\n    How much it weighs.");
    assertThat(describe("wor|ds").plain()).isEqualTo("ArrayList<Integer> words = [1]");
    assertThat(describe("String lo|cal = \"\";\nlocal").plain()).isEmpty();
    assertThat(describe("String local = \"\";\nloc|al").plain()).isEqualTo("String local");
    assertThat(describe("words.stream().map(each -> ea|ch)").plain()).isEqualTo("Integer each");
  }

  @Test
  void aValueWhoseToStringFailsIsStillDescribed() {
    evaluate(
        "var odd = new Object() { public String toString() { throw new RuntimeException(); } };");
    evaluate("class Odd { public String toString() { throw new IllegalStateException(\"no\"); } }");
    evaluate("var failing = new Odd();");

    assertThat(describe("fail|ing").plain())
        .isEqualTo("Odd failing = Odd, whose toString throws java.lang.IllegalStateException: no");
  }

  @Test
  void whatTheCellItselfDeclaresIsDescribed() {
    assertThat(describe("/** Here. */\nint here() { return 1; }\nhe|re()").plain())
        .isEqualTo("int here()\n    Here.");
    assertThat(describe("%maven a:b:1\n/** Now. */\nint now = 1;\nno|w").plain())
        .isEqualTo("int now\n    Now.");
  }

  @Test
  void theJdkIsDescribedWithoutItsSource() {
    assertThat(describe("Math.a|bs(1)").plain())
        .contains("public static int Math.abs(int a)", "public static double Math.abs(double a)");
    assertThat(describe("\"\".len|gth()").plain()).startsWith("public int String.length()");
    assertThat(describe("Integer.MAX_VA|LUE").plain())
        .startsWith("public static final int Integer.MAX_VALUE = 2147483647");
    assertThat(describe("new int[1].leng|th").plain()).isEqualTo("public final int length");
    assertThat(describe("java.ut|il.List").plain()).isEqualTo("package util");
  }

  @Test
  void theJdkIsDescribedFromItsSource() {
    assumeTrue(
        Files.isRegularFile(Path.of(System.getProperty("java.home"), "lib", "src.zip")),
        "this JDK has no lib/src.zip");

    assertThat(describe("\"\".toUpper|Case()").plain())
        .contains("String.toUpperCase(Locale locale)", "to upper case using the rules of");
    assertThat(describe("List.of(1).stream().ma|p(null)").plain())
        .startsWith("public abstract <R> Stream<R> Stream.map(")
        .contains("mapper)");
  }

  @Test
  void nothingIsKnownOfNothing() {
    for (var code :
        List.of("|", "// wei|ght", "\"wei|ght\"", "unheard|Of", "1 + |2", "%%html\n<b|>")) {
      assertThat(describe(code)).as(code).isEqualTo(Description.NOTHING);
    }
  }

  @Test
  void sourcesAreFoundInMavensRepository(@TempDir Path folder) throws IOException {
    var place = folder.resolve("repository/org/sky/orbits/1.0");
    Files.createDirectories(place);
    Files.createDirectories(folder.resolve("META-INF/maven/org.sky/orbits"));
    Files.createDirectories(folder.resolve("sky"));
    Files.writeString(
        folder.resolve("META-INF/maven/org.sky/orbits/pom.properties"),
        "groupId=org.sky\nartifactId=orbits\nversion=1.0\n");
    Files.writeString(folder.resolve("sky/Orbit.java"), ORBIT);
    Files.writeString(folder.resolve("sky/Orbit.class"), "");
    var pom = "META-INF/maven/org.sky/orbits/pom.properties";
    var jar = pack(folder, "elsewhere.jar", List.of("sky/Orbit.class", pom));
    Files.move(
        pack(folder, "sources.jar", List.of("sky/Orbit.java")),
        place.resolve("orbits-1.0-sources.jar"));

    var sources = new SourceFiles(folder, folder.resolve("repository"));

    assertThat(sources.text("", "sky.Orbit", List.of(jar))).contains(ORBIT);
    assertThat(sources.text("", "sky.Other", List.of(jar))).isEmpty();
    assertThat(sources.text("java.base", "java.lang.String", List.of(jar))).isEmpty();
  }

  private static Path pack(Path folder, String name, List<String> entries) throws IOException {
    var jar = folder.resolve(name);
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(Files.readAllBytes(folder.resolve(entry)));
      }
    }
    return jar;
  }

  private static Description describe(String marked) {
    return describe(marked, 0);
  }

  private static Description describe(String marked, int detail) {
    var cursor = marked.indexOf('|');
    var code = marked.substring(0, cursor) + marked.substring(cursor + 1);
    return shell.assistance().describe(code, cursor, detail);
  }

  private static void evaluate(String code) {
    assertThat(shell.evaluate(new Cell(1, code))).isInstanceOf(Outcome.Nothing.class);
  }
}

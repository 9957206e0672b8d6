package org.orrery.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.kernel.magic.CellPart.Java;
import org.orrery.kernel.magic.CellPart.Line;
import org.orrery.kernel.magic.CellPart.Whole;

class CellPartsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 1",
        "int rest = x % 3;",
        "int rest = x\n  % 3;",
        "int rest = x\n  %y;",
        "int rest = f(x)\n  %y;",
        "x %= 3;",
        "x\n%= 3;",
        "var s = \"\"\"\n  %maven a:b:1\n  \"\"\";",
        "var s = \"\"\"\n  \\\"\"\" ;\n  %maven a:b:1\n  \"\"\";",
        "// all of it:\n/*\n%maven a:b:1\n*/ 1",
        "// the rest = %jars x",
        "char c = '\\''; String s = \"=%s\"; // '",
        "String.format(\"%d\", 1)",
        "System.out.printf(\"a=%d%n\", a);\nSystem.out.printf(\"%s\", b)"
      })
  void aPercentSignOfJavaIsJava(String code) {
    assertThat(CellParts.split(code)).containsExactly(new Java(code, 0, java.util.List.of()));
  }

  @Test
  void aLineMagicStandsBetweenJavaInOrder() {
    var code = "int a = 1;\n  %maven  a:b:1 \"c d\" \nimport b.B;\n%time foo();\nB.b()\n";

    var parts = CellParts.split(code);

    assertThat(parts).hasSize(5);
    assertThat(parts.get(0)).isEqualTo(new Java("int a = 1;\n  ", 0, java.util.List.of()));
    var maven = ((Line) parts.get(1)).call();
    assertThat(maven.name()).isEqualTo("maven");
    assertThat(maven.words()).containsExactly("a:b:1", "c d");
    assertThat(maven.raw()).isEqualTo("a:b:1 \"c d\"");
    assertThat(parts.get(1).offset()).isEqualTo(code.indexOf("%maven"));
    assertThat(((Java) parts.get(2)).text()).isEqualTo("\nimport b.B;\n");
    assertThat(((Line) parts.get(3)).call().raw()).isEqualTo("foo();");
    assertThat(parts.get(4).offset()).isEqualTo(code.indexOf("\nB.b()"));
  }

  @Test
  void everyPartOfJavaKeepsItsPlaceInTheCell() {
    var code = "%maven a:b:1\nvar x = 1;\n%jars y.jar\nx + 1";

    for (var part : CellParts.split(code)) {
      if (part instanceof Java java) {
        assertThat(code.substring(java.offset())).startsWith(java.text());
      }
    }
  }

  @Test
  void aMagicRightOfAnAssignmentBecomesACallAndEndsItsPart() {
    var code = "List<String> jars = %jars \"lib/*.jar\";\nimport b.B;";

    var parts = CellParts.split(code);

    assertThat(parts).hasSize(2);
    var first = (Java) parts.get(0);
    assertThat(first.text())
        .isEqualTo(
            "List<String> jars = org.orrery.kernel.magic.MagicScope.lineMagic(\"jars \\\"lib/*.jar\\\"\");");
    assertThat(((Java) parts.get(1)).text()).isEqualTo("\nimport b.B;");
    assertThat(parts.get(1).offset()).isEqualTo(code.indexOf("\nimport"));
  }

  @Test
  void aMagicInABlockBecomesACallAndPositionsLeadBackToTheCell() {
    var code = "void add() {\n  %jars x.jar\n  done();\n}\nString s = %env HOME\nadd();";

    var parts = CellParts.split(code);

    assertThat(parts).hasSize(2);
    var java = (Java) parts.get(0);
    assertThat(java.text().lines().count()).isEqualTo(5);
    assertThat(java.offsetInCell(java.text().indexOf("void"))).isEqualTo(0);
    assertThat(java.offsetInCell(java.text().indexOf("\"jars"))).isEqualTo(code.indexOf("%jars"));
    assertThat(java.offsetInCell(java.text().indexOf("done()"))).isEqualTo(code.indexOf("done()"));
    assertThat(java.offsetInCell(java.text().indexOf("String s")))
        .isEqualTo(code.indexOf("String s"));
  }

  @Test
  void aCellMagicTakesTheWholeCellWhateverIsInIt() {
    var code = "\n  %%bash -e  now\nls % x\n%maven a:b:1\n";

    var parts = CellParts.split(code);

    assertThat(parts).hasSize(1);
    var call = ((Whole) parts.get(0)).call();
    assertThat(call.name()).isEqualTo("bash");
    assertThat(call.words()).containsExactly("-e", "now");
    assertThat(call.body()).isEqualTo("ls % x\n%maven a:b:1\n");
  }

  @Test
  void aCellMagicMayHaveNoBody() {
    assertThat(((Whole) CellParts.split("%%html").get(0)).call().body()).isEmpty();
  }

  @Test
  void theCodeOfAMagicKeepsItsLinesAndColumns() {
    var cell = "\n%%time\nint a;\na = b;";
    var body = ((Whole) CellParts.split(cell).get(0)).call().code();
    var line = ((Line) CellParts.split("int a;\n %time b();").get(1)).call().code();

    assertThat(body.indexOf("a = b")).isEqualTo(cell.indexOf("a = b"));
    assertThat(body.lines().filter(one -> !one.isBlank())).containsExactly("int a;", "a = b;");
    assertThat(line).isEqualTo("      \n       b();");
  }

  @Test
  void windowsLineEndsEndAMagicToo() {
    var parts = CellParts.split("%jars a.jar\r\n1 + 1\r\n");

    assertThat(((Line) parts.get(0)).call().words()).containsExactly("a.jar");
    assertThat(((Java) parts.get(1)).text()).isEqualTo("\r\n1 + 1\r\n");
    assertThat(((Whole) CellParts.split("%%html\r\n<b>").get(0)).call().body()).isEqualTo("<b>");
  }

  @Test
  void aBlankCellHasNoParts() {
    assertThat(CellParts.split(" \n")).isEmpty();
    assertThat(CellParts.split("%lsmagic\n")).hasSize(1);
  }

  @Test
  void wordsKeepWhatQuotesHoldTogether() {
    assertThat(Words.of("a \"b c\"d \\\"e\\\" C:\\libs \"\""))
        .containsExactly("a", "b cd", "\"e\"", "C:\\libs", "");
  }
}

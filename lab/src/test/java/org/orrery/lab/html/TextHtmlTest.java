package org.orrery.lab.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextHtmlTest {

  @Test
  void coloursTheTokensOfJava() {
    assertThat(JavaHighlighter.html("var s = \"a // b\"; // <c>"))
        .isEqualTo(
            "<span class=\"j-keyword\">var</span> s = "
                + "<span class=\"j-string\">&quot;a // b&quot;</span>; "
                + "<span class=\"j-comment\">// &lt;c&gt;</span>");
    assertThat(JavaHighlighter.html("Clips.of(1_000, 0.5f)"))
        .contains("<span class=\"j-type\">Clips</span>")
        .contains("<span class=\"j-call\">of</span>")
        .contains("<span class=\"j-number\">1_000</span>")
        .contains("<span class=\"j-number\">0.5f</span>");
    assertThat(JavaHighlighter.html("\"\"\"\n  a \"b\" c\n  \"\"\";"))
        .startsWith("<span class=\"j-string\">&quot;&quot;&quot;")
        .endsWith("&quot;&quot;&quot;</span>;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open", "/* open", "'", "\"\"\" open", "a < b && c > d", "é = π;"})
  void losesNothingOfUnfinishedSource(String source) {
    var text = JavaHighlighter.html(source).replaceAll("</?span[^>]*>", "");

    assertThat(text).isEqualTo(Escape.html(source));
  }

  @Test
  void turnsTerminalColoursIntoSpans() {
    assertThat(AnsiHtml.html("\u001b[1;31mred\u001b[0m <plain>"))
        .isEqualTo("<span class=\"a-fg1 a-bold\">red</span> &lt;plain&gt;");
    assertThat(AnsiHtml.html("\u001b[38;5;196mx\u001b[39my"))
        .isEqualTo("<span style=\"color:#ff0000\">x</span>y");
    assertThat(AnsiHtml.html("\u001b[38;2;1;2;3;4mx"))
        .isEqualTo("<span class=\"a-underline\" style=\"color:#010203\">x</span>");
    assertThat(AnsiHtml.html("a\u001b[2Kb\u001b]0;title\u0007c")).isEqualTo("abc");
  }

  @Test
  void rendersTablesOfMarkdown() {
    assertThat(markdown("| a | b |\n|---|--:|\n| 1 | 2 |"))
        .contains("<th>a</th>")
        .contains("<td align=\"right\">2</td>");
  }

  @Test
  void keepsFormulasApartFromMarkdown() {
    assertThat(markdown("$z_t * x_t * y$"))
        .contains("<i>z</i><sub><i>t</i></sub>")
        .doesNotContain("<em>");
    assertThat(markdown("$$\\lambda \\le 1$$")).contains("λ ≤ 1");
    assertThat(markdown("$\\hat z$")).contains("<i>z\u0302</i>");
    assertThat(markdown("$\\frac{1}{T}$")).contains("<span>1</span><span><i>T</i></span>");
    assertThat(markdown("$\\odd{a}<b$")).contains("\\odd").contains("&lt;<i>b</i>");
  }

  @Test
  void leavesPricesAndCodeAlone() {
    assertThat(markdown("It costs $5 and $6.")).contains("It costs $5 and $6.");
    assertThat(markdown("`$a_b$`")).contains("<code>$a_b$</code>");
  }

  private static String markdown(String text) {
    return new MarkdownHtml(Path.of(".")).html(text, Map.of());
  }
}

package org.orrery.lab.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source as HTML with a span around each token that deserves a colour. */
final class JavaHighlighter {

  private static final String KEYWORDS =
      "abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else"
          + "|enum|extends|false|final|finally|float|for|if|implements|import|instanceof|int"
          + "|interface|long|native|new|non-sealed|null|package|permits|private|protected|public"
          + "|record|return|sealed|short|static|strictfp|super|switch|synchronized|this|throw"
          + "|throws|transient|true|try|var|void|volatile|while|yield";

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/|\\z))"
              + "|(?<string>\"\"\"(?:\\\\.|[^\\\\])*?(?:\"\"\"|\\z)|\"(?:\\\\.|[^\"\\\\\\n])*+\"?"
              + "|'(?:\\\\.|[^'\\\\\\n])*+'?)"
              + "|(?<magic>(?m:^)[ \\t]*%%?[A-Za-z][^\\n]*)"
              + "|(?<annotation>@[A-Za-z_][\\w.]*)"
              + "|(?<number>\\b(?:0[xXbB][\\da-fA-F_]+|\\d[\\d_]*(?:\\.[\\d_]*)?(?:[eE][+-]?\\d+)?)"
              + "[fFdDlL]?)"
              + "|(?<keyword>\\b(?:"
              + KEYWORDS
              + ")\\b)"
              + "|(?<type>\\b[A-Z]\\w*)"
              + "|(?<call>\\b[a-z_]\\w*(?=\\s*\\())"
              + "|\\w+",
          Pattern.DOTALL);

  private static final String[] GROUPS = {
    "comment", "string", "magic", "annotation", "number", "keyword", "type", "call"
  };

  private JavaHighlighter() {}

  static String html(String source) {
    var html = new StringBuilder(source.length() * 2);
    var token = TOKEN.matcher(source);
    var end = 0;
    while (token.find()) {
      html.append(Escape.html(source.substring(end, token.start())));
      html.append(span(token));
      end = token.end();
    }
    return html.append(Escape.html(source.substring(end))).toString();
  }

  private static String span(Matcher token) {
    var text = Escape.html(token.group());
    for (var group : GROUPS) {
      if (token.group(group) != null) {
        return "<span class=\"j-%s\">%s</span>".formatted(group, text);
      }
    }
    return text;
  }
}

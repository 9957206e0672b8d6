package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.List;

/** How documentation is written down. */
enum DocFormat {
  PLAIN,
  MARKDOWN,
  HTML;

  private static final int WIDTH = 100;

  String escape(String words) {
    return this == HTML
        ? words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        : words;
  }

  String code(String words) {
    return switch (this) {
      case PLAIN -> words;
      case MARKDOWN -> "`" + words + "`";
      case HTML -> "<code>" + escape(words) + "</code>";
    };
  }

  String strong(String words) {
    return switch (this) {
      case PLAIN -> words;
      case MARKDOWN -> "**" + words + "**";
      case HTML -> "<b>" + escape(words) + "</b>";
    };
  }

  /** {@code java} lines to stand for themselves. */
  String block(String java) {
    return switch (this) {
      case PLAIN -> java;
      case MARKDOWN -> "```java\n" + java + "\n```";
      case HTML -> "<pre><code>" + escape(java) + "</code></pre>";
    };
  }

  /** Ends a paragraph. */
  void paragraph(StringBuilder text) {
    if (this == HTML) {
      text.append("<p>");
      return;
    }
    while (text.length() > 0 && Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.setLength(text.length() - 1);
    }
    text.append(text.length() == 0 ? "" : "\n\n");
  }

  /** Begins or ends lines that stand as they are. */
  void verbatim(StringBuilder text, boolean begins) {
    switch (this) {
      case PLAIN -> paragraph(text);
      case MARKDOWN -> {
        if (begins) {
          paragraph(text);
          text.append("```java\n");
        } else {
          text.append(text.toString().endsWith("\n") ? "" : "\n").append("```\n\n");
        }
      }
      case HTML -> text.append(begins ? "<pre>" : "</pre>");
    }
  }

  /** Adds a comment that is Markdown itself. */
  void markdown(StringBuilder text, String markdown) {
    text.append(this == HTML ? escape(markdown).replaceAll("\n\\s*\n", "<p>") : markdown);
  }

  /** Adds {@code items} under {@code title}. */
  void section(StringBuilder text, String title, List<String> items) {
    switch (this) {
      case PLAIN -> {
        paragraph(text);
        text.append(title);
        items.forEach(item -> text.append("\n  ").append(item.replace("\n", "\n  ")));
        text.append("\n\n");
      }
      case MARKDOWN -> {
        paragraph(text);
        text.append(strong(title)).append('\n');
        items.forEach(item -> text.append("\n- ").append(item.replace("\n", "\n  ")));
        text.append("\n\n");
      }
      case HTML -> {
        text.append("<dl><dt>").append(strong(title)).append("</dt>");
        items.forEach(item -> text.append("<dd>").append(item).append("</dd>"));
        text.append("</dl>");
      }
    }
  }

  /** {@code text} in lines of a readable length, all of them indented. */
  static String indented(String text) {
    var lines = new ArrayList<String>();
    for (var line : text.lines().toList()) {
      var indent = line.substring(0, line.length() - line.stripLeading().length());
      var rest = line;
      while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > indent.length()) {
        var at = rest.lastIndexOf(' ', WIDTH);
        lines.add(rest.substring(0, at));
        rest = indent + rest.substring(at + 1);
      }
      lines.add(rest);
    }
    var shown = new StringBuilder();
    lines.forEach(line -> shown.append(line.isBlank() ? "" : "    " + line).append('\n'));
    return shown.toString().stripTrailing();
  }
}

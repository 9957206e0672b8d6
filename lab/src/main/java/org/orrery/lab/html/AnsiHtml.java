package org.orrery.lab.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Terminal text as HTML: colours become spans, other control sequences vanish. */
final class AnsiHtml {

  private static final Pattern SEQUENCE =
      Pattern.compile("\u001b(?:\\[([0-9;:]*)([A-Za-z])|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\))");
  private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

  private String foreground = "";
  private String background = "";
  private boolean bold;
  private boolean dim;
  private boolean italic;
  private boolean underline;

  private AnsiHtml() {}

  static String html(String text) {
    return new AnsiHtml().convert(text);
  }

  private String convert(String text) {
    var html = new StringBuilder(text.length() + 64);
    var sequence = SEQUENCE.matcher(text);
    var end = 0;
    while (sequence.find()) {
      append(html, text.substring(end, sequence.start()));
      if ("m".equals(sequence.group(2))) {
        apply(codes(sequence.group(1)));
      }
      end = sequence.end();
    }
    append(html, text.substring(end));
    return html.toString();
  }

  private void append(StringBuilder html, String text) {
    if (text.isEmpty()) {
      return;
    }
    var classes = new ArrayList<String>();
    var styles = new ArrayList<String>();
    colour(foreground, "a-fg", "color", classes, styles);
    colour(background, "a-bg", "background", classes, styles);
    flag(bold, "a-bold", classes);
    flag(dim, "a-dim", classes);
    flag(italic, "a-italic", classes);
    flag(underline, "a-underline", classes);
    var safe = Escape.html(text);
    if (classes.isEmpty() && styles.isEmpty()) {
      html.append(safe);
      return;
    }
    html.append("<span");
    if (!classes.isEmpty()) {
      html.append(" class=\"").append(String.join(" ", classes)).append('"');
    }
    if (!styles.isEmpty()) {
      html.append(" style=\"").append(String.join(";", styles)).append('"');
    }
    html.append('>').append(safe).append("</span>");
  }

  private static void colour(
      String value, String prefix, String property, List<String> classes, List<String> styles) {
    if (value.startsWith("#")) {
      styles.add(property + ":" + value);
    } else if (!value.isEmpty()) {
      classes.add(prefix + value);
    }
  }

  private static void flag(boolean set, String name, List<String> classes) {
    if (set) {
      classes.add(name);
    }
  }

  private void apply(List<Integer> codes) {
    for (int i = 0; i < codes.size(); i++) {
      int code = codes.get(i);
      if (code == 38 || code == 48) {
        var rest = codes.subList(i + 1, codes.size());
        var value = extended(rest);
        if (code == 38) {
          foreground = value;
        } else {
          background = value;
        }
        i += rest.isEmpty() ? 0 : rest.get(0) == 2 ? Math.min(4, rest.size()) : 2;
      } else {
        apply(code);
      }
    }
  }

  private void apply(int code) {
    switch (code) {
      case 0 -> {
        foreground = "";
        background = "";
        bold = dim = italic = underline = false;
      }
      case 1 -> bold = true;
      case 2 -> dim = true;
      case 3 -> italic = true;
      case 4 -> underline = true;
      case 22 -> bold = dim = false;
      case 23 -> italic = false;
      case 24 -> underline = false;
      case 39 -> foreground = "";
      case 49 -> background = "";
      default -> {
        if (code >= 30 && code <= 37) {
          foreground = String.valueOf(code - 30);
        } else if (code >= 40 && code <= 47) {
          background = String.valueOf(code - 40);
        } else if (code >= 90 && code <= 97) {
          foreground = String.valueOf(code - 82);
        } else if (code >= 100 && code <= 107) {
          background = String.valueOf(code - 92);
        }
      }
    }
  }

  /** {@code 5;n} from the 256-colour table or {@code 2;r;g;b}. */
  private static String extended(List<Integer> codes) {
    if (codes.size() >= 4 && codes.get(0) == 2) {
      return hex(codes.get(1), codes.get(2), codes.get(3));
    }
    if (codes.size() < 2 || codes.get(0) != 5) {
      return "";
    }
    int n = codes.get(1);
    if (n < 16) {
      return String.valueOf(n);
    }
    if (n >= 232) {
      var grey = 8 + 10 * (n - 232);
      return hex(grey, grey, grey);
    }
    return hex(CUBE[(n - 16) / 36 % 6], CUBE[(n - 16) / 6 % 6], CUBE[(n - 16) % 6]);
  }

  private static String hex(int red, int green, int blue) {
    return "#%02x%02x%02x".formatted(red & 255, green & 255, blue & 255);
  }

  private static List<Integer> codes(String text) {
    var codes = new ArrayList<Integer>();
    for (var code : text.split("[;:]", -1)) {
      codes.add(code.isEmpty() || code.length() > 4 ? 0 : Integer.parseInt(code));
    }
    return codes;
  }
}

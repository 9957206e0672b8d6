package org.orrery.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.orrery.kernel.magic.CellPart.Java;
import org.orrery.kernel.magic.CellPart.Line;
import org.orrery.kernel.magic.CellPart.Rewritten;
import org.orrery.kernel.magic.CellPart.Whole;

/**
 * Splits a cell into Java and magics, to be run in order: Java behind {@code %maven} is compiled
 * when the jar is there.
 *
 * <pre>{@code
 * CellParts.split("%maven a:b:1\nimport b.B;");   // [Line maven, Java "\nimport b.B;"]
 * CellParts.split("%%html\n<b>bold</b>");         // [Whole html]
 * CellParts.split("int r = x\n  %y;");            // [Java]: a remainder
 * }</pre>
 */
public final class CellParts {

  private static final Pattern CELL_MAGIC =
      Pattern.compile("\\A\\s*^[ \\t]*%%(\\w[^\\r\\n]*)(\\R|\\z)", Pattern.MULTILINE);

  private final String code;
  private final JavaScan scan;
  private final List<CellPart> parts = new ArrayList<>();
  private final StringBuilder java = new StringBuilder();
  private final List<Rewritten> rewritten = new ArrayList<>();
  private int javaOffset;

  private CellParts(String code) {
    this.code = code;
    this.scan = new JavaScan(code);
  }

  /** The parts of {@code code} in order; none when it is blank. */
  public static List<CellPart> split(String code) {
    if (code.indexOf('%') < 0) {
      return code.isBlank() ? List.of() : List.of(new Java(code, 0, List.of()));
    }
    var whole = CELL_MAGIC.matcher(code);
    if (whole.find()) {
      var call = MagicCall.wholeOf(whole.group(1), code, whole.end());
      return List.of(new Whole(call, whole.start(1) - 2));
    }
    return new CellParts(code).parts();
  }

  private List<CellPart> parts() {
    var copied = 0;
    while (scan.toNextMagic()) {
      var at = scan.position();
      var end = endOfLine(at);
      java.append(code, copied, at);
      if (scan.isBetweenStatements()) {
        endJava(at);
        parts.add(new Line(MagicCall.lineAt(code.substring(at + 1, end), code, at + 1), at));
        javaOffset = end;
      } else {
        rewrite(at, end);
        if (scan.isOutsideBlocks()) {
          endJava(end);
        }
      }
      copied = end;
      scan.continueAt(end);
    }
    java.append(code, copied, code.length());
    endJava(code.length());
    return List.copyOf(parts);
  }

  private void rewrite(int at, int end) {
    var text = code.substring(at + 1, end).strip();
    var magic = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    var call = "%s.lineMagic(%s);".formatted(MagicScope.class.getName(), quoted(magic));
    rewritten.add(new Rewritten(java.length(), call.length(), end - at));
    java.append(call);
  }

  private void endJava(int end) {
    if (!java.toString().isBlank()) {
      parts.add(new Java(java.toString(), javaOffset, rewritten));
    }
    java.setLength(0);
    rewritten.clear();
    javaOffset = end;
  }

  private int endOfLine(int from) {
    var end = from;
    while (end < code.length() && code.charAt(end) != '\n' && code.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + '"';
  }
}

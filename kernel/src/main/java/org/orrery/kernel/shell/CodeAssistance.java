package org.orrery.kernel.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/**
 * Help while a cell is being written. Positions are offsets in chars.
 *
 * <pre>{@code
 * assistance.complete("\"a\".len", 7).matches();    // [length()]
 * assistance.readiness("for (;;) {");               // incomplete, indent four blanks
 * }</pre>
 */
public final class CodeAssistance {

  private static final String INDENT = "    ";

  private final SourceCodeAnalysis analysis;

  CodeAssistance(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Whether code can be evaluated as it is.
   *
   * @param status {@code complete}, {@code incomplete} or {@code invalid}
   * @param indent blanks to begin the next line with when it is incomplete
   */
  public record Readiness(String status, String indent) {}

  /**
   * What could stand at the cursor.
   *
   * @param matches texts that could replace what stands between {@code start} and the cursor
   */
  public record Completions(List<String> matches, int start) {}

  /** Whether {@code code} is whole, needs more lines, or can never be Java. */
  public Readiness readiness(String code) {
    var rest = code;
    while (!rest.isBlank()) {
      var found = analysis.analyzeCompletion(rest);
      if (found.completeness() == Completeness.EMPTY) {
        break;
      }
      if (found.completeness() == Completeness.UNKNOWN) {
        return new Readiness("invalid", "");
      }
      if (!found.completeness().isComplete()) {
        return new Readiness("incomplete", nextIndent(code));
      }
      if (found.completeness() == Completeness.COMPLETE_WITH_SEMI && isErroneous(found.source())) {
        return new Readiness("invalid", ""); // no semicolon makes this Java
      }
      rest = found.remaining();
    }
    return new Readiness("complete", "");
  }

  /** What could stand at {@code cursor}; the likeliest first. */
  public Completions complete(String code, int cursor) {
    var begin = beginOfPieceAt(code, cursor);
    var anchor = new int[] {cursor - begin};
    var piece = code.substring(begin);
    var suggestions = analysis.completionSuggestions(piece, cursor - begin, anchor);
    var fitting = suggestions.stream().filter(SourceCodeAnalysis.Suggestion::matchesType);
    var others = suggestions.stream().filter(one -> !one.matchesType());
    var matches =
        Stream.concat(fitting, others)
            .map(SourceCodeAnalysis.Suggestion::continuation)
            .distinct()
            .toList();
    return new Completions(matches, begin + anchor[0]);
  }

  /**
   * The signatures and documentation of what stands at {@code cursor}; "" when nothing is known.
   */
  public String describe(String code, int cursor) {
    var begin = beginOfPieceAt(code, cursor);
    var end = cursor;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    return analysis.documentation(code.substring(begin, end), end - begin, true).stream()
        .map(
            one -> one.javadoc() == null ? one.signature() : one.signature() + "\n" + one.javadoc())
        .distinct()
        .collect(Collectors.joining("\n\n"));
  }

  private boolean isErroneous(String source) {
    return analysis.sourceToSnippets(source).stream()
        .anyMatch(snippet -> snippet.kind() == Kind.ERRONEOUS);
  }

  private int beginOfPieceAt(String code, int cursor) {
    var begin = 0;
    while (begin < cursor) {
      var found = analysis.analyzeCompletion(code.substring(begin, cursor));
      if (!found.completeness().isComplete() || found.remaining().isBlank()) {
        break;
      }
      begin = cursor - found.remaining().length();
    }
    return begin;
  }

  private static String nextIndent(String code) {
    var lines = code.lines().toList();
    var last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    var indent = last.substring(0, last.length() - last.stripLeading().length());
    var opens = last.stripTrailing().endsWith("{") || last.stripTrailing().endsWith("(");
    return opens ? indent + INDENT : indent;
  }
}

package org.orrery.kernel.shell;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.execution.LocalExecutionControlProvider;

/**
 * Help while a cell is being written. Positions are offsets in chars.
 *
 * <pre>{@code
 * assistance.complete("\"a\".len", 7).matches();    // [length()]
 * assistance.readiness("for (;;) {");               // incomplete, indent four blanks
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class CodeAssistance {

  private static final String INDENT = "    ";

  /** Who asks what a name means soon after the start would rather wait than get no answer. */
  private static final long AWAIT_INDEX_MS = 5_000;

  private final Javac javac;
  private final Scope scope;
  private final Inspection inspection;
  private JShell jshell;

  CodeAssistance(Javac javac, Scope scope, Function<Scope.Variable, Object> values) {
    this.javac = javac;
    this.scope = scope;
    this.inspection = new Inspection(javac, scope, SourceFiles.ofThisMachine(), values);
  }

  /**
   * Whether code can be evaluated as it is.
   *
   * @param status {@code complete}, {@code incomplete} or {@code invalid}
   * @param indent blanks to begin the next line with when it is incomplete
   */
  public record Readiness(String status, String indent) {}

  /**
   * One thing that could stand at the cursor.
   *
   * @param text what replaces the code from {@link Completions#start} to the cursor
   * @param type what it is, in the words that front ends have icons for: {@code function}, {@code
   *     class}, {@code interface}, {@code enum}, {@code record}, {@code field}, {@code variable},
   *     {@code module}, {@code keyword}
   * @param signature {@code (int beginIndex): String} of a method, {@code : int} of a variable, the
   *     qualified name of a type; may be ""
   */
  public record Item(String text, String type, String signature) {}

  /** What could stand between {@code start} and the cursor, the likeliest first. */
  public record Completions(List<Item> items, int start) {

    public Completions {
      items = List.copyOf(items);
    }

    /** The texts of the items. */
    public List<String> matches() {
      return items.stream().map(Item::text).toList();
    }
  }

  /** Whether {@code code} is whole, needs more lines, or can never be Java. */
  public synchronized Readiness readiness(String code) {
    var analysis = analysis();
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
    var java = JavaOfCell.of(code);
    var unfinished = UnfinishedCode.of(java.text(), cursor);
    if (java.isMagicAt(cursor) || !unfinished.isCode()) {
      return new Completions(List.of(), cursor);
    }
    var prefix = unfinished.prefix();
    synchronized (javac) {
      var items =
          Analysis.of(
              unfinished,
              javac,
              scope,
              analysis -> {
                var found =
                    analysis.candidates(
                        Completion.wanted(prefix), Completion.wantedElsewhere(prefix));
                return new Completion(analysis.work(), prefix, analysis.expected())
                    .items(found, analysis.isBareName());
              });
      return new Completions(items, unfinished.start());
    }
  }

  /** What is known of a place, in the formats of front ends; all are "" when nothing is. */
  public record Description(String plain, String markdown, String html) {

    static final Description NOTHING = new Description("", "", "");

    public boolean isEmpty() {
      return plain.isEmpty();
    }
  }

  /**
   * What the word at {@code cursor} means, or else the method in whose parentheses it stands: the
   * declarations of all its overloads with their documentation, a variable's value.
   *
   * @param detail 1 asks for the source too
   */
  public Description describe(String code, int cursor, int detail) {
    awaitIndex(AWAIT_INDEX_MS);
    return inspection.describe(JavaOfCell.of(code).text(), cursor, detail > 0);
  }

  /** The same as plain text, without source. */
  public String describe(String code, int cursor) {
    return describe(code, cursor, 0).plain();
  }

  /** Waits until all classes of the class path are known. */
  void awaitIndex() {
    awaitIndex(60_000);
  }

  private void awaitIndex(long millis) {
    ClassIndex index;
    synchronized (javac) {
      index = javac.index();
    }
    index.await(millis);
  }

  /** JShell, which never evaluates anything here: made when it is first asked. */
  private SourceCodeAnalysis analysis() {
    if (jshell == null) {
      jshell =
          JShell.builder().executionEngine(new LocalExecutionControlProvider(), Map.of()).build();
    }
    return jshell.sourceCodeAnalysis();
  }

  private boolean isErroneous(String source) {
    return analysis().sourceToSnippets(source).stream()
        .anyMatch(snippet -> snippet.kind() == Kind.ERRONEOUS);
  }

  private static String nextIndent(String code) {
    var lines = code.lines().toList();
    var last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    var indent = last.substring(0, last.length() - last.stripLeading().length());
    var opens = last.stripTrailing().endsWith("{") || last.stripTrailing().endsWith("(");
    return opens ? indent + INDENT : indent;
  }

  synchronized void close() {
    if (jshell != null) {
      jshell.close();
    }
  }
}

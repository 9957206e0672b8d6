package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orrery.kernel.shell.CodeAssistance.Description;
import org.orrery.kernel.shell.Subject.Origin;

/** Describes what stands at a place of code: declarations, documentation, values, source. */
final class Inspection {

  private static final int MOST_SOURCE_LINES = 400;

  private final Javac javac;
  private final Scope scope;
  private final SourceFiles sources;
  private final Function<Scope.Variable, Object> values;

  Inspection(
      Javac javac, Scope scope, SourceFiles sources, Function<Scope.Variable, Object> values) {
    this.javac = javac;
    this.scope = scope;
    this.sources = sources;
    this.values = values;
  }

  /** One subject with what its source tells of it. */
  private record Told(String declaration, Map<DocFormat, String> documentation, String source) {}

  /**
   * The description of the word at {@code cursor}, else of the method whose parentheses are around
   * it; empty when nothing is known of either.
   */
  Description describe(String code, int cursor, boolean withSource) {
    var ends = new ArrayList<Integer>();
    wordAt(code, cursor).ifPresent(ends::add);
    calledAround(code, cursor).ifPresent(ends::add);
    for (var end : ends) {
      var found = ofWordBefore(code, end, withSource);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Description.NOTHING;
  }

  /** The end of the word that {@code cursor} touches. */
  private static Optional<Integer> wordAt(String code, int cursor) {
    return Token.of(code).stream()
        .filter(one -> one.kind() == Token.Kind.WORD)
        .filter(one -> one.start() <= cursor && cursor <= one.end())
        .map(Token::end)
        .findFirst();
  }

  /** The end of the name of the innermost call that {@code cursor} is in the parentheses of. */
  private static Optional<Integer> calledAround(String code, int cursor) {
    var tokens = Token.of(code.substring(0, cursor));
    var depth = 0;
    for (int at = tokens.size() - 1; at > 0; at--) {
      switch (tokens.get(at).text()) {
        case ")", "]", "}" -> depth++;
        case "[", "{" -> depth--;
        case "(" -> {
          var name = beforeTypeArguments(tokens, at - 1);
          if (--depth < 0 && name >= 0 && tokens.get(name).kind() == Token.Kind.WORD) {
            return Optional.of(tokens.get(name).end());
          }
        }
        default -> {}
      }
      if (depth < 0 && !tokens.get(at).is("(")) {
        return Optional.empty(); // in a block or an index, not in parentheses
      }
      depth = Math.max(0, depth);
    }
    return Optional.empty();
  }

  /** Skips {@code <...>} that ends at token {@code at}, backwards. */
  private static int beforeTypeArguments(List<Token> tokens, int at) {
    var depth = 0;
    var back = at;
    do {
      depth += tokens.get(back).is(">") ? 1 : tokens.get(back).is("<") ? -1 : 0;
      back -= depth > 0 || tokens.get(back).is("<") ? 1 : 0;
    } while (back >= 0 && depth > 0);
    return back;
  }

  private Description ofWordBefore(String code, int end, boolean withSource) {
    var word = UnfinishedCode.of(code, end).prefix();
    var isCalled = code.substring(end).stripLeading().startsWith("(");
    List<Subject> subjects;
    List<Told> told;
    String value;
    synchronized (javac) {
      subjects = subjects(code, end, word, isCalled);
      if (subjects.isEmpty()) { // a name where it is declared, for example
        subjects = subjects(word, word.length(), word, isCalled);
      }
      told = told(subjects);
    }
    value = told.size() == 1 && isVariable(told.get(0), word) ? value(word) : "";
    return shown(told, value, withSource);
  }

  private List<Subject> subjects(String code, int end, String word, boolean isCalled) {
    var unfinished = UnfinishedCode.of(code, end);
    return !unfinished.isCode()
        ? List.of()
        : Analysis.of(
            unfinished,
            javac,
            scope,
            analysis ->
                new Subjects(analysis.work(), scope, code)
                    .of(
                        analysis.candidates(word::equals, word::equals),
                        isCalled,
                        analysis.isNew()));
  }

  private static boolean isVariable(Told one, String word) {
    return one.declaration().endsWith(" " + word);
  }

  private String value(String name) {
    Optional<Scope.Variable> variable;
    Object value;
    synchronized (javac) {
      variable = scope.variable(name);
      if (variable.isEmpty()) {
        return "";
      }
      value = values.apply(variable.get());
    }
    return ValueText.of(value);
  }

  /** Reads the sources: of each subject its own, and of what it overrides until one tells more. */
  private List<Told> told(List<Subject> subjects) {
    var files = new HashMap<String, Optional<String>>();
    var docs = new HashMap<Origin, SourceDoc>();
    var left = subjects.stream().filter(one -> !one.origins().isEmpty()).toList();
    for (int level = 0; !left.isEmpty(); level++) {
      var byText = new LinkedHashMap<String, List<Origin>>();
      for (var subject : left) {
        var origin = subject.origins().get(level);
        text(origin, files)
            .ifPresent(
                text -> byText.computeIfAbsent(text, unseen -> new ArrayList<>()).add(origin));
      }
      byText.forEach((text, origins) -> docs.putAll(SourceDoc.read(origins, text, javac)));
      var next = level + 1;
      left =
          left.stream()
              .filter(one -> documented(one, docs).isEmpty() && one.origins().size() > next)
              .toList();
    }
    return subjects.stream()
        .map(
            one -> {
              var own = one.origins().isEmpty() ? null : docs.get(one.origins().get(0));
              return new Told(
                  one.declaration(own == null ? List.of() : own.names()),
                  documented(one, docs).map(SourceDoc::documentation).orElse(Map.of()),
                  own == null ? "" : own.source());
            })
        .toList();
  }

  private static Optional<SourceDoc> documented(Subject subject, Map<Origin, SourceDoc> docs) {
    return subject.origins().stream()
        .map(docs::get)
        .filter(one -> one != null && !one.documentation().isEmpty())
        .findFirst();
  }

  private Optional<String> text(Origin origin, Map<String, Optional<String>> files) {
    return !origin.cell().isEmpty()
        ? Optional.of(origin.cell())
        : files.computeIfAbsent(
            origin.module() + "/" + origin.file(),
            unread -> sources.text(origin.module(), origin.file(), javac.classPath()));
  }

  private static Description shown(List<Told> told, String value, boolean withSource) {
    if (told.isEmpty()) {
      return Description.NOTHING;
    }
    return new Description(
        shown(told, value, withSource, DocFormat.PLAIN),
        shown(told, value, withSource, DocFormat.MARKDOWN),
        shown(told, value, withSource, DocFormat.HTML));
  }

  private static String shown(List<Told> told, String value, boolean withSource, DocFormat format) {
    return told.stream()
        .map(
            one -> {
              var parts = new ArrayList<String>();
              parts.add(format.block(one.declaration() + (value.isEmpty() ? "" : " = " + value)));
              var documentation = one.documentation().getOrDefault(format, "");
              if (!documentation.isEmpty()) {
                parts.add(
                    format == DocFormat.PLAIN ? DocFormat.indented(documentation) : documentation);
              }
              if (withSource && !one.source().isEmpty()) {
                parts.add(
                    (format == DocFormat.PLAIN ? "\n" : "") + format.block(cut(one.source())));
              }
              return String.join(format == DocFormat.MARKDOWN ? "\n\n" : "\n", parts);
            })
        .collect(Collectors.joining("\n\n"));
  }

  private static String cut(String source) {
    var lines = source.lines().toList();
    return lines.size() <= MOST_SOURCE_LINES
        ? source
        : String.join("\n", lines.subList(0, MOST_SOURCE_LINES))
            + "\n// ... %d more lines".formatted(lines.size() - MOST_SOURCE_LINES);
  }
}

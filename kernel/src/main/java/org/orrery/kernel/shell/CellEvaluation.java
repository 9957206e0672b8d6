package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import org.orrery.kernel.display.Display;

/**
 * Evaluates whole cells: piece by piece in order, with later declarations brought forward when
 * earlier code needs them, and the value of a last expression as the result.
 */
final class CellEvaluation {

  private static final Set<SubKind> SHOWN =
      Set.of(
          SubKind.VAR_VALUE_SUBKIND,
          SubKind.OTHER_EXPRESSION_SUBKIND,
          SubKind.TEMP_VAR_EXPRESSION_SUBKIND);

  private final JShell jshell;
  private final SourceCodeAnalysis analysis;
  private final CellControl control;
  private final Interruption interruption;
  private final SourceMap sources;
  private final Map<Snippet, Piece> pieceOf = new HashMap<>();

  CellEvaluation(JShell jshell, CellControl control, Interruption interruption, SourceMap sources) {
    this.jshell = jshell;
    this.analysis = jshell.sourceCodeAnalysis();
    this.control = control;
    this.interruption = interruption;
    this.sources = sources;
  }

  Outcome evaluate(Cell cell) throws CompileFailedException, ThrownByCellException {
    var pieces = Piece.split(cell, analysis);
    refuseWhatCannotBeRead(pieces);
    var run = new Run(pieces);
    for (var piece : pieces) {
      run.evaluate(piece);
    }
    run.requireAllResolved();
    return run.hasValue ? shown(run.value) : new Outcome.Nothing();
  }

  private Outcome shown(Object value) throws ThrownByCellException {
    try {
      return new Outcome.Shown(interruption.userCode(() -> Display.render(value)));
    } catch (Throwable e) { // whatever a value's own toString throws
      throw new ThrownByCellException(e);
    }
  }

  /** Finds a piece that is no Java at all before any piece has run. */
  private void refuseWhatCannotBeRead(List<Piece> pieces) throws CompileFailedException {
    for (var piece : pieces) {
      var source = piece.source().strip();
      if (source.startsWith("%")) {
        var offset = piece.offset() + piece.source().indexOf('%');
        throw new CompileFailedException(
            CompileFailures.of(
                piece.cell(),
                offset,
                "magics such as %maven are not supported yet: remove the line"));
      }
      if (!piece.isWhole() && isErroneous(piece)) {
        for (var event : jshell.eval(piece.source())) {
          if (event.status() == Status.REJECTED) {
            throw rejected(piece, event.snippet());
          }
        }
      }
    }
  }

  private boolean isErroneous(Piece piece) {
    return analysis.sourceToSnippets(piece.source()).stream()
        .anyMatch(snippet -> snippet.kind() == Kind.ERRONEOUS);
  }

  private CompileFailedException rejected(Piece piece, Snippet snippet) {
    return new CompileFailedException(
        CompileFailures.of(piece, jshell.diagnostics(snippet).toList()));
  }

  private static boolean isRecoverable(Status status) {
    return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
  }

  /** One cell's way through its pieces. */
  private final class Run {

    private final List<Piece> pieces;
    private final Set<Piece> done = new HashSet<>();
    private final Map<Snippet, Piece> unresolved = new LinkedHashMap<>();
    private boolean hasValue;
    private Object value;

    Run(List<Piece> pieces) {
      this.pieces = pieces;
    }

    void evaluate(Piece piece) throws CompileFailedException, ThrownByCellException {
      if (done.contains(piece)) {
        return;
      }
      if (interruption.asked()) {
        throw new ThrownByCellException(new CellInterrupted());
      }
      if (stillUnresolved() && !isDeclaration(piece)) {
        bringForwardDeclarationsAfter(piece);
      }
      var events = eval(piece);
      if (isRejected(events) && bringForwardDeclarationsAfter(piece)) {
        events = eval(piece);
      }
      finish(piece, events);
    }

    private List<SnippetEvent> eval(Piece piece) {
      var events = jshell.eval(piece.source());
      for (var event : events) {
        if (event.causeSnippet() == null) {
          pieceOf.put(event.snippet(), piece);
        }
        var origin = pieceOf.get(event.snippet());
        var status = event.status();
        if (origin != null && (status == Status.VALID || isRecoverable(status))) {
          if (event.snippet().kind() != Kind.IMPORT) {
            sources.remember(event.snippet(), origin, analysis);
          }
        }
      }
      return events;
    }

    private void finish(Piece piece, List<SnippetEvent> events)
        throws CompileFailedException, ThrownByCellException {
      done.add(piece);
      var thrown = control.takeThrown();
      var result = control.takeValue();
      hasValue = false;
      for (var event : events) {
        if (event.causeSnippet() != null) {
          continue;
        }
        if (event.status() == Status.REJECTED) {
          throw rejected(piece, event.snippet());
        }
        if (event.exception() instanceof UnresolvedReferenceException e) {
          throw new CompileFailedException(unresolved(e.getSnippet(), piece));
        }
        if (isRecoverable(event.status())) {
          unresolved.put(event.snippet(), piece);
        }
        hasValue = SHOWN.contains(event.snippet().subKind());
      }
      if (thrown != null) {
        throw new ThrownByCellException(thrown);
      }
      value = hasValue ? result : null;
      hasValue &= piece.equals(pieces.get(pieces.size() - 1));
    }

    /**
     * Evaluates the declarations after {@code piece} now; whether there were any. One that fails is
     * left for its turn.
     */
    private boolean bringForwardDeclarationsAfter(Piece piece)
        throws CompileFailedException, ThrownByCellException {
      var any = false;
      for (var later : pieces.subList(pieces.indexOf(piece) + 1, pieces.size())) {
        if (!done.contains(later) && isDeclaration(later)) {
          var events = eval(later);
          if (!isRejected(events)) {
            finish(later, events);
            any = true;
          }
        }
      }
      return any;
    }

    /** At the end of the cell, every declaration in it must have found what it needs. */
    void requireAllResolved() throws CompileFailedException {
      for (var entry : unresolved.entrySet()) {
        if (isRecoverable(jshell.status(entry.getKey()))) {
          throw new CompileFailedException(unresolved(entry.getKey(), entry.getValue()));
        }
      }
    }

    private boolean stillUnresolved() {
      return unresolved.keySet().stream().anyMatch(one -> isRecoverable(jshell.status(one)));
    }

    private Failure unresolved(Snippet snippet, Piece otherwise) {
      var origin = pieceOf.getOrDefault(snippet, otherwise);
      var diagnostics = jshell.diagnostics(snippet).toList();
      if (!diagnostics.isEmpty()) {
        return CompileFailures.of(origin, diagnostics);
      }
      var needed =
          snippet instanceof DeclarationSnippet declaration
              ? jshell.unresolvedDependencies(declaration).toList()
              : List.<String>of();
      return CompileFailures.unresolved(origin, needed);
    }

    private boolean isDeclaration(Piece piece) {
      var snippets = new ArrayList<>(analysis.sourceToSnippets(piece.source()));
      return !snippets.isEmpty()
          && snippets.stream()
              .allMatch(
                  one ->
                      one.kind() == Kind.METHOD
                          || one.kind() == Kind.TYPE_DECL
                          || one.kind() == Kind.IMPORT);
    }

    private boolean isRejected(List<SnippetEvent> events) {
      return events.stream()
          .anyMatch(event -> event.causeSnippet() == null && event.status() == Status.REJECTED);
    }
  }
}
